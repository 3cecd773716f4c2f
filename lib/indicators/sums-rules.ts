import type { ActivityCount } from '@/lib/clinic-sessions/activity-rules';

// What figures are made from. Every part is added up from centres and clinics, so that a parent is the sum of its
// children whatever page asks.

/** The counts of a month that figures are made from; the others are kept for their clinic alone. */
export const FIGURE_COUNTS = [
  'logged',
  'loggedPlanned',
  'held',
  'heldPlanned',
  'confirmed',
  'confirmedPlanned',
  'disputed',
  'returned',
  'onTime',
  'expertPlanned',
  'expertSubstitute',
  'expertAbsent',
  'visitsNew',
  'visitsReturn',
  'withTrainee',
  'traineeLed',
] as const satisfies readonly ActivityCount[];

/** What took place in a period, with the sessions that were expected of it. */
export type Activity = Record<(typeof FIGURE_COUNTS)[number] | 'expected', number>;

/** The counts of what exists on a day that are whole numbers of something in a centre. */
export const STRUCTURE_COUNTS = [
  'centres',
  'centresHosting',
  'operatingClinics',
  'trainees',
  'dispensingCentres',
  'demonstrationStations',
  'projects',
  'projectCentres',
  'conditions',
  'centres60',
  'dualEmployed',
  'workstations',
  'centresWithPhysicians',
  'centresTwoPhysicians',
  'stations',
  'stationsReported',
  'stationsWithPhysician',
] as const;
export type StructureCount = (typeof STRUCTURE_COUNTS)[number];

/** What exists on a day. Districts are counted by name, because two centres of one district make one district. */
export type Structure = Record<StructureCount, number> & {
  dispensingDistricts: ReadonlySet<string>;
  /** residents where a population was given, of stations whose subdistrict has one */
  residents: number | null;
};

export type Sums = { activity: Activity; structure: Structure };

/** All of an activity's counts, in the order in which they are read. */
export const ACTIVITY_NAMES = [...FIGURE_COUNTS, 'expected'] as const;

export const NO_SESSIONS: Readonly<Activity> = {
  ...(Object.fromEntries(ACTIVITY_NAMES.map((name) => [name, 0])) as Activity),
};

/** An activity from its counts, in their order. */
export function activityFrom(counts: readonly number[]): Activity {
  const activity = { ...NO_SESSIONS };
  ACTIVITY_NAMES.forEach((name, at) => {
    activity[name] = counts[at] ?? 0;
  });
  return activity;
}

export const NOTHING_THERE: Readonly<Structure> = {
  ...(Object.fromEntries(STRUCTURE_COUNTS.map((name) => [name, 0])) as Record<StructureCount, number>),
  dispensingDistricts: new Set<string>(),
  residents: null,
};

/** The sum of activities; none is zero everywhere. */
export function addActivities(parts: Iterable<Activity>): Activity {
  const sum = { ...NO_SESSIONS };
  for (const part of parts) for (const name of ACTIVITY_NAMES) sum[name] += part[name];
  return sum;
}

/** The sum of what exists in places that do not overlap. */
export function addStructures(parts: Iterable<Structure>): Structure {
  const sum = { ...NOTHING_THERE };
  const districts = new Set<string>();
  for (const part of parts) {
    for (const name of STRUCTURE_COUNTS) sum[name] += part[name];
    for (const district of part.dispensingDistricts) districts.add(district);
    if (part.residents !== null) sum.residents = (sum.residents ?? 0) + part.residents;
  }
  return { ...sum, dispensingDistricts: districts };
}
