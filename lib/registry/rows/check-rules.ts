import type { List } from '@/lib/registry/lists/list';
import {
  AS_NEW,
  type Candidate,
  type CellProblem,
  type Cells,
  type Column,
  type Entry,
  type ImportOutcome,
} from '@/lib/registry/schema';
import { candidatesFor, type MatchIndex, matchIndex, type NearWords } from './match-rules';
import type { References } from './reference-rules';
import { problemAt, type ReadRow, type RowContext } from './row-rules';
import { type Meant, takenSpans } from './span-rules';

// What each row of a file would do to a list, without doing anything.

export type CheckedList = Pick<
  List,
  | ('columns' | 'keyOf' | 'keyIsUnique' | 'newId' | 'labelOf' | 'near')
  | ('fixed' | 'check' | 'complete' | 'scopeColumn' | 'spans')
>;

export type CheckContext = RowContext & {
  /** every entry on which the actor may act */
  present: readonly Entry[];
  /** ids that are taken by entries beyond the actor's scope */
  takenElsewhere: ReadonlySet<string>;
  inScope(cells: Cells): boolean;
  /** entries by the keys of the names they had before */
  former: ReadonlyMap<string, FormerKey>;
  /** what was chosen for rows like these: the id of an entry, or that they are new */
  choices: ReadonlyMap<string, string>;
};

/** The entry that had a name, and the English name beside it. */
export type FormerKey = { id: string; nameEn: string };

export type CheckedRow = {
  line: number;
  raw: readonly string[];
  outcome: ImportOutcome;
  label: string;
  objectId: string | null;
  problems: CellProblem[];
  before: Cells | null;
  after: Cells | null;
  candidates: Candidate[];
  chosen: string | null;
};

/** What an entry would be: what is there, what the row says over it, and what an entry needs besides. */
function merged({ cells, given }: ReadRow, present: Entry | null, list: CheckedList, references: References): Cells {
  const base: Record<string, string | null> = { ...present?.cells };
  for (const { key, standard } of list.columns) {
    // an empty cell clears what may be empty; what may not stays as it is
    if (given.has(key))
      base[key] = cells[key] ?? (key !== 'origin' && standard ? present?.cells[key] : null) ?? standard ?? null;
    else if (!present) base[key] = standard ?? null;
  }
  return list.complete(base, references);
}

function differs(before: Cells, after: Cells, columns: readonly Column[]): boolean {
  return columns.some(({ key }) => (before[key] ?? null) !== (after[key] ?? null));
}

function missing(cells: Cells, list: CheckedList, told: ReadonlySet<string>): CellProblem[] {
  return list.columns
    .filter(({ key, required }) => required && !cells[key] && !told.has(key))
    .map(({ key }) => problemAt(key, 'required'));
}

function fixedProblems(before: Cells | null, after: Cells, list: CheckedList): CellProblem[] {
  if (!before) return [];
  return list.fixed
    .filter((key) => before[key] && after[key] && before[key] !== after[key])
    .map((key) => problemAt(key, 'fixed', { found: after[key] ?? '' }));
}

/** The way in which near names are compared in this list. */
function nearWords(list: CheckedList, references: References): NearWords | null {
  if (!list.near) return null;
  const parentOf = (cells: Cells) => references.district.entries.get(cells.district ?? '')?.names[0] ?? '';
  return { ...list.near, parentOf };
}

type Finder = {
  byId: ReadonlyMap<string, Entry>;
  byKey: ReadonlyMap<string, readonly Entry[]>;
  index: MatchIndex | null;
  near: NearWords | null;
};
type Found = {
  entry: Entry | null;
  candidates: Candidate[];
  chosen: string | null;
  key: string | null;
  /** set where the row calls the entry by a name it had before */
  former?: FormerKey;
};

function findEntry(
  { cells }: ReadRow,
  list: CheckedList,
  finder: Finder,
  named: ReadonlySet<string>,
  context: CheckContext,
): Found {
  const key = list.keyOf(cells);
  const nothing = { candidates: [], chosen: null, key };
  if (cells.id) return { ...nothing, entry: finder.byId.get(cells.id) ?? null };
  const same = key === null ? [] : (finder.byKey.get(key) ?? []);
  const [only] = same;
  if (only && same.length === 1) return { ...nothing, entry: only };
  const former = key === null || same.length > 1 ? undefined : context.former.get(key);
  const renamed = former && finder.byId.get(former.id);
  if (renamed) return { ...nothing, entry: renamed, former };
  if (!finder.index || !finder.near || key === null) return { ...nothing, entry: null };
  const candidates = candidatesFor(cells, finder.index, finder.near, named);
  const remembered = context.choices.get(key) ?? null;
  const chosen = remembered === AS_NEW || candidates.some(({ id }) => id === remembered) ? remembered : null;
  return {
    key,
    candidates,
    chosen,
    entry: chosen === null || chosen === AS_NEW ? null : (finder.byId.get(chosen) ?? null),
  };
}

/** A file that knows the old name only does not take the present one away. */
function withPresentName(read: ReadRow, { entry, former }: Found): ReadRow {
  if (!entry || !former) return read;
  const { name = null, nameEn = null } = entry.cells;
  const told = { level: 'corrected', found: read.cells.name ?? '', suggestion: name } as const;
  return {
    ...read,
    cells: { ...read.cells, name, ...(read.cells.nameEn === former.nameEn && { nameEn }) },
    problems: [...read.problems, problemAt('name', 'formerName', told)],
  };
}

function checkRow(typed: ReadRow, found: Found, list: CheckedList, context: CheckContext): CheckedRow {
  const read = withPresentName(typed, found);
  const { row, problems } = read;
  const { entry, candidates, chosen } = found;
  const after = merged(read, entry, list, context.references);
  const objectId = entry?.id ?? read.cells.id ?? list.newId(after);
  const told = new Set(problems.filter(({ level }) => level === 'error').map(({ column }) => column));
  const all = [...problems, ...missing(after, list, told)];
  if (!entry && read.cells.id && context.takenElsewhere.has(read.cells.id))
    all.push(problemAt('id', 'idTaken', { found: read.cells.id }));
  const { scopeColumn = 'district' } = list;
  const place = after[scopeColumn];
  if (!told.has(scopeColumn) && place && !context.inScope(after))
    all.push(problemAt(scopeColumn, 'outOfScope', { found: row.cells[context.columns.indexOf(scopeColumn)] || place }));
  all.push(...fixedProblems(entry?.cells ?? null, after, list));
  // rules about several cells are for cells that could be read
  if (told.size === 0) all.push(...list.check(after, context.references, entry?.cells ?? null));
  const faulty = all.some(({ level }) => level === 'error');
  const state = { ...after, id: objectId };
  const open = candidates.length > 0 && chosen === null;
  const changed = entry ? differs(entry.cells, state, list.columns) : true;
  // a list that says nothing of where an entry is from is the commission's own
  const settled =
    changed && entry && !read.given.has('origin') && 'origin' in state ? { ...state, origin: 'imported' } : state;
  const outcome = faulty ? 'faulty' : open ? 'question' : !entry ? 'added' : changed ? 'changed' : 'same';
  return {
    line: row.line,
    raw: row.cells,
    outcome,
    label: list.labelOf(after) || row.cells.find((text) => text.trim() !== '') || '',
    objectId: faulty && !entry ? null : objectId,
    problems: all,
    before: entry?.cells ?? null,
    after: faulty ? null : settled,
    candidates,
    chosen,
  };
}

/** Finds rows that name what an earlier row has named. */
function repetitionsIn(list: CheckedList) {
  const first = new Map<string, number>();
  return (row: CheckedRow, withId: boolean): CheckedRow => {
    if (!row.after || !row.objectId) return row;
    const key = list.keyOf(row.after);
    const byKey = key !== null && (list.keyIsUnique || !withId);
    const names = [`id ${row.objectId}`, ...(byKey ? [`key ${key}`] : [])];
    const earlier = names.map((name) => first.get(name)).find((line) => line !== undefined);
    if (earlier === undefined) {
      for (const name of names) first.set(name, row.line);
      return row;
    }
    const column = list.columns.find(({ required }) => required)?.key ?? 'id';
    const problem = problemAt(column, 'duplicate', { found: row.label, values: { line: earlier } });
    return { ...row, outcome: 'faulty', after: null, problems: [...row.problems, problem] };
  };
}

function finderFor(list: CheckedList, { present, references }: CheckContext): Finder {
  const byKey = new Map<string, Entry[]>();
  for (const entry of present) {
    const key = list.keyOf(entry.cells);
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  const near = nearWords(list, references);
  const byId = new Map(present.map((entry) => [entry.id, entry]));
  return { byId, byKey, near, index: near && matchIndex(present, near) };
}

/** The entries that rows of the file name themselves; no other row may mean them. */
function namedIn(
  read: readonly ReadRow[],
  list: CheckedList,
  { byKey }: Finder,
  former: CheckContext['former'],
): Set<string> {
  const ids = read.flatMap(({ cells }) => {
    if (cells.id) return [cells.id];
    const key = list.keyOf(cells);
    const same = key === null ? [] : (byKey.get(key) ?? []);
    const before = key === null || same.length > 0 ? undefined : former.get(key);
    if (before) return [before.id];
    return same.length === 1 ? same.map(({ id }) => id) : [];
  });
  return new Set(ids);
}

/** What rows of the file would make of entries that are there; only lists whose entries exclude each other ask. */
function meantBy(
  read: readonly ReadRow[],
  list: CheckedList,
  { byId, byKey }: Finder,
  references: References,
): Meant[] {
  if (!list.spans) return [];
  return read.flatMap((row) => {
    const key = list.keyOf(row.cells);
    const entry = row.cells.id ? byId.get(row.cells.id) : key === null ? undefined : byKey.get(key)?.[0];
    return entry ? [{ entry, after: merged(row, entry, list, references) }] : [];
  });
}

/**
 * Checks every row of a file against the list as it stands, some rows a turn, so that whoever takes them can answer others
 * and need not keep them all.
 */
export function* checkInTurns(
  list: CheckedList,
  read: readonly ReadRow[],
  context: CheckContext,
  size: number,
): Generator<CheckedRow[], void, undefined> {
  const finder = finderFor(list, context);
  const named = namedIn(read, list, finder, context.former);
  const onceOnly = repetitionsIn(list);
  const unlessTaken = takenSpans(
    list,
    context.present,
    meantBy(read, list, finder, context.references),
    context.references,
  );
  for (let from = 0; from < read.length; from += size)
    yield read.slice(from, from + size).map((one) => {
      const checked = checkRow(one, findEntry(one, list, finder, named, context), list, context);
      return unlessTaken(onceOnly(checked, Boolean(one.cells.id)));
    });
}
