import type { CivilDate } from '@/lib/core/dates';

// Units, and the words in which indicators are defined (domain.md §5).

export const UNIT_LEVELS = ['city', 'alliance', 'district', 'centre', 'clinic'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** A part of the network that figures are about; `code` is an alliance's or district's code, a centre's or clinic's id. */
export type Unit = { level: 'city' } | { level: Exclude<UnitLevel, 'city'>; code: string };

/** A unit with what people call it. */
export type UnitNamed = { level: UnitLevel; code: string; name: string; nameEn: string };

export const CITY_CODE = 'shanghai';

export const INDICATOR_UNITS = ['count', 'percent', 'ratio'] as const;
export type IndicatorUnit = (typeof INDICATOR_UNITS)[number];
export const GOOD_DIRECTIONS = ['up', 'down', 'neutral'] as const;
export type GoodDirection = (typeof GOOD_DIRECTIONS)[number];
export const INDICATOR_SOURCES = ['computed', 'reported', 'policy_figure'] as const;
export type IndicatorSource = (typeof INDICATOR_SOURCES)[number];

/** The indicators, by the groups of domain.md §5. A definition in words exists for each, a computation for each computed one. */
export const INDICATOR_GROUPS = [
  ['operating_clinics', 'centres_hosting_share'],
  ['sessions_expected', 'sessions_logged', 'sessions_held', 'sessions_confirmed', 'held_rate', 'confirmed_rate'],
  ['on_time_rate'],
  ['visits_new', 'visits_return', 'visits_per_held_session'],
  ['expert_attendance_rate'],
  ['active_trainees', 'trainees_per_clinic', 'trainee_attendance_rate', 'trainee_led_share'],
  ['preparation_districts', 'dispensing_centres_share'],
  ['demonstration_stations'],
  ['specialty_projects', 'project_centres_share'],
  ['conditions_mean', 'conditions_60_share'],
  ['dual_employed', 'workstations', 'centres_two_mid_level_share', 'stations_with_physician_share'],
  ['stations_per_centre', 'residents_per_station'],
] as const;
export type IndicatorId = (typeof INDICATOR_GROUPS)[number][number];
export const INDICATOR_IDS: readonly IndicatorId[] = INDICATOR_GROUPS.flat();

/** What an indicator counts, in both languages; see the table of the same name. */
export type IndicatorDefinition = {
  id: IndicatorId;
  version: number;
  /** the group of domain.md §5, from 1 */
  groupNumber: number;
  unit: IndicatorUnit;
  decimals: number;
  goodDirection: GoodDirection;
  source: IndicatorSource;
  /** told for every level from the city down to this one */
  deepestLevel: UnitLevel;
  public: boolean;
  name: string;
  nameEn: string;
  tells: string;
  tellsEn: string;
  matters: string;
  mattersEn: string;
  numerator: string;
  numeratorEn: string;
  denominator: string | null;
  denominatorEn: string | null;
  author: string;
  reviewer: string;
  reviewedOn: CivilDate;
  nextReviewOn: CivilDate;
  /** periods that end on this day or later are told in these words */
  validFrom: CivilDate;
  /** why these words took the place of others; none for the first ones */
  reason: string | null;
};

/** Every version of an indicator's words, the first one first. */
export type DefinitionVersions = readonly [IndicatorDefinition, ...IndicatorDefinition[]];

/**
 * A computed figure: the value with what it was made from. A missing one (null) is not zero and says why: nothing to
 * divide by, nobody has given it, or it does not exist at this level.
 */
export type Figure = {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  missing: 'no_denominator' | 'not_given' | 'not_at_this_level' | null;
};
