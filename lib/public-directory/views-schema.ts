import type { AllianceCode } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import type { Bd09, Gcj02, Wgs84 } from '@/lib/core/geo';
import type { DayHours, OpeningState, Origin } from '@/lib/directory/schema';
import type { StatusPeriod } from '@/lib/joint-clinics/schema';
import type {
  AllianceRecord,
  ConditionRecord,
  DistrictRecord,
  FacilityRecord,
  PreparationRecord,
  ProjectRecord,
  SpecialtyAllianceRecord,
  SubdistrictRecord,
  TechniqueRecord,
  WorkstationRecord,
} from './records-schema';
import type { ClinicSummary, CodedName, FacilityRow, SessionView } from './schema';

// What pages show of one thing: a place, a clinic, an alliance, a district, a condition, the network in figures.

export type NamedPlace = Pick<FacilityRecord, 'id' | 'kind' | 'name' | 'nameEn' | 'districtCode' | 'status'> & {
  /** straight line from the place the view is about */
  distanceMetres: number;
};

/** One position in the three datums, for links that open a map app: gcj02 for 高德 and 腾讯, bd09 for 百度. */
export type MapPositions = { wgs84: Wgs84; gcj02: Gcj02; bd09: Bd09 };

export type HospitalName = Pick<FacilityRecord, 'id' | 'name' | 'nameEn'>;

export type ConditionGroup = {
  department: string;
  departmentEn: string;
  conditions: readonly ConditionRecord[];
};

export type PreparationView = {
  preparation: PreparationRecord;
  hospital: HospitalName;
  conditions: readonly CodedName[];
};

/** Everything a resident may read about one place. */
export type FacilityDetail = {
  facility: FacilityRecord;
  district: DistrictRecord;
  subdistrict: SubdistrictRecord | null;
  alliance: AllianceRecord;
  /** the places that took over where it has closed */
  successors: readonly NamedPlace[];
  /** the parent centre of a station */
  centre: NamedPlace | null;
  /** the stations of a centre, nearest first */
  stations: readonly NamedPlace[];
  /** hosted here, or staffed from here by a lead hospital; closed clinics are left out */
  clinics: readonly ClinicSummary[];
  /** the sessions of those clinics in the next eight weeks, planned and stopped, by time */
  sessions: readonly SessionView[];
  preparations: readonly PreparationView[];
  techniques: readonly TechniqueRecord[];
  conditionGroups: readonly ConditionGroup[];
  workstations: readonly { workstation: WorkstationRecord; hospital: HospitalName }[];
  projects: readonly { project: ProjectRecord; condition: CodedName }[];
  opening: OpeningState;
  /** seven days from today */
  week: readonly DayHours[];
  /** the three nearest other operating places */
  neighbours: readonly NamedPlace[];
  positions: MapPositions;
};

/** Everything a resident may read about one joint clinic. */
export type ClinicDetail = ClinicSummary & {
  /** where a clinic that has moved to another centre goes on */
  continuedBy: (HospitalName & { centre: HospitalName }) | null;
  district: DistrictRecord;
  alliance: AllianceRecord;
  /** the next eight weeks, planned and stopped, by time */
  sessions: readonly SessionView[];
  statusHistory: readonly StatusPeriod[];
  positions: MapPositions;
  /** the three nearest other clinics for one of the same conditions */
  others: readonly ClinicSummary[];
};

/** Sessions of a range of dates, both included; a range longer than allowed is cut and says so. */
export type SessionCalendar = { from: CivilDate; to: CivilDate; cut: boolean; sessions: readonly SessionView[] };

/** A session with the straight line to its centre, null when no position was given. */
export type NearSession = { session: SessionView; distanceMetres: number | null };

export type ClinicList = { clinics: readonly ClinicSummary[]; total: number; next: string | null };

export type NetworkCounts = {
  hospitals: number;
  centres: number;
  stations: number;
  clinics: number;
  experts: number;
  subdistricts: number;
};

export type AllianceView = {
  alliance: AllianceRecord;
  leadHospital: FacilityRecord | null;
  partnerHospitals: readonly HospitalName[];
  districts: readonly (DistrictRecord & { counts: NetworkCounts })[];
  counts: NetworkCounts;
};

export type DistrictView = {
  district: DistrictRecord;
  alliance: AllianceRecord;
  subdistricts: readonly SubdistrictRecord[];
  counts: NetworkCounts;
};

export type AllianceDetail = AllianceView & { clinics: readonly ClinicSummary[] };

export type DistrictDetail = DistrictView & {
  hospitals: readonly FacilityRow[];
  centres: readonly FacilityRow[];
  clinics: readonly ClinicSummary[];
};

export type ConditionView = { condition: ConditionRecord; centreCount: number; clinicCount: number };
export type ConditionDetail = ConditionView & {
  clinics: readonly ClinicSummary[];
  preparations: readonly PreparationView[];
};
export type TechniqueView = { technique: TechniqueRecord; facilityCount: number };

export type SpecialtyAllianceView = {
  specialtyAlliance: SpecialtyAllianceRecord;
  members: readonly HospitalName[];
};

export const NETWORK_FIGURES = [
  'districts',
  'lead_hospitals',
  'centres',
  'stations',
  'joint_clinics',
  'trainee_doctors',
  'dual_employed',
  'preparation_districts',
  'specialty_projects_approved',
  'demonstration_stations_accepted',
  'conditions',
  'conditions_beyond_national',
  'mean_conditions_per_centre',
  'famous_physician_teams',
] as const;
export type NetworkFigureKey = (typeof NETWORK_FIGURES)[number];

export type PublishedValue = { value: number; asOf: string | null; source: string };

/** One figure of the network: as published (with its source) and as counted in what is loaded (with its origin). */
export type NetworkFigure = {
  key: NetworkFigureKey;
  published: PublishedValue | null;
  /** what was planned, where that is published */
  target: PublishedValue | null;
  counted: number;
  /** null where a figure does not belong to an alliance */
  byAlliance: Readonly<Record<AllianceCode, number>> | null;
  origin: Origin;
};

export type NetworkTotals = { figures: readonly NetworkFigure[]; alliances: readonly AllianceView[] };

/** What the health check tells about the snapshot; ageSeconds counts since it was read. */
export type SnapshotHealth = {
  state: 'ready' | 'stale' | 'empty';
  version: number | null;
  loadedAt: string | null;
  ageSeconds: number | null;
  facilities: number;
  lastError: string | null;
};
