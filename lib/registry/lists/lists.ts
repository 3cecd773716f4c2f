import 'server-only';
import type { ListName } from '@/lib/registry/schema';
import { ACCOUNTS } from './accounts-list';
import { ALLIANCES } from './alliances-list';
import { CAMPUSES } from './campuses-list';
import { CENTRES } from './centres-list';
import { CLINICS } from './clinics-list';
import { CONDITIONS } from './conditions-list';
import { DEMONSTRATIONS } from './demonstrations-list';
import { DISPENSING } from './dispensing-list';
import { EXCEPTIONS } from './exceptions-list';
import { EXPERTS } from './experts-list';
import { HOLIDAYS } from './holidays-list';
import { HOSPITALS } from './hospitals-list';
import type { List } from './list';
import { MEMBERSHIPS } from './memberships-list';
import { OPENINGS } from './openings-list';
import { PLANS } from './plans-list';
import { PREPARATIONS } from './preparations-list';
import { PROJECTS } from './projects-list';
import { RECORDS } from './records-list';
import { SCHEDULES } from './schedules-list';
import { STATIONS } from './stations-list';
import { TARGETS } from './targets-list';
import { TEAMS } from './teams-list';
import { TRAINEES } from './trainees-list';
import { WORKSTATIONS } from './workstations-list';

/** Every list by its name. */
export const LISTS: Readonly<Record<ListName, List>> = {
  alliances: ALLIANCES,
  hospitals: HOSPITALS,
  campuses: CAMPUSES,
  centres: CENTRES,
  stations: STATIONS,
  plans: PLANS,
  memberships: MEMBERSHIPS,
  openings: OPENINGS,
  experts: EXPERTS,
  trainees: TRAINEES,
  accounts: ACCOUNTS,
  holidays: HOLIDAYS,
  conditions: CONDITIONS,
  projects: PROJECTS,
  preparations: PREPARATIONS,
  dispensing: DISPENSING,
  demonstrations: DEMONSTRATIONS,
  teams: TEAMS,
  workstations: WORKSTATIONS,
  clinics: CLINICS,
  schedules: SCHEDULES,
  exceptions: EXCEPTIONS,
  targets: TARGETS,
  records: RECORDS,
};
