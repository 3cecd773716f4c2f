import type { CivilDate } from '@/lib/core/dates';
import { distanceMetres } from '@/lib/core/geo';
import { positionOf } from '@/lib/registry/lists/position-rules';
import type { Cells } from '@/lib/registry/schema';
import { type ChangeState, PROFILE_KEYS, type ProfileKey, type ProfilePart } from './change-schema';
import type { ChangeKind } from './closing-schema';

// What a proposed change is, and how a request moves.

export type ChangeEvent = 'resubmit' | 'addEvidence' | 'return' | 'approve' | 'apply' | 'outdate' | 'withdraw';

const MOVES: Record<ChangeEvent, Partial<Record<ChangeState, ChangeState>>> = {
  resubmit: { proposed: 'proposed', returned: 'proposed' },
  addEvidence: { proposed: 'proposed', returned: 'returned' },
  return: { proposed: 'returned', approved: 'returned' },
  approve: { proposed: 'approved' },
  apply: { proposed: 'applied', approved: 'applied' },
  outdate: { approved: 'returned' },
  withdraw: { proposed: 'withdrawn', returned: 'withdrawn', approved: 'withdrawn' },
};

/** The state that an event leads to; null where it may not happen. */
export function moved(state: ChangeState, event: ChangeEvent): ChangeState | null {
  return MOVES[event][state] ?? null;
}

const cellOf = (cells: Cells | ProfilePart, key: ProfileKey) => cells[key] ?? null;

/** The cells of a profile that differ, as they are and as they would be. */
export function differenceOf(present: Cells, proposed: Cells): { before: ProfilePart; after: ProfilePart } {
  const [before, after]: [ProfilePart, ProfilePart] = [{}, {}];
  for (const key of PROFILE_KEYS) {
    if (cellOf(present, key) === cellOf(proposed, key)) continue;
    before[key] = cellOf(present, key);
    after[key] = cellOf(proposed, key);
  }
  return { before, after };
}

/** The cells of a request that are no longer what its proposer saw. */
export function movedSince(before: ProfilePart, present: Cells): ProfileKey[] {
  return keysOf(before).filter((key) => cellOf(before, key) !== cellOf(present, key));
}

/** The cells that a request is about, in the order of the form. */
export function keysOf(part: ProfilePart): ProfileKey[] {
  return PROFILE_KEYS.filter((key) => part[key] !== undefined);
}

/** How far a change moves the position, in whole metres in a straight line; null when it stays where it is. */
export function movedMetres(before: ProfilePart, after: ProfilePart, present: Cells): number | null {
  if (after.latitude === undefined && after.longitude === undefined) return null;
  const [from, to] = [positionOf({ ...present, ...before }), positionOf({ ...present, ...before, ...after })];
  return from && to ? Math.round(distanceMetres(from, to)) : null;
}

export type RequestSubject = 'changeRequest' | 'moveRequest' | 'closingRequest' | 'mergeRequest';

/** What the audit trail calls a request: it moves a place, closes it, merges it, or changes something else of its profile. */
export function requestSubject(kind: ChangeKind, after: ProfilePart): RequestSubject {
  if (kind !== 'profile') return `${kind === 'merge' ? 'merge' : 'closing'}Request`;
  const moves = after.latitude !== undefined || after.longitude !== undefined || after.subdistrict !== undefined;
  return moves ? 'moveRequest' : 'changeRequest';
}

/** Whether a change gives up a name, so that the old one must still be found. */
export function renames({ name, nameEn }: ProfilePart): boolean {
  return Boolean(name || nameEn);
}

/** Whether a change holds from a day that has come. */
export function isDue(effectiveOn: CivilDate, today: CivilDate): boolean {
  return effectiveOn <= today;
}
