import type { List } from '@/lib/registry/lists/list';
import { AS_NEW, type Candidate, type Cells, type Entry } from '@/lib/registry/schema';
import { candidatesFor, type MatchIndex, matchIndex, type NearWords } from './match-rules';
import type { References } from './reference-rules';
import type { ReadRow, RowContext } from './row-rules';

// Which entry of a list each row of a file means.

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

/** The way in which near names are compared in this list. */
function nearWords(list: CheckedList, references: References): NearWords | null {
  if (!list.near) return null;
  const parentOf = (cells: Cells) => references.district.entries.get(cells.district ?? '')?.names[0] ?? '';
  return { ...list.near, parentOf };
}

export type Finder = {
  byId: ReadonlyMap<string, Entry>;
  byKey: ReadonlyMap<string, readonly Entry[]>;
  index: MatchIndex | null;
  near: NearWords | null;
};
export type Found = {
  entry: Entry | null;
  candidates: Candidate[];
  chosen: string | null;
  key: string | null;
  /** set where the row calls the entry by a name it had before */
  former?: FormerKey;
};

/** A list's entries as rows look for them. */
export function finderFor(list: CheckedList, { present, references }: CheckContext): Finder {
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
export function namedIn(
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

/** The entry that a row means: by its id, its key or a name of before, or as was chosen among near ones. */
export function findEntry(
  { cells }: ReadRow,
  list: CheckedList,
  finder: Finder,
  taken: ReadonlySet<string>,
  context: CheckContext,
): Found {
  const key = list.keyOf(cells);
  const nothing = { candidates: [], chosen: null, key };
  const named = cells.id ? finder.byId.get(cells.id) : undefined;
  if (named) return { ...nothing, entry: named };
  // an id of another system names nothing here, and says that the row may still mean an entry by another id
  if (!cells.id) {
    const same = key === null ? [] : (finder.byKey.get(key) ?? []);
    const [only] = same;
    if (only && same.length === 1) return { ...nothing, entry: only };
    const former = key === null || same.length > 1 ? undefined : context.former.get(key);
    const renamed = former && finder.byId.get(former.id);
    if (renamed) return { ...nothing, entry: renamed, former };
  }
  if (!finder.index || !finder.near || key === null) return { ...nothing, entry: null };
  const candidates = candidatesFor(cells, finder.index, finder.near, taken);
  const remembered = context.choices.get(key) ?? null;
  const chosen = remembered === AS_NEW || candidates.some(({ id }) => id === remembered) ? remembered : null;
  return {
    key,
    candidates,
    chosen,
    entry: chosen === null || chosen === AS_NEW ? null : (finder.byId.get(chosen) ?? null),
  };
}

/** An entry that has the key which this one would have; the database would refuse both, so its row is told. */
export function keyTaken(
  { id, after }: { id: string; after: Cells },
  list: CheckedList,
  { byKey }: Finder,
  named: ReadonlySet<string>,
): Entry | undefined {
  const key = list.keyIsUnique ? list.keyOf(after) : null;
  // one that the file names as well may give its key up there
  return key === null ? undefined : byKey.get(key)?.find((other) => other.id !== id && !named.has(other.id));
}
