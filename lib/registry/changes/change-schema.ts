import { z } from 'zod';
import type { ChangeKind, ClosingSeen } from './closing-schema';
import { effectiveDayText, reasonText, requestRef } from './request-fields';

// Changes of a profile that a centre proposes and its district decides.

export const CHANGE_STATES = ['proposed', 'returned', 'approved', 'applied', 'withdrawn'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];
/** Still talked about: a facility has one such request at most. */
export const OPEN_STATES = ['proposed', 'returned', 'approved'] as const;

export const CHANGE_STEPS = [
  ...(['proposed', 'resubmitted', 'evidence', 'returned', 'approved', 'applied', 'outdated', 'withdrawn'] as const),
] as const;
export type ChangeStepKind = (typeof CHANGE_STEPS)[number];

/** What of a profile a centre may propose; named as the columns of lists are. */
export const PROFILE_KEYS = [
  ...([
    'name',
    'nameEn',
    'shortName',
    'subdistrict',
    'address',
    'addressEn',
    'phone',
    'latitude',
    'longitude',
  ] as const),
  ...(['exactness', 'hours', 'holidays', 'features', 'techniques', 'conditions'] as const),
] as const;
export type ProfileKey = (typeof PROFILE_KEYS)[number];

/** The cells of a proposal that a form sends; how exact a position is follows from its digits. */
export const TYPED_KEYS = [...PROFILE_KEYS.filter((key) => key !== 'exactness'), 'datum'] as const;

const partSchema = z.partialRecord(z.enum(PROFILE_KEYS), z.string().nullable());
/** Some cells of a profile, as requests keep them. */
export const profilePartSchema = partSchema;
export type ProfilePart = z.infer<typeof partSchema>;

/** A change is proposed or approved for a day of the coming year. */
export const DAYS_AHEAD = 366;
const LONGEST_CELL = 8_000;

export const changeRefSchema = z.object(requestRef);
export const proposalSchema = z.object({
  /** a request that is sent again, with its version; null for a new one */
  request: z.object(requestRef).nullable(),
  facilityId: z.string().min(1).max(63),
  values: z.record(z.string().max(40), z.string().max(LONGEST_CELL)),
  reason: reasonText,
  effectiveOn: effectiveDayText,
});
export const returnSchema = z.object({ ...requestRef, reason: reasonText });
export const approvalSchema = z.object({ ...requestRef, effectiveOn: effectiveDayText });
export const withdrawalSchema = z.object(requestRef);

export const changeFilterSchema = z.object({
  state: z.enum(CHANGE_STATES).nullable().catch(null).default(null),
  /** the last request of the page before */
  after: z.uuid().nullable().catch(null).default(null),
});
export type ChangeFilter = z.infer<typeof changeFilterSchema>;

type Named = { id: string; name: string; nameEn: string };

/** A request as a row of the list. */
export type ChangeListed = {
  id: string;
  state: ChangeState;
  kind: ChangeKind;
  facility: Named & { district: { name: string; nameEn: string } };
  keys: ProfileKey[];
  effectiveOn: string;
  proposedByName: string;
  changedAt: Date;
};
export type ChangePage = { changes: ChangeListed[]; next: string | null };

/** One cell before and after, as the reader's language says it; `present` where the profile has moved since. */
export type ChangedCell = { key: ProfileKey; before: string; after: string; present: string | null };

export type ChangeSeen = ChangeListed & {
  version: number;
  reason: string;
  proposedAt: Date;
  cells: ChangedCell[];
  /** how far the position would move, in metres in a straight line; null when it stays */
  movedMetres: number | null;
  /** null for a change of the profile */
  closing: ClosingSeen | null;
  /** what a careful reader would ask about, as keys of the catalog of lists */
  warnings: { key: string; problem: string }[];
  evidence: { fileName: string; bytes: number } | null;
  steps: { kind: ChangeStepKind; text: string | null; byName: string | null; at: Date; version: number }[];
  mayEdit: boolean;
  mayWithdraw: boolean;
  mayDecide: boolean;
  mayReturn: boolean;
};

/** What the form of a proposal begins with. */
export type ChangeFormView = {
  facility: Named;
  values: Record<string, string>;
  techniques: { value: string; label: string }[];
  subdistricts: { value: string; label: string }[];
  reason: string;
  effectiveOn: string | null;
  /** a request about this facility that is still open */
  open: { id: string; state: ChangeState } | null;
};
