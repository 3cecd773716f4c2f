import type { IndicatorDefinition } from '@/lib/indicators/schema';
import type { PlanState } from '@/lib/joint-clinics/plan-schema';
import { compactKey } from '@/lib/public-directory/search/normalise';
import type { Polygons } from '@/lib/registry/lists/outline-rules';
import type { ReferenceName } from '@/lib/registry/schema';
import { editDistance } from './distance-rules';

// What cells may name: an entry by its code or by one of its names.

export type Named = {
  id: string;
  names: readonly string[];
  /** the id of what it lies in, where names repeat */
  within?: string;
  /** a place that stands for it on the map */
  point?: { latitude: string; longitude: string };
  outline?: Polygons;
  /** a person who works no more and is given nothing new */
  inactive?: boolean;
  /** an alliance of districts, or one by subject */
  alliance?: 'regional' | 'specialty';
  /** the district of a clinic's centre, and what its sessions follow from */
  district?: string;
  plan?: PlanState;
  /** a clinic whose first plan has come today, so that changes of past days may come too */
  openPast?: boolean;
  /** what holds of an indicator, and the targets that it has */
  target?: { definition: IndicatorDefinition; standing: readonly StandingTarget[] };
};

export type StandingTarget = { id: string; unit: string; from: string; to: string };

export type ReferenceIndex = {
  /** ids by every way of naming */
  byName: ReadonlyMap<string, readonly string[]>;
  entries: ReadonlyMap<string, Named>;
};
export type References = Readonly<Record<ReferenceName, ReferenceIndex>>;

/** An index of what may be named; the first name is the Chinese one, the second the English. */
export function referenceIndex(entries: readonly Named[]): ReferenceIndex {
  const byName = new Map<string, string[]>();
  for (const { id, names } of entries)
    for (const key of new Set([compactKey(id), ...names.map(compactKey)]))
      byName.set(key, [...(byName.get(key) ?? []), id]);
  return { byName, entries: new Map(entries.map((entry) => [entry.id, entry])) };
}

/** The entries that a text names; more than one is ambiguous. `within` chooses among entries of one name. */
export function entriesNamed(index: ReferenceIndex, text: string, within: string | null): readonly string[] {
  if (index.entries.has(text)) return [text];
  const found = index.byName.get(compactKey(text)) ?? [];
  if (found.length < 2 || within === null) return found;
  const inside = found.filter((id) => index.entries.get(id)?.within === within);
  return inside.length > 0 ? inside : found;
}

/** How an entry is written in a file: by name where that says which, else by its code. */
export function referenceText(index: ReferenceIndex, id: string, english: boolean): string {
  const names = index.entries.get(id)?.names ?? [];
  const name = (english ? names[1] : undefined) ?? names[0];
  return name && index.byName.get(compactKey(name))?.length === 1 ? name : id;
}

/** The entry whose name is nearest to a text that names none, if any is near enough. */
export function nearestName(index: ReferenceIndex, text: string): string | null {
  const key = compactKey(text);
  if (key.length < 2) return null;
  const most = Math.max(1, Math.floor(key.length / 3));
  let best: { id: string; distance: number } | null = null;
  for (const [name, ids] of index.byName) {
    const id = ids[0];
    if (!id || Math.abs(name.length - key.length) > most) continue;
    const distance = editDistance(key, name, most);
    if (distance <= most && distance < (best?.distance ?? most + 1)) best = { id, distance };
  }
  return best?.id ?? null;
}
