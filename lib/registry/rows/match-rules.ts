import { LRUCache } from 'lru-cache';
import { distanceMetres } from '@/lib/core/geo';
import { compactKey } from '@/lib/public-directory/search/normalise';
import { readingOf } from '@/lib/public-directory/search/pinyin';
import { positionOf } from '@/lib/registry/lists/position-rules';
import type { Candidate, Cells, Entry } from '@/lib/registry/schema';
import { editDistance } from './distance-rules';

// Which entries a row may mean when it names none: near in name, in sound or on the map, within the same parent.

/** What says the kind of a place, not which one; written in many ways. */
const ENDINGS =
  /(?:社区卫生服务中心|社区卫生中心|卫生服务中心|社区医院|卫生院|社区卫生服务站|卫生服务站|卫生站|村?卫生室|communityhealthcent(?:re|er)|communityhealthservicestation)$/;
const BEGINNINGS = /^上海市?/;
const MIDDLES = /(?:街道|镇|乡)(?=.{0,4}$)/;
/** Two places of one parent this near to each other may be one (ours). */
const NEAR_METRES = 120;
const MOST = 3;

/** What is left of a name when everything is taken away that people write in different ways. */
export function nearName(name: string, parent: string): string {
  const key = compactKey(name).replace(BEGINNINGS, '');
  const own = parent !== '' && key.startsWith(compactKey(parent)) ? key.slice(compactKey(parent).length) : key;
  const core = own.replace(ENDINGS, '');
  return core.replace(MIDDLES, '') || core || key;
}

type Known = { entry: Entry; near: string };

const SOUNDS = new LRUCache<string, string>({ max: 20_000 });

/** How a name sounds; finding out costs more than all else in a comparison. */
function soundOf(near: string): string {
  const known = SOUNDS.get(near) ?? readingOf(near)?.full ?? near;
  SOUNDS.set(near, known);
  return known;
}

export type MatchIndex = ReadonlyMap<string, readonly Known[]>;
export type NearWords = {
  of: 'places' | 'names';
  groupOf(cells: Cells): string | null;
  nameOf(cells: Cells): string;
  parentOf(cells: Cells): string;
};

/** A name is compared as its list gives it; a place's has parts that everybody writes otherwise. */
function nearOf({ of, nameOf, parentOf }: NearWords, cells: Cells): string {
  return of === 'names' ? compactKey(nameOf(cells)) : nearName(nameOf(cells), parentOf(cells));
}

/** Entries by the parent in which near names are looked for. */
export function matchIndex(entries: readonly Entry[], words: NearWords): MatchIndex {
  const index = new Map<string, Known[]>();
  for (const entry of entries) {
    const group = words.groupOf(entry.cells);
    if (group === null) continue;
    const near = nearOf(words, entry.cells);
    const list = index.get(group) ?? [];
    list.push({ entry, near });
    index.set(group, list);
  }
  return index;
}

function reasonsOf(row: { near: string; cells: Cells }, { entry, near }: Known) {
  const reasons: Candidate['reasons'] = [];
  const [here, there] = [positionOf(row.cells), positionOf(entry.cells)];
  const metres = here && there ? Math.round(distanceMetres(here, there)) : null;
  const longest = Math.max(row.near.length, near.length);
  if (row.near === near) reasons.push('name');
  else if (row.near.length === near.length && soundOf(row.near) === soundOf(near)) reasons.push('reading');
  else if (longest >= 3 && editDistance(row.near, near, 1) <= 1) reasons.push('spelling');
  if (metres !== null && metres <= NEAR_METRES && entry.cells.exactness !== 'subdistrict_point') reasons.push('near');
  if (row.cells.phone && row.cells.phone === entry.cells.phone) reasons.push('phone');
  return { reasons, metres };
}

/**
 * The entries that a row may mean, the likeliest first, at most three.
 * @param taken entries that other rows of the file name
 */
export function candidatesFor(
  cells: Cells,
  index: MatchIndex,
  words: NearWords,
  taken: ReadonlySet<string>,
): Candidate[] {
  const group = words.groupOf(cells);
  if (group === null) return [];
  const near = nearOf(words, cells);
  const row = { near, cells };
  const found = (index.get(group) ?? []).flatMap((known): Candidate[] => {
    if (taken.has(known.entry.id)) return [];
    const { reasons, metres } = reasonsOf(row, known);
    return reasons.length > 0 ? [{ id: known.entry.id, reasons, metres }] : [];
  });
  return found
    .sort((a, b) => b.reasons.length - a.reasons.length || (a.metres ?? Infinity) - (b.metres ?? Infinity))
    .slice(0, MOST);
}
