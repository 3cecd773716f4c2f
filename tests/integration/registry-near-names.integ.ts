import { expect, it } from 'vitest';
import { readListFile } from '@/lib/registry/files/read-file';
import { undoImport } from '@/lib/registry/imports/apply-commands';
import { chooseMatches } from '@/lib/registry/imports/match-commands';
import { LISTS } from '@/lib/registry/lists/lists';
import { getImport } from '@/lib/registry/queries';
import { type ListName, OPEN_CHOICE } from '@/lib/registry/schema';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { exported } from '@/tests/support/exported-list';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

// Lists of things that have names of their own: one written a little otherwise is asked for, not added beside.

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });

const stateOf = async (list: ListName) => JSON.stringify(await LISTS[list].read(database.db, city, 'export'));

/** The first entry of a list as a file without ids, its name written a little otherwise. */
async function rewritten(list: ListName, nameColumn: string) {
  const read = await readListFile(await exported(city, list, 'csv'));
  if (!read.ok) throw new Error(read.problem);
  const [head, first] = read.sheets[0]?.rows ?? [];
  const at = (key: string) => head?.cells.indexOf(REGISTRY_WORDS['zh-CN'](`column.${key}.label`)) ?? -1;
  const id = first?.cells[at('id')] ?? '';
  const cells = first?.cells.map((text, index) =>
    index === at('id') ? '' : index === at(nameColumn) ? `${text}甲` : text,
  );
  return { id, file: csvOf(head?.cells ?? [], [cells ?? []]) };
}

it.each([
  ['preparations', 'preparationName'],
  ['teams', 'teamName'],
  ['clinics', 'clinicName'],
  ['projects', 'projectTitle'],
] as const)('in %s is a question, remembered, and taken back with the import', async (list, nameColumn) => {
  const [before, { id, file }] = [await stateOf(list), await rewritten(list, nameColumn)];
  const { id: importId, version } = await uploaded(city, list, file);
  const [question] = await rowsOf(city, importId);
  expect(question).toMatchObject({ outcome: 'question' });
  expect(question?.candidates.map((one) => one.id)).toContain(id);

  const line = String(question?.line);
  const choose = async (choice: string) => {
    const found = await getImport(city, importId);
    return await chooseMatches(
      city,
      { importId, version: found?.version ?? version, choices: { [line]: choice } },
      REGISTRY_WORDS,
    );
  };
  expect(await choose(id)).toEqual({ ok: true, value: null });
  expect((await rowsOf(city, importId))[0]).toMatchObject({ outcome: 'changed', chosen: id, problems: [] });
  const later = await uploaded(city, list, file);
  expect((await rowsOf(city, later.id))[0], 'a later file').toMatchObject({ outcome: 'changed', chosen: id });
  await choose(OPEN_CHOICE);
  expect((await rowsOf(city, importId))[0]).toMatchObject({ outcome: 'question', chosen: null });
  await choose(id);

  expect(await applied(city, importId)).toBe(1);
  expect(await stateOf(list)).not.toBe(before);
  const written = await getImport(city, importId);
  expect(await undoImport(city, { importId, version: written?.version ?? 0 })).toEqual({
    ok: true,
    value: { rows: 1 },
  });
  expect(await stateOf(list)).toBe(before);
});
