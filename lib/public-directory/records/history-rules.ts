import type { CivilDate } from '@/lib/core/dates';
import type { ClosingRecord, FormerName } from '@/lib/public-directory/records-schema';

// Which names and links of the past lead to which place of today.

export type KeptName = { facilityId: string; name: string; nameEn: string; until: CivilDate };
export type KeptClosing = {
  id: string;
  name: string;
  nameEn: string;
  on: CivilDate;
  merged: boolean;
  /** as they were named then; some may have closed since */
  successorIds: readonly string[];
};

/** Whoever took over may have closed too: then those who took over from it count, each once, in their order. */
function openSuccessors(id: string, closings: ReadonlyMap<string, KeptClosing>, seen: ReadonlySet<string>): string[] {
  const next = closings.get(id)?.successorIds ?? [];
  const found = next.flatMap((one) => {
    if (seen.has(one)) return [];
    return closings.has(one) ? openSuccessors(one, closings, new Set([...seen, one])) : [one];
  });
  return [...new Set(found)];
}

/** What is told of closed places, and under which names of the past places are found; the latest names first. */
export function historiesOf(
  names: readonly KeptName[],
  closed: readonly KeptClosing[],
): { closings: Map<string, ClosingRecord>; formerNames: Map<string, FormerName[]> } {
  const byId = new Map(closed.map((one) => [one.id, one]));
  const closings = new Map<string, ClosingRecord>();
  const formerNames = new Map<string, FormerName[]>();
  const tell = (id: string, former: FormerName) => formerNames.set(id, [...(formerNames.get(id) ?? []), former]);
  for (const { facilityId, name, nameEn, until } of names) tell(facilityId, { name, nameEn, until, of: null });
  for (const { id, name, nameEn, on, merged } of closed) {
    const successorIds = openSuccessors(id, byId, new Set([id]));
    closings.set(id, { on, merged, successorIds });
    const own = [{ name, nameEn, until: on }, ...names.filter(({ facilityId }) => facilityId === id)];
    for (const successor of successorIds)
      for (const former of own)
        tell(successor, { name: former.name, nameEn: former.nameEn, until: former.until, of: id });
  }
  for (const list of formerNames.values()) list.sort((a, b) => (a.until < b.until ? 1 : -1));
  return { closings, formerNames };
}
