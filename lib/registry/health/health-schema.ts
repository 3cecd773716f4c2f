import { z } from 'zod';

// What may be wrong with the profile of a facility, and how it is weighed.

export const HEALTH_PROBLEMS = ['profile', 'hours', 'phone', 'position', 'duplicate', 'stale'] as const;
export type HealthProblem = (typeof HEALTH_PROBLEMS)[number];
export const healthProblemSchema = z.enum(HEALTH_PROBLEMS);

export const PROFILE_KINDS = ['community_centre', 'service_station'] as const;
export type ProfileKind = (typeof PROFILE_KINDS)[number];

export const PROFILE_FIELDS = [
  'hours',
  'phone',
  'position',
  'address',
  'subdistrict',
  'techniques',
  'conditions',
  'features',
] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];

/**
 * What each part of a profile counts, in hundredths of a whole one *(ours)*; the reasons stand in the catalog under
 * `why`. Residents look for hours, place and phone first, so those are more than half of it.
 */
export const PROFILE_WEIGHTS: Readonly<Record<ProfileKind, Readonly<Record<ProfileField, number>>>> = {
  community_centre: {
    ...{ hours: 25, phone: 20, position: 15, address: 15 },
    ...{ subdistrict: 5, techniques: 10, conditions: 5, features: 5 },
  },
  service_station: {
    ...{ hours: 25, phone: 15, position: 20, address: 15 },
    ...{ subdistrict: 10, techniques: 10, conditions: 0, features: 5 },
  },
};
export const WEIGHTS_REVIEWED_ON = '2026-11-26';
/** A profile below this many hundredths is to be completed (ours). */
export const COMPLETE_ENOUGH = 80;
/** A profile that nobody has changed or confirmed for so many days is to be looked at: a year (ours). */
export const STALE_DAYS = 365;

/** How several rows are put right at once. */
export const HEALTH_FIXES = ['confirm', 'hours', 'phone'] as const;
export type HealthFix = (typeof HEALTH_FIXES)[number];
/** What can be done about a problem; where nothing can be guessed, its rows are taken out as a workbook. */
export const FIXES_OF: Readonly<Record<HealthProblem, readonly HealthFix[]>> = {
  profile: [],
  hours: ['hours'],
  phone: ['phone', 'confirm'],
  position: ['confirm'],
  duplicate: ['confirm'],
  stale: ['confirm'],
};

const MOST_ROWS = 100;
export const fixSchema = z.object({
  fix: z.enum(HEALTH_FIXES),
  /** ids with the versions that were looked at */
  rows: z
    .array(z.object({ id: z.string().min(1).max(63), version: z.coerce.number().int().min(0).max(2_000_000_000) }))
    .min(1)
    .max(MOST_ROWS),
});

export const healthFilterSchema = z.object({
  problem: healthProblemSchema,
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .catch(undefined),
  after: z.string().max(63).optional().catch(undefined),
});
export type HealthFilter = z.infer<typeof healthFilterSchema>;

type Named = { name: string; nameEn: string };
export type HealthCounts = Record<HealthProblem, number>;
/** A district, or everything of the actor's scope. */
export type HealthUnit = {
  district: (Named & { code: string }) | null;
  facilities: number;
  mean: number;
} & HealthCounts;
export type HealthRow = Named & {
  id: string;
  version: number;
  kind: ProfileKind;
  district: Named;
  centre: Named | null;
  score: number;
  missing: ProfileField[];
  phone: string | null;
  /** the number as it would be kept; null where none can be told */
  phoneProposal: string | null;
  /** the centre has hours that its station could take */
  centreHours: string | null;
  positionProblem: 'district' | 'subdistrict' | null;
  /** names of those it may be the same as */
  doubles: string[];
  touchedAt: Date;
  checkedByName: string | null;
};

export type HealthView = {
  units: HealthUnit[];
  whole: HealthUnit;
  /** facilities with the problem that was asked for, some at a time */
  page: { rows: HealthRow[]; next: string | null } | null;
  mayFix: boolean;
  mayConfirm: boolean;
};
