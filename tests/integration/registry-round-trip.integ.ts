import { beforeAll, describe, expect, it } from 'vitest';
import { LIST_NAMES } from '@/lib/registry/schema';
import { accountBuildersOn } from '@/prisma/seed/account-builders';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { exported } from '@/tests/support/exported-list';
import { rowsOf, uploaded } from '@/tests/support/imported';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });

const WAYS = [
  ['xlsx', 'zh-CN'],
  ['csv', 'zh-CN'],
  ['xlsx', 'en'],
  ['csv', 'en'],
] as const;

beforeAll(async () => {
  const build = accountBuildersOn(database.db, 'trip');
  const centre = await database.db.communityCentre.findFirstOrThrow({ orderBy: { facilityId: 'asc' } });
  const { account } = await build.staff({ role: 'centre_clerk', centreId: centre.facilityId });
  await build.grant(account.id, { role: 'alliance_officer', allianceCode: 'east' });
  await build.staff({ role: 'city_officer' }, { status: 'suspended', statusReason: '借调' });
});

describe.each(LIST_NAMES)('%s, taken out and in again', (list) => {
  it.each(WAYS)('change nothing as %s in %s', async (format, locale) => {
    const { id, counts, rows, unmentioned } = await uploaded(city, list, await exported(city, list, format, locale));
    const odd = await Promise.all(
      (['faulty', 'changed', 'added'] as const).map((outcome) => rowsOf(city, id, outcome)),
    );
    expect(odd.flat().slice(0, 3)).toEqual([]);
    expect(rows).toBeGreaterThan(0);
    expect({ counts, unmentioned }).toEqual({
      counts: { added: 0, changed: 0, same: rows, question: 0, faulty: 0 },
      unmentioned: 0,
    });
    expect(await database.db.listImportRow.count({ where: { importId: id } })).toBe(rows);
  });
});
