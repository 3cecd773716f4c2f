import { z } from 'zod';
import type { ExpertPresence, SessionMode } from '@/lib/clinic-sessions/schema';
import type { CivilDate } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';

// Is a clinic real? (domain.md §6) What is looked at, what is said of it, and the thresholds in between.

/** From the best to the worst; `insufficient` says nothing of a clinic. */
export const MONITOR_STATES = ['steady', 'irregular', 'idle', 'nominal_only', 'insufficient'] as const;
export type MonitorState = (typeof MONITOR_STATES)[number];

/** States that ask somebody to look into the clinic. */
export const FOLLOWED_STATES = ['idle', 'nominal_only'] as const satisfies readonly MonitorState[];

const whole = (min: number, max: number) =>
  z.int({ error: 'monitor.problem.whole' }).min(min, { error: 'monitor.problem.range' }).max(max, {
    error: 'monitor.problem.range',
  });

/** Every number the states are judged by. The first seven are domain.md's; those said to be ours are not. */
export const thresholdsSchema = z.object({
  /** length of the window in weeks */
  windowWeeks: whole(4, 26),
  /** fewer expected sessions than this are too few to judge */
  minExpected: whole(1, 30),
  /** less than this share logged is too little to judge, in percent of the expected sessions */
  minLoggedPercent: whole(0, 100),
  /** held below this: nominal-only */
  nominalHeldPercent: whole(0, 100),
  /** held from this on: steady; below: irregular */
  steadyHeldPercent: whole(0, 100),
  /** planned or substitute expert in at least this share of the held sessions: steady */
  steadyExpertPercent: whole(0, 100),
  /** expert absent in more than this share of the held sessions: idle */
  idleAbsentPercent: whole(0, 100),
  /** median visits of the held sessions up to this: idle */
  idleMedianVisits: whole(0, 50),
  /** irregular below this share held says so with a warning */
  warnHeldPercent: whole(0, 100),
  /** a session without a record counts as not logged after so many days (ours) */
  logGraceDays: whole(0, 31),
  /** so long the expert or the hospital may take to confirm a claim, in days after it was sent (ours) */
  confirmDays: whole(0, 60),
  /** at least so many claims that long unconfirmed, and none confirmed: nominal-only (ours) */
  minUnconfirmed: whole(1, 30),
  /** the same counts in so many records ask for a look; these and the next ones are ours */
  signalRepeated: whole(2, 50),
  /** both numbers of visits end in 0 or 5 in this share of the held sessions */
  signalRoundPercent: whole(1, 100),
  /** so many records of different weeks sent within an hour */
  signalBatch: whole(2, 50),
  /** visits are exactly the target in this share of the held sessions */
  signalTargetPercent: whole(1, 100),
});
export type Thresholds = z.output<typeof thresholdsSchema>;
export type ThresholdName = keyof Thresholds;
export const THRESHOLD_NAMES = Object.keys(thresholdsSchema.shape) as readonly ThresholdName[];

/** What a record said at a moment. */
export type RecordFacts = {
  held: boolean;
  presence: ExpertPresence | null;
  expertId: string | null;
  mode: SessionMode | null;
  visitsNew: number;
  visitsReturn: number;
  prescriptions: number;
  preparations: number;
  teachingCases: number;
  trainees: number;
};

/** A record as it was known at a moment. */
export type KnownRecord = RecordFacts & {
  date: CivilDate;
  half: Half;
  sentAt: Date;
  confirmed: boolean;
};

/** One clinic's sessions in the days of a window, as they were known at an instant. */
export type MonitorWindow = {
  from: CivilDate;
  to: CivilDate;
  knownAt: Date;
  /** what the schedule expects, each with its record or without one */
  expected: readonly { date: CivilDate; half: Half; record: KnownRecord | null }[];
  /** records of sessions that the schedule does not name */
  extra: readonly KnownRecord[];
};

/** What the judgement is made of. Sessions are the expected ones unless said otherwise. */
export type MonitorNumbers = {
  /** sessions that took place or should have, and whose time for logging is over or used */
  expected: number;
  /** still in time to be logged; they count nowhere else */
  pending: number;
  logged: number;
  held: number;
  confirmed: number;
  extra: number;
  /** of the held ones, extra sessions included */
  expertPlanned: number;
  expertSubstitute: number;
  expertAbsent: number;
  visitsNew: number;
  visitsReturn: number;
  /** of the held sessions, extra ones included; null when none was held */
  medianVisits: number | null;
  trainees: number;
  /** claimed as held and, after the time for it, confirmed by nobody; extra sessions included */
  unconfirmed: number;
  /** all confirmed ones, extra sessions included */
  confirmedAny: number;
};

export const REASON_CODES = [
  'few_expected',
  'few_logged',
  'hardly_held',
  'none_confirmed',
  'expert_mostly_absent',
  'hardly_visited',
  'held_below_steady',
  'expert_below_steady',
  'held_warning',
  'held_steady',
  'expert_steady',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** One reason: the number, the threshold it was compared with, and how many of how many the number comes from. */
export type Reason = {
  code: ReasonCode;
  value: number;
  threshold: number;
  part: number;
  whole: number;
  /** days, where the reason speaks of a time */
  days?: number;
};

export type Judgement = { state: MonitorState; reasons: readonly Reason[]; numbers: MonitorNumbers };

/** What asks for a look and is no verdict. */
export const SIGNAL_CODES = [
  'repeated_rows',
  'round_numbers',
  'batch_entry',
  'on_holidays',
  'two_places',
  'at_target',
] as const;
export type SignalCode = (typeof SIGNAL_CODES)[number];

/** One signal: how many of how many records, from how many on it is shown, and the days of those records. */
export type Signal = { code: SignalCode; part: number; whole: number; threshold: number; dates: readonly CivilDate[] };
