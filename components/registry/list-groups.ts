import { LIST_NAMES, type ListName } from '@/lib/registry/schema';

export const LIST_GROUPS = [
  'alliances',
  'places',
  'clinics',
  'people',
  'programmes',
  'medicines',
  'reference',
  'records',
] as const;
export type ListGroup = (typeof LIST_GROUPS)[number];

/** What each list is about; lists of one group stand together. */
const GROUP_OF: Readonly<Record<ListName, ListGroup>> = {
  alliances: 'alliances',
  memberships: 'alliances',
  hospitals: 'places',
  campuses: 'places',
  centres: 'places',
  stations: 'places',
  openings: 'places',
  clinics: 'clinics',
  schedules: 'clinics',
  exceptions: 'clinics',
  experts: 'people',
  trainees: 'people',
  accounts: 'people',
  projects: 'programmes',
  demonstrations: 'programmes',
  teams: 'programmes',
  workstations: 'programmes',
  preparations: 'medicines',
  dispensing: 'medicines',
  conditions: 'reference',
  holidays: 'reference',
  targets: 'records',
  records: 'clinics',
};

/** Some lists by what they are about, in a fixed order; groups without a list are left out. */
export function grouped<Row extends { name: ListName }>(lists: readonly Row[]): { group: ListGroup; lists: Row[] }[] {
  const sorted = [...lists].sort((a, b) => LIST_NAMES.indexOf(a.name) - LIST_NAMES.indexOf(b.name));
  return LIST_GROUPS.map((group) => ({
    group,
    lists: sorted.filter(({ name }) => GROUP_OF[name] === group),
  })).filter(({ lists: own }) => own.length > 0);
}
