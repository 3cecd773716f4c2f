import { beforeEach, describe, expect, it } from 'vitest';
import { readDistrictDifferences } from '@/lib/clinic-sessions/reconcile-districts';
import { addDays, civilDate, toDbDate } from '@/lib/core/dates';
import { FOLD_DISTRICTS, foldDistricts } from '@/lib/indicators/fold-districts';
import { useDatabase } from '@/tests/support/database';
import { SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

// The months of districts follow those of their clinics, whatever changes them and by which statement.

const database = useDatabase('empty');
const OCTOBER = toDbDate(civilDate('2026-10-01'));
const ELSEWHERE = '310110';
let worlds = 0;
let world: SessionWorld;

beforeEach(async () => {
  worlds += 1;
  world = await sessionWorldOn(database.db, `d${worlds}`);
});

/** What is kept of a district's October; the sum of all rows, and how many there are. */
async function october(districtCode: string) {
  const { rows } = await database.sql.query<{ logged: number; expected: number; rows: number }>(
    `SELECT coalesce(sum(logged), 0)::int AS logged, coalesce(sum(expected), 0)::int AS expected, count(*)::int AS rows
     FROM district_activity WHERE district_code = $1 AND month = '2026-10-01'`,
    [districtCode],
  );
  return rows[0];
}

const differences = async () => await readDistrictDifferences(database.db);

describe('months of a district', () => {
  it('follow rows that are added, changed, removed, and a centre that moves', async () => {
    const { clinicId, centreId, districtCode } = world;
    const before = await october(districtCode);
    const place = { clinicId, centreId, districtCode, hospitalId: 'shuguang', month: OCTOBER };
    await database.db.activityMonth.create({ data: { ...place, logged: 3, held: 2 } });
    await database.db.expectedMonth.createMany({ data: [{ ...place, expected: 4 }] });
    // a second time nothing is written, and nothing counted
    await database.db.expectedMonth.createMany({ data: [{ ...place, expected: 9 }], skipDuplicates: true });
    await database.db.activityMonth.updateMany({ where: { clinicId }, data: { logged: 5 } });
    expect(await october(districtCode)).toMatchObject({
      logged: (before?.logged ?? 0) + 5,
      expected: (before?.expected ?? 0) + 4,
    });
    expect(await differences()).toEqual([]);

    const there = await october(ELSEWHERE);
    await database.sql.query('UPDATE facility SET district_code = $1, subdistrict_code = NULL WHERE id = $2', [
      ELSEWHERE,
      centreId,
    ]);
    expect(await october(districtCode)).toMatchObject({ logged: before?.logged, expected: before?.expected });
    expect(await october(ELSEWHERE)).toMatchObject({
      logged: (there?.logged ?? 0) + 5,
      expected: (there?.expected ?? 0) + 4,
    });
    expect(await differences()).toEqual([]);

    await database.db.activityMonth.deleteMany({ where: { clinicId } });
    await database.db.expectedMonth.deleteMany({ where: { clinicId } });
    expect(await october(ELSEWHERE)).toMatchObject({ logged: there?.logged, expected: there?.expected });
    expect(await differences()).toEqual([]);
  });

  it('are laid together, while others write, twice at once, and stay the same', async () => {
    const { districtCode } = world;
    await world.sent(undefined, addDays(SESSION_DAY, -28));
    const before = await october(districtCode);
    await Promise.all([
      foldDistricts(),
      foldDistricts(),
      ...[1, 2, 3].map((week) => world.sent(undefined, addDays(SESSION_DAY, -7 * week))),
    ]);
    expect(await differences()).toEqual([]);
    await foldDistricts();
    const after = await october(districtCode);
    expect(after?.rows).toBe(1);
    expect(after?.logged).toBeGreaterThan(before?.logged ?? 0);
    expect(await differences()).toEqual([]);
  });

  it('are laid together only when there are many rows', async () => {
    const asked = async () => (await FOLD_DISTRICTS.asked?.())?.length;
    expect(await asked()).toBe(0);
    await database.sql.query(
      "INSERT INTO district_activity (district_code, month) SELECT $1, '2026-10-01' FROM generate_series(1, 1002)",
      [world.districtCode],
    );
    expect(await asked()).toBe(1);
    await FOLD_DISTRICTS.run({ id: 'of-test', signal: new AbortController().signal });
    expect(await asked()).toBe(0);
    expect(await differences()).toEqual([]);
  });
});
