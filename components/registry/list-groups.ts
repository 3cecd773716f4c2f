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
  plans: 'places',
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

export type RegistryListRow = { name: ListName; entries: number; mayImport: boolean };

/** Without these no other list has anything to refer to. */
const CARRYING: readonly ListName[] = ['centres', 'stations', 'experts', 'clinics', 'schedules'];
/** What every portal has from its start. */
const THERE: readonly ListName[] = ['conditions', 'holidays'];

/** The lists to bring in, each after those that it refers to, for whoever brings all of them; none once all that carry are there. */
export function firstLists<Row extends RegistryListRow>(lists: readonly Row[]): Row[] {
  const carrying = lists.filter(({ name, mayImport }) => mayImport && CARRYING.includes(name));
  if (carrying.length < CARRYING.length || carrying.every(({ entries }) => entries > 0)) return [];
  return lists
    .filter(({ name, mayImport }) => mayImport && !THERE.includes(name))
    .sort((a, b) => LIST_NAMES.indexOf(a.name) - LIST_NAMES.indexOf(b.name));
}
