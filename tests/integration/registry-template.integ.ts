import { expect, it } from 'vitest';
import { readWorkbook } from '@/lib/core/xlsx-reader';
import { listTemplate } from '@/lib/registry/files/export';
import { LIST_NAMES } from '@/lib/registry/schema';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

const database = useDatabase('empty');
const LIMITS = { rows: 20_000, columns: 60, unpackedBytes: 10_000_000 };

it.each(LIST_NAMES)('the template of %s has a head, no rows and a dictionary of its columns', async (list) => {
  expect(await database.db.district.count()).toBe(16);
  const made = await listTemplate(actorWith({ role: 'city_officer' }), list, {
    locale: 'zh-CN',
    words: REGISTRY_WORDS,
  });
  if (!made.ok) throw new Error(made.error.code);
  const parts: Uint8Array[] = [];
  for await (const part of made.value.body) parts.push(part);
  const read = await readWorkbook(Buffer.concat(parts), LIMITS);
  if (!read.ok) throw new Error(read.problem);
  // drop-downs stand on sheets that are not shown
  const [form, dictionary, ...more] = read.sheets;
  expect(more).toEqual([]);
  expect(form?.rows).toHaveLength(1);
  expect(dictionary?.rows.slice(1).map(({ cells }) => cells[0])).toEqual(form?.rows[0]?.cells);
});

it('gives no template to whoever brings nothing in', async () => {
  const clerk = actorWith({ role: 'centre_clerk', centreId: 'centre-310101-01' });
  const made = await listTemplate(clerk, 'centres', { locale: 'zh-CN', words: REGISTRY_WORDS });
  expect(made).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
});
