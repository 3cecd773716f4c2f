import type { ExpertPresence, SessionMode, SessionState, TraineePart } from './schema';

// What one record adds to the month of its clinic (domain.md §4: expected ≥ logged ≥ held ≥ confirmed). Commands add the
// difference between after and before; `reconcile` computes the same in SQL and compares.

/** The counts of a month, in the order of the table's columns. */
export const ACTIVITY_COUNTS = [
  'logged',
  'loggedPlanned',
  'held',
  'heldPlanned',
  'confirmed',
  'confirmedPlanned',
  'accepted',
  'disputed',
  'returned',
  'onTime',
  'expertPlanned',
  'expertSubstitute',
  'expertAbsent',
  'remote',
  'visitsNew',
  'visitsReturn',
  'prescriptions',
  'preparations',
  'referralsUp',
  'referralsDown',
  'teachingCases',
  'attendances',
  'attendancesSigned',
  'withTrainee',
  'traineeLed',
] as const;
export type ActivityCount = (typeof ACTIVITY_COUNTS)[number];
export type ActivityCounts = Record<ActivityCount, number>;

/** What of a record counts. */
export type CountedRecord = {
  state: SessionState;
  planned: boolean;
  held: boolean;
  late: boolean;
  expertPresence: ExpertPresence | null;
  mode: SessionMode | null;
  visitsNew: number;
  visitsReturn: number;
  prescriptions: number;
  preparations: number;
  referralsUp: number;
  referralsDown: number;
  teachingCases: number;
  trainees: readonly { part: TraineePart; signedAt: Date | null }[];
};

export const NO_ACTIVITY: Readonly<ActivityCounts> = counts(() => 0);

function counts(of: (name: ActivityCount) => number): ActivityCounts {
  return Object.fromEntries(ACTIVITY_COUNTS.map((name) => [name, of(name)])) as ActivityCounts;
}

/** What a record adds to its clinic's month; a withdrawn one, and none at all, add nothing. */
export function contributionOf(record: CountedRecord | null): ActivityCounts {
  if (!record || record.state === 'withdrawn') return { ...NO_ACTIVITY };
  const { state, planned, held, late, expertPresence, mode, trainees } = record;
  const one = (condition: boolean) => (condition ? 1 : 0);
  const confirmed = held && (state === 'confirmed' || state === 'accepted');
  return {
    logged: 1,
    loggedPlanned: one(planned),
    held: one(held),
    heldPlanned: one(held && planned),
    confirmed: one(confirmed),
    confirmedPlanned: one(confirmed && planned),
    accepted: one(state === 'accepted'),
    disputed: one(state === 'disputed'),
    returned: one(state === 'returned'),
    onTime: one(!late),
    expertPlanned: one(expertPresence === 'planned'),
    expertSubstitute: one(expertPresence === 'substitute'),
    expertAbsent: one(expertPresence === 'absent'),
    remote: one(mode === 'remote'),
    visitsNew: record.visitsNew,
    visitsReturn: record.visitsReturn,
    prescriptions: record.prescriptions,
    preparations: record.preparations,
    referralsUp: record.referralsUp,
    referralsDown: record.referralsDown,
    teachingCases: record.teachingCases,
    attendances: trainees.length,
    attendancesSigned: trainees.filter(({ signedAt }) => signedAt !== null).length,
    withTrainee: one(trainees.length > 0),
    traineeLed: one(trainees.some(({ part }) => part === 'leading')),
  };
}

/** What must be added to `before` to make `after`. */
export function subtract(after: ActivityCounts, before: ActivityCounts): ActivityCounts {
  return counts((name) => after[name] - before[name]);
}

/** Both together. */
export function add(one: ActivityCounts, other: ActivityCounts): ActivityCounts {
  return counts((name) => one[name] + other[name]);
}

/** True when nothing is to be added. */
export function isNothing(delta: ActivityCounts): boolean {
  return ACTIVITY_COUNTS.every((name) => delta[name] === 0);
}
