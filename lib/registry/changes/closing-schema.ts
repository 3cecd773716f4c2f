import { z } from 'zod';
import { effectiveDayText, reasonText, requestRef } from './request-fields';

// The end of a facility: that it closes, perhaps for successors, or that it becomes part of another.

export const CHANGE_KINDS = ['profile', 'closing', 'merge'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export const CLOSING_KINDS = ['closing', 'merge'] as const;
export type ClosingKind = (typeof CLOSING_KINDS)[number];

export const MOST_SUCCESSORS = 3;
const facilityId = z.string().min(1).max(63);

/** What depends on a facility and must be given an answer when it closes. */
export const DEPENDENT_KINDS = ['clinic', 'station', 'trainee'] as const;
export type DependentKind = (typeof DEPENDENT_KINDS)[number];

/** Who takes over, and what becomes of each clinic, station and trainee: it goes to a successor, or ends. */
export const closingSchema = z.object({
  successors: z.array(facilityId).max(MOST_SUCCESSORS),
  answers: z.array(z.object({ kind: z.enum(DEPENDENT_KINDS), id: facilityId, to: facilityId.nullable() })).max(1000),
});
export type Closing = z.infer<typeof closingSchema>;

export const closingProposalSchema = z.object({
  /** a request that is sent again, with its version; null for a new one */
  request: z.object(requestRef).nullable(),
  facilityId,
  kind: z.enum(CLOSING_KINDS),
  closing: closingSchema,
  reason: reasonText,
  effectiveOn: effectiveDayText,
});
export type ClosingProposal = z.output<typeof closingProposalSchema>;

type Named = { id: string; name: string; nameEn: string };

/** A place that may take over, with how far it is. */
export type ClosingCandidate = Named & { kind: string; metres: number };

/** What stands and falls with a facility on a day. */
export type ClosingFacts = {
  candidates: ClosingCandidate[];
  clinics: Named[];
  stations: Named[];
  /** who learns here */
  trainees: Named[];
  /** how many preparations are dispensed here */
  preparations: number;
};

/** What the form of a closing or a merge begins with. */
export type ClosingFormView = {
  facility: Named & { kind: string };
  facts: ClosingFacts;
  closing: Closing;
  reason: string;
  effectiveOn: string | null;
  /** a request about this facility that is still open */
  open: { id: string } | null;
};

/** A closing as it is shown: who takes over, and where each clinic, station and trainee goes. */
export type ClosingSeen = {
  successors: Named[];
  rows: { kind: DependentKind; id: string; name: string; nameEn: string; to: Named | null }[];
  trainees: number;
  preparations: number;
};
