import type { Candidate, CellProblem, Cells, Column, Entry, ImportOutcome } from '@/lib/registry/schema';
import {
  type CheckContext,
  type CheckedList,
  type Finder,
  type Found,
  findEntry,
  finderFor,
  keyTaken,
  namedIn,
} from './find-entry-rules';
import type { References } from './reference-rules';
import { problemAt, type ReadRow } from './row-rules';
import { type Meant, takenSpans } from './span-rules';

// What each row of a file would do to a list, without doing anything.

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

type Around = { finder: Finder; named: ReadonlySet<string> };

function checkRow(
  typed: ReadRow,
  found: Found,
  list: CheckedList,
  context: CheckContext,
  { finder, named }: Around,
): CheckedRow {
  const read = withPresentName(typed, found);
  const { row, problems } = read;
  const { entry, candidates, chosen } = found;
  const after = merged(read, entry, list, context.references);
  const objectId = entry?.id ?? read.cells.id ?? list.newId(after);
  const told = new Set(problems.filter(({ level }) => level === 'error').map(({ column }) => column));
  const all = [...problems, ...missing(after, list, told)];
  if (!entry && read.cells.id && context.takenElsewhere.has(read.cells.id))
    all.push(problemAt('id', 'idTaken', { found: read.cells.id }));
  const unanswered = candidates.length > 0 && chosen === null;
  const other = unanswered ? undefined : keyTaken({ id: objectId, after }, list, finder, named);
  // it cannot be new beside an entry that it may be: whoever said so is asked again
  const again = other !== undefined && candidates.some(({ id }) => id === other.id);
  const level = again ? 'warning' : 'error';
  if (other && told.size === 0)
    all.push(problemAt('id', 'keyTaken', { level, found: read.cells.id ?? '', suggestion: other.id }));
  const open = unanswered || again;
  const { scopeColumn = 'district' } = list;
  const place = after[scopeColumn];
  if (!told.has(scopeColumn) && place && !context.inScope(after))
    all.push(problemAt(scopeColumn, 'outOfScope', { found: row.cells[context.columns.indexOf(scopeColumn)] || place }));
  all.push(...fixedProblems(entry?.cells ?? null, after, list));
  // rules about several cells are for cells that could be read
  if (told.size === 0) all.push(...list.check(after, context.references, entry?.cells ?? null));
  const faulty = all.some(({ level }) => level === 'error');
  const state = { ...after, id: objectId };
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
    chosen: again ? null : chosen,
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
      const checked = checkRow(one, findEntry(one, list, finder, named, context), list, context, { finder, named });
      return unlessTaken(onceOnly(checked, Boolean(one.cells.id)));
    });
}
