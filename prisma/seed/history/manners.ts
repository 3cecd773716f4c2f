import type { NotHeldReason } from '@/lib/clinic-sessions/schema';
import type { ClinicBehaviour } from '@/lib/db/generated/enums';

// How clinics of each known behaviour go about their sessions and records (ours). A behaviour has one or more manners,
// because an idle clinic may be one without its expert or one without patients.

export type Manner = {
  /** how often a planned session gets a record at all */
  logged: number;
  /** how often one is held after one that was held, and after one that was not */
  heldAfterHeld: number;
  heldAfterMissed: number;
  /** after so many that were not held the next one is */
  longestGap: number;
  /** of the held ones: with the planned expert, with a substitute; the others without an expert */
  planned: number;
  substitute: number;
  /** of those with an expert: from afar */
  remote: number;
  /** factor on the visits of a well-attended clinic; `nobody` comes is two at the most */
  crowd: number | 'nobody';
  late: number;
  /** the expert or the hospital confirms what was held */
  confirmed: boolean;
  /** how often a trainee who is named signs */
  signed: number;
  /** records are made up once a month, in one go, from a few rows */
  madeUp: boolean;
  reasons: readonly (readonly [NotHeldReason, number])[];
};

const COMMON: Manner = {
  logged: 0.985,
  heldAfterHeld: 0.955,
  heldAfterMissed: 0.97,
  longestGap: 2,
  planned: 0.925,
  substitute: 0.055,
  remote: 0.05,
  crowd: 1,
  late: 0.05,
  confirmed: true,
  signed: 0.93,
  madeUp: false,
  reasons: [
    ['expert_absent', 48],
    ['cancelled', 34],
    ['no_patients', 6],
    ['other', 12],
  ],
};

/** What differs while the experts of a good clinic are away. */
export const AWAY: Pick<
  Manner,
  'heldAfterHeld' | 'heldAfterMissed' | 'longestGap' | 'planned' | 'substitute' | 'reasons'
> = {
  heldAfterHeld: 0.3,
  heldAfterMissed: 0.3,
  longestGap: Number.POSITIVE_INFINITY,
  planned: 0,
  substitute: 0.7,
  reasons: [['expert_absent', 1]],
};

const EXCUSES = [
  ['expert_absent', 36],
  ['cancelled', 34],
  ['no_patients', 26],
  ['other', 4],
] as const;

export const MANNERS: Record<ClinicBehaviour, readonly [Manner, ...Manner[]]> = {
  steady: [COMMON],
  irregular: [
    { ...COMMON, logged: 0.94, heldAfterHeld: 0.56, heldAfterMissed: 0.8, crowd: 0.75, late: 0.18, signed: 0.8 },
    {
      ...COMMON,
      logged: 0.96,
      heldAfterHeld: 0.9,
      planned: 0.52,
      substitute: 0.1,
      crowd: 0.7,
      late: 0.15,
      signed: 0.8,
    },
  ],
  idle: [
    {
      ...COMMON,
      logged: 0.95,
      heldAfterHeld: 0.9,
      planned: 0.16,
      substitute: 0.04,
      crowd: 0.3,
      late: 0.2,
      signed: 0.6,
    },
    { ...COMMON, logged: 0.94, heldAfterHeld: 0.88, planned: 0.86, substitute: 0.02, crowd: 'nobody', late: 0.2 },
  ],
  nominal_only: [
    // hardly ever held, and the records say so
    {
      ...COMMON,
      logged: 0.87,
      heldAfterHeld: 0.02,
      heldAfterMissed: 0.06,
      longestGap: Number.POSITIVE_INFINITY,
      crowd: 0.25,
      late: 0.35,
      signed: 0.4,
      reasons: EXCUSES,
    },
    // claimed, and confirmed by nobody
    {
      ...COMMON,
      logged: 0.93,
      heldAfterHeld: 0.92,
      planned: 1,
      substitute: 0,
      remote: 0,
      crowd: 0.5,
      late: 0.3,
      confirmed: false,
      signed: 0.05,
      reasons: EXCUSES,
    },
  ],
  fabricated: [
    {
      ...COMMON,
      logged: 1,
      heldAfterHeld: 1,
      heldAfterMissed: 1,
      planned: 1,
      substitute: 0,
      remote: 0,
      crowd: 0.9,
      confirmed: false,
      signed: 0,
      madeUp: true,
    },
  ],
};
