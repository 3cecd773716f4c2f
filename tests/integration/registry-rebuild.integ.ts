import pg from 'pg';
import { expect, it } from 'vitest';
import { compareActivity } from '@/lib/clinic-sessions/reconcile';
import { now } from '@/lib/core/clock';
import { civilDate, dateInShanghai, instantInShanghai, toDbDate } from '@/lib/core/dates';
import { type Database, openDatabase } from '@/lib/db/client';
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
import { pastTotals } from '@/tests/support/past-totals';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

const database = useDatabase('empty');
const city = actorWith({ role: 'city_officer' });

type Taken = { list: ListName; file: Buffer; entries: Entry[] };

/** What the demonstration lacks of a past: names that were given up, and days that are over. */
async function aged(db: Database): Promise<void> {
  const [one, other] = await db.facility.findMany({
    where: { kind: 'community_centre' },
    orderBy: { id: 'asc' },
    take: 2,
  });
  if (!one || !other) throw new Error('there are no centres');
  const origin = 'demonstration' as const;
  await db.facilityAlias.createMany({
    data: [
      {
        facilityId: one.id,
        name: '外滩地段医院',
        nameEn: 'Waitan Hospital',
        usedUntil: toDbDate(civilDate('2006-05-01')),
        origin,
      },
      {
        facilityId: one.id,
        name: '外滩卫生院',
        nameEn: '外滩卫生院',
        usedUntil: toDbDate(civilDate('1998-01-01')),
        origin,
      },
    ],
  });
  const day = { facilityId: other.id, date: toDbDate(civilDate('2026-10-08')), reason: '检修', origin };
  await db.openingException.create({ data: { id: `${other.id}-2026-10-08-closed`, ...day } });
}

/** Every list of the demonstration network as the portal hands it out, records month by month; it has no accounts. */
async function takenOut(db: Database): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const name of LIST_NAMES.filter((one) => one !== 'accounts')) {
    const list = LISTS[name];
    const references = await readReferences(db, list.columns);
    const words = { locale: 'zh-CN', words: REGISTRY_WORDS, references } as const;
    // the earliest first: what is usual at a clinic is known from what was before
    const parts = (await list.parts?.(db, city))?.toReversed() ?? [undefined];
    for (const part of parts) {
      const entries = await list.read(db, city, 'export', undefined, part);
      const rows = entries.map(({ cells }) => sheetRow(list, cells, words));
      taken.push({ list: name, file: await whole(listWorkbook(list, [rows], words)), entries });
    }
  }
  return taken;
}

async function original(url: string) {
  const db = openDatabase(url);
  const client = new pg.Pool({ connectionString: url, max: 1 });
  try {
    await aged(db);
    return { taken: await takenOut(db), directory: await directoryOf(url), past: await pastTotals(client) };
  } finally {
    await client.end();
    await db.$disconnect();
  }
}

/** What files hold; whence an entry comes is kept beside it and in no column. */
const columnsOf = (list: ListName, entries: readonly Entry[]) =>
  entries.map(({ cells }) => LISTS[list].columns.map(({ key }) => cells[key] ?? null));

/** A target is set before its period begins; those of the demonstration's own year cannot be set in it. */
function isTooLate(list: ListName, { cells }: Entry): boolean {
  return list === 'targets' && cells.origin === 'demonstration' && (cells.periodFrom ?? '') <= dateInShanghai(now());
}
const saysTooLate = ({ code, level }: CellProblem) => level !== 'error' || code === 'targetBegun';

/** Records come in as they were sent: what others have said of them since, they have to say here. */
function asSent({ id, cells }: Entry): Entry {
  return { id, cells: { ...cells, recordState: cells.recordState === 'withdrawn' ? 'withdrawn' : 'submitted' } };
}

it('stands again in an empty portal, list by list from its own files', async () => {
  const { taken, directory, past } = await withDatabase('demo', original);
  for (const { list, file, entries } of taken) {
    const found = await uploaded(city, list, file);
    // what is published already and lies in the past stays as it is
    const faulty = (await rowsOf(city, found.id, 'faulty')).filter(({ problems }) => !problems.every(saysTooLate));
    expect(faulty.slice(0, 2)).toEqual([]);
    const sound = entries.filter((entry) => !isTooLate(list, entry));
    const expected = list === 'records' ? sound.map(asSent) : sound;
    expect(found.counts.added + found.counts.changed + found.counts.same, list).toBe(expected.length);
    await applied(city, found.id);
    const [part] = list === 'records' ? [expected[0]?.cells.recordDate?.slice(0, 7)] : [];
    const standing = await LISTS[list].read(database.db, city, 'export', undefined, part);
    expect(columnsOf(list, standing), list).toEqual(columnsOf(list, expected));
  }
  const rebuilt = await directoryOf(database.url);
  const questions = [...questionsTo(directory)];
  // now, and on the Saturday after: other places are open then, other sessions the next
  for (const instant of [now(), instantInShanghai(civilDate('2026-11-21'), 8 * 60)]) {
    const answers = answersOf(directory, questions, instant);
    expect(answers.filter(({ rows }) => rows.length > 0).length).toBeGreaterThan(questions.length - 10);
    expect(answers.flatMap(({ rows }) => rows.flatMap(({ nextExpertSession }) => nextExpertSession ?? []))).not.toEqual(
      [],
    );
    expect(answersOf(rebuilt, questions, instant)).toEqual(answers);
  }
  expect(networkTotals(rebuilt, now())).toEqual(networkTotals(directory, now()));
  expect(await pastTotals(database.sql)).toEqual(past);
  const { differences, districts } = await compareActivity(database.db);
  expect([differences, districts]).toEqual([[], []]);
  expect(await database.db.communityCentre.count()).toBe(249);
  expect(await database.db.serviceStation.count()).toBe(1986);
  expect(await database.db.jointClinic.count()).toBe(134);
  expect(await database.db.traineeDoctor.count()).toBe(286);
}, 240_000);
