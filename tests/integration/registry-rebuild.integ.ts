import { expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { civilDate, dateInShanghai, instantInShanghai } from '@/lib/core/dates';
import { openDatabase } from '@/lib/db/client';
import { networkTotals } from '@/lib/public-directory/network-totals';
import { listWorkbook, sheetRow } from '@/lib/registry/files/file-sheets';
import { LISTS } from '@/lib/registry/lists/lists';
import { readReferences } from '@/lib/registry/rows/references';
import { type CellProblem, type Entry, LIST_NAMES, type ListName } from '@/lib/registry/schema';
import { actorWith } from '@/tests/support/actors';
import { useDatabase, withDatabase } from '@/tests/support/database';
import { answersOf, directoryOf, questionsTo } from '@/tests/support/directory-questions';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { whole } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

const database = useDatabase('empty');
const city = actorWith({ role: 'city_officer' });

type Taken = { list: ListName; file: Buffer; entries: Entry[] };

/** Every list of the demonstration network as the portal hands it out, but accounts, and records, whose days no plan reaches. */
async function takenOut(url: string): Promise<Taken[]> {
  const db = openDatabase(url);
  try {
    const taken: Taken[] = [];
    for (const name of LIST_NAMES.filter((one) => one !== 'records' && one !== 'accounts')) {
      const list = LISTS[name];
      const words = {
        locale: 'zh-CN',
        words: REGISTRY_WORDS,
        references: await readReferences(db, list.columns),
      } as const;
      const entries = await list.read(db, city, 'export');
      const rows = entries.map(({ cells }) => sheetRow(list, cells, words));
      taken.push({ list: name, file: await whole(listWorkbook(list, [rows], words)), entries });
    }
    return taken;
  } finally {
    await db.$disconnect();
  }
}

/** What files hold; whence an entry comes is kept beside it and in no column. */
const columnsOf = (list: ListName, entries: readonly Entry[]) =>
  entries.map(({ cells }) => LISTS[list].columns.map(({ key }) => cells[key] ?? null));

/**
 * A clinic stands again since its present status began; before that day nobody is known to have been there, and nothing is
 * planned.
 */
function sinceItsStatus({ id, cells }: Entry, taken: readonly Taken[]): Entry {
  const clinics = taken.find(({ list }) => list === 'clinics')?.entries ?? [];
  const since = clinics.find((clinic) => clinic.id === cells.clinic)?.cells.statusFrom ?? '';
  return { id, cells: { ...cells, ...((cells.slotFrom ?? '') < since && { slotFrom: since }) } };
}

/** A target is set before its period begins; those of the demonstration's own year cannot be set in it. */
function isTooLate(list: ListName, { cells }: Entry): boolean {
  return list === 'targets' && cells.origin === 'demonstration' && (cells.periodFrom ?? '') <= dateInShanghai(now());
}
const saysTooLate = ({ code, level }: CellProblem) => level !== 'error' || code === 'targetBegun';

it('stands again in an empty portal, list by list from its own files', async () => {
  const { taken, original } = await withDatabase('demo', async (url) => ({
    taken: await takenOut(url),
    original: await directoryOf(url),
  }));
  for (const { list, file, entries } of taken) {
    const found = await uploaded(city, list, file);
    // what is published already and lies in the past stays as it is
    const faulty = (await rowsOf(city, found.id, 'faulty')).filter(({ problems }) => !problems.every(saysTooLate));
    expect(faulty.slice(0, 2)).toEqual([]);
    const sound = entries.filter((entry) => !isTooLate(list, entry));
    const expected = list === 'schedules' ? sound.map((entry) => sinceItsStatus(entry, taken)) : sound;
    expect(found.counts.added + found.counts.changed + found.counts.same, list).toBe(expected.length);
    await applied(city, found.id);
    const standing = await LISTS[list].read(database.db, city, 'export');
    expect(columnsOf(list, standing), list).toEqual(columnsOf(list, expected));
  }
  const rebuilt = await directoryOf(database.url);
  const questions = questionsTo(original);
  // now, and on the Saturday after: other places are open then, other sessions the next
  for (const instant of [now(), instantInShanghai(civilDate('2026-11-21'), 8 * 60)]) {
    const answers = answersOf(original, questions, instant);
    expect(answers.filter(({ rows }) => rows.length > 0).length).toBeGreaterThan(questions.length - 10);
    expect(answers.flatMap(({ rows }) => rows.flatMap(({ nextExpertSession }) => nextExpertSession ?? []))).not.toEqual(
      [],
    );
    expect(answersOf(rebuilt, questions, instant)).toEqual(answers);
  }
  expect(networkTotals(rebuilt, now())).toEqual(networkTotals(original, now()));
  expect(await database.db.communityCentre.count()).toBe(249);
  expect(await database.db.serviceStation.count()).toBe(1986);
  expect(await database.db.jointClinic.count()).toBe(134);
  expect(await database.db.traineeDoctor.count()).toBe(286);
}, 180_000);
