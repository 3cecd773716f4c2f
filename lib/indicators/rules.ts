import {
  type Figure,
  INDICATOR_IDS,
  type IndicatorId,
  type IndicatorUnit,
  UNIT_LEVELS,
  type UnitLevel,
} from './schema';
import type { Sums } from './sums-rules';

// How every indicator of domain.md §5 is computed, once. What it means in words stands in its definition.

type Parts = { numerator: number; denominator: number | null } | { notGiven: true };
type Computation = { unit: IndicatorUnit; deepestLevel: UnitLevel; parts: (sums: Sums) => Parts };

const count = (deepestLevel: UnitLevel, of: (sums: Sums) => number): Computation => ({
  unit: 'count',
  deepestLevel,
  parts: (sums) => ({ numerator: of(sums), denominator: null }),
});

const share =
  (unit: 'percent' | 'ratio') =>
  (deepestLevel: UnitLevel, numerator: (sums: Sums) => number, denominator: (sums: Sums) => number): Computation => ({
    unit,
    deepestLevel,
    parts: (sums) => ({ numerator: numerator(sums), denominator: denominator(sums) }),
  });
const percent = share('percent');
const ratio = share('ratio');

const COMPUTATIONS: Record<IndicatorId, Computation> = {
  operating_clinics: count('centre', ({ structure }) => structure.operatingClinics),
  centres_hosting_share: percent(
    'district',
    ({ structure }) => structure.centresHosting,
    ({ structure }) => structure.centres,
  ),
  sessions_expected: count('clinic', ({ activity }) => activity.expected),
  sessions_logged: count('clinic', ({ activity }) => activity.loggedPlanned),
  sessions_held: count('clinic', ({ activity }) => activity.heldPlanned),
  sessions_confirmed: count('clinic', ({ activity }) => activity.confirmedPlanned),
  held_rate: percent(
    'clinic',
    ({ activity }) => activity.heldPlanned,
    ({ activity }) => activity.expected,
  ),
  confirmed_rate: percent(
    'clinic',
    ({ activity }) => activity.confirmedPlanned,
    ({ activity }) => activity.heldPlanned,
  ),
  on_time_rate: percent(
    'clinic',
    ({ activity }) => activity.onTime,
    ({ activity }) => activity.logged,
  ),
  visits_new: count('clinic', ({ activity }) => activity.visitsNew),
  visits_return: count('clinic', ({ activity }) => activity.visitsReturn),
  visits_per_held_session: ratio(
    'clinic',
    ({ activity }) => activity.visitsNew + activity.visitsReturn,
    ({ activity }) => activity.held,
  ),
  expert_attendance_rate: percent(
    'clinic',
    ({ activity }) => activity.expertPlanned,
    ({ activity }) => activity.held,
  ),
  active_trainees: count('centre', ({ structure }) => structure.trainees),
  trainees_per_clinic: ratio(
    'district',
    ({ structure }) => structure.trainees,
    ({ structure }) => structure.operatingClinics,
  ),
  trainee_attendance_rate: percent(
    'clinic',
    ({ activity }) => activity.withTrainee,
    ({ activity }) => activity.held,
  ),
  trainee_led_share: percent(
    'clinic',
    ({ activity }) => activity.traineeLed,
    ({ activity }) => activity.held,
  ),
  preparation_districts: count('alliance', ({ structure }) => structure.dispensingDistricts.size),
  dispensing_centres_share: percent(
    'district',
    ({ structure }) => structure.dispensingCentres,
    ({ structure }) => structure.centres,
  ),
  demonstration_stations: count('district', ({ structure }) => structure.demonstrationStations),
  specialty_projects: count('district', ({ structure }) => structure.projects),
  project_centres_share: percent(
    'district',
    ({ structure }) => structure.projectCentres,
    ({ structure }) => structure.centres,
  ),
  conditions_mean: ratio(
    'centre',
    ({ structure }) => structure.conditions,
    ({ structure }) => structure.centres,
  ),
  conditions_60_share: percent(
    'district',
    ({ structure }) => structure.centres60,
    ({ structure }) => structure.centres,
  ),
  dual_employed: count('centre', ({ structure }) => structure.dualEmployed),
  workstations: count('centre', ({ structure }) => structure.workstations),
  centres_two_mid_level_share: reported(
    ({ structure }) => structure.centresTwoPhysicians,
    ({ structure }) => structure.centresWithPhysicians,
  ),
  stations_with_physician_share: reported(
    ({ structure }) => structure.stationsWithPhysician,
    ({ structure }) => structure.stationsReported,
  ),
  stations_per_centre: ratio(
    'district',
    ({ structure }) => structure.stations,
    ({ structure }) => structure.centres,
  ),
  residents_per_station: {
    unit: 'ratio',
    deepestLevel: 'district',
    parts: ({ structure }) =>
      structure.residents === null
        ? { notGiven: true }
        : { numerator: structure.residents, denominator: structure.stations },
  },
};

/** A share of those who have reported; where nobody has, it was not given. */
function reported(numerator: (sums: Sums) => number, denominator: (sums: Sums) => number): Computation {
  return {
    unit: 'percent',
    deepestLevel: 'district',
    parts: (sums) =>
      denominator(sums) === 0 ? { notGiven: true } : { numerator: numerator(sums), denominator: denominator(sums) },
  };
}

/** How an indicator is told, for comparing with its definition. */
export function shapeOf(id: IndicatorId): Pick<Computation, 'unit' | 'deepestLevel'> {
  const { unit, deepestLevel } = COMPUTATIONS[id];
  return { unit, deepestLevel };
}

/**
 * The figure of an indicator. Percentages run from 0 to 100 (a held rate cannot pass 100, because extra sessions are left
 * out of it); nothing to divide by is missing, not zero.
 * @param sums of the unit: activity of the period, structure on its last known day
 */
export function figureOf(id: IndicatorId, sums: Sums, level: UnitLevel): Figure {
  const { unit, deepestLevel, parts } = COMPUTATIONS[id];
  const none = { value: null, numerator: null, denominator: null };
  if (UNIT_LEVELS.indexOf(level) > UNIT_LEVELS.indexOf(deepestLevel)) return { ...none, missing: 'not_at_this_level' };
  const computed = parts(sums);
  if ('notGiven' in computed) return { ...none, missing: 'not_given' };
  const { numerator, denominator } = computed;
  if (denominator === null) return { value: numerator, numerator, denominator, missing: null };
  if (denominator === 0) return { value: null, numerator, denominator, missing: 'no_denominator' };
  return { value: (numerator / denominator) * (unit === 'percent' ? 100 : 1), numerator, denominator, missing: null };
}

/** Every indicator of a unit. */
export function figuresOf(sums: Sums, level: UnitLevel): Record<IndicatorId, Figure> {
  return Object.fromEntries(INDICATOR_IDS.map((id) => [id, figureOf(id, sums, level)])) as Record<IndicatorId, Figure>;
}
