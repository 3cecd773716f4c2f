import { z } from 'zod';
import type { CivilDate } from '@/lib/core/dates';
import type { Bd09, Gcj02, Wgs84 } from '@/lib/core/geo';
import {
  type AllianceCode,
  allianceCodeSchema,
  type DayHours,
  type FacilityKind,
  type FacilityStatus,
  type Feature,
  facilityKindSchema,
  featureSchema,
  HALVES,
  type Half,
  type Holiday,
  type OpeningException,
  type OpeningState,
  type Origin,
  type PositionExactness,
  type WeeklyInterval,
} from '@/lib/directory/schema';
import type {
  BookingMethod,
  ClinicStatus,
  ExpertTitle,
  ScheduleException,
  ScheduleLine,
  StatusPeriod,
} from '@/lib/joint-clinics/schema';

// The public directory: everything a resident may read, as one immutable snapshot in memory.
// Records are what the snapshot holds; views are what queries return to pages and to the public API.

// ---- records -------------------------------------------------------------------------------------------------

export type DistrictRecord = { code: string; name: string; nameEn: string; central: boolean; alliance: AllianceCode };
export type SubdistrictRecord = { code: string; districtCode: string; name: string; nameEn: string; position: Wgs84 };
export type LandmarkRecord = {
  id: string;
  name: string;
  nameEn: string;
  kind: string;
  districtCode: string;
  position: Wgs84;
};

export type ConditionRecord = {
  code: string;
  name: string;
  nameEn: string;
  department: string;
  departmentEn: string;
  plain: string | null;
  plainEn: string | null;
  beyondNational: boolean;
  synonyms: { term: string; language: 'zh' | 'en'; relation: 'same' | 'everyday' | 'symptom' | 'modern' }[];
};

export type TechniqueRecord = {
  code: string;
  name: string;
  nameEn: string;
  category: string;
  plain: string | null;
  plainEn: string | null;
  synonyms: string[];
};

export type PreparationRecord = {
  id: string;
  name: string;
  nameEn: string;
  indication: string | null;
  indicationEn: string | null;
  hospitalId: string;
  conditionCodes: readonly string[];
  origin: Origin;
};

export type FacilityRecord = {
  id: string;
  kind: FacilityKind;
  name: string;
  nameEn: string;
  shortName: string | null;
  districtCode: string;
  subdistrictCode: string | null;
  alliance: AllianceCode;
  address: string | null;
  addressEn: string | null;
  phone: string | null;
  position: Wgs84;
  exactness: PositionExactness;
  status: FacilityStatus;
  opensOnHolidays: boolean;
  hours: readonly WeeklyInterval[];
  exceptions: readonly OpeningException[];
  features: readonly Feature[];
  techniqueCodes: readonly string[];
  conditionCodes: readonly string[];
  preparationIds: readonly string[];
  /** the parent centre of a station */
  centreId: string | null;
  stationKind: 'community_station' | 'village_clinic' | null;
  tcmArea: 'hall' | 'corner' | 'none' | null;
  demonstrationStation: boolean;
  campuses: readonly CampusRecord[];
  origin: Origin;
  updatedAt: string;
};

export type CampusRecord = {
  name: string;
  nameEn: string;
  address: string;
  addressEn: string;
  districtCode: string;
  position: Wgs84;
  exactness: PositionExactness;
};

export type ExpertRecord = {
  id: string;
  name: string;
  nameEn: string;
  title: ExpertTitle;
  hospitalId: string;
  department: string;
  departmentEn: string;
  conditionCodes: readonly string[];
  origin: Origin;
};

export type ClinicRecord = {
  id: string;
  name: string;
  nameEn: string;
  centreId: string;
  hospitalId: string;
  department: string;
  departmentEn: string;
  room: string | null;
  bookingMethod: BookingMethod;
  bookingPhone: string | null;
  conditionCodes: readonly string[];
  expertIds: readonly string[];
  statuses: readonly StatusPeriod[];
  schedule: readonly ScheduleLine[];
  exceptions: readonly ScheduleException[];
  traineeCount: number;
  origin: Origin;
};

export type SpecialtyAllianceRecord = {
  code: string;
  name: string;
  nameEn: string;
  purpose: string | null;
  purposeEn: string | null;
  facilityIds: readonly string[];
  origin: Origin;
};

export type WorkstationRecord = {
  id: string;
  teamName: string;
  teamNameEn: string;
  hospitalId: string;
  centreId: string;
  origin: Origin;
};
export type ProjectRecord = {
  id: string;
  centreId: string;
  title: string;
  titleEn: string;
  conditionCode: string;
  approvedOn: CivilDate | null;
  origin: Origin;
};

/** Everything published, read in one database transaction; arrays keep a stable order (by id or code). */
export type DirectoryRecords = {
  version: number;
  loadedAt: string;
  alliances: readonly {
    code: AllianceCode;
    name: string;
    nameEn: string;
    /** null while no hospital leads */
    leadHospitalId: string | null;
    partnerHospitalIds: readonly string[];
    districtCodes: readonly string[];
  }[];
  specialtyAlliances: readonly SpecialtyAllianceRecord[];
  districts: readonly DistrictRecord[];
  subdistricts: readonly SubdistrictRecord[];
  landmarks: readonly LandmarkRecord[];
  conditions: readonly ConditionRecord[];
  conditionCatalogue: { id: string; title: string; titleEn: string; official: boolean; source: string } | null;
  techniques: readonly TechniqueRecord[];
  preparations: readonly PreparationRecord[];
  facilities: readonly FacilityRecord[];
  experts: readonly ExpertRecord[];
  clinics: readonly ClinicRecord[];
  workstations: readonly WorkstationRecord[];
  projects: readonly ProjectRecord[];
  holidays: readonly Holiday[];
  publishedFigures: readonly { key: string; value: number; unit: string; asOf: string | null; source: string }[];
  /** counts of what residents do not read row by row */
  counts: {
    trainees: number;
    dualEmployed: number;
    demonstrationStations: number;
    byAlliance: Readonly<Record<AllianceCode, { trainees: number; dualEmployed: number }>>;
    /** demonstration as soon as one counted person or station is */
    origin: Origin;
  };
};

// ---- query ---------------------------------------------------------------------------------------------------

const SLOT_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Slot = `${(typeof SLOT_DAYS)[number]}-${Half}`;
export const SLOTS: readonly Slot[] = SLOT_DAYS.flatMap((day) => HALVES.map((half): Slot => `${day}-${half}`));
export const slotSchema = z.enum(SLOTS as [Slot, ...Slot[]]);

export const SORTS = ['distance', 'session', 'relevance'] as const;

/** A search as the engine takes it; pages and the API each translate their parameters into this. */
export type DirectoryQuery = {
  q: string | null;
  near: Wgs84 | null;
  kinds: readonly FacilityKind[];
  technique: string | null;
  condition: string | null;
  district: string | null;
  alliance: AllianceCode | null;
  /** open at this instant, or in a weekday's half-day */
  open: 'now' | Slot | null;
  /** has an expert session within the current ISO week, from now on */
  expertThisWeek: boolean;
  features: readonly Feature[];
  radiusMetres: number | null;
  sort: (typeof SORTS)[number] | null;
  limit: number;
  cursor: string | null;
};

export const directoryFilterSchemas = {
  kind: facilityKindSchema,
  alliance: allianceCodeSchema,
  feature: featureSchema,
  open: z.union([z.literal('now'), slotSchema]),
  sort: z.enum(SORTS),
};

// ---- views ---------------------------------------------------------------------------------------------------

export const MATCH_TYPES = [
  'condition',
  'technique',
  'expert',
  'preparation',
  'facility',
  'district',
  'subdistrict',
  'landmark',
] as const;
export type MatchType = (typeof MATCH_TYPES)[number];
/** What in a facility answers the question; via is the word that led there when it is not the name itself. */
export type Match = { type: MatchType; code: string; name: string; nameEn: string; via: string | null };

export type CodedName = { code: string; name: string; nameEn: string };

export type SessionView = {
  clinicId: string;
  clinicName: string;
  clinicNameEn: string;
  centreId: string;
  centreName: string;
  centreNameEn: string;
  districtCode: string;
  alliance: AllianceCode;
  hospitalName: string;
  hospitalNameEn: string;
  conditions: readonly CodedName[];
  expert: { id: string; name: string; nameEn: string; title: ExpertTitle };
  date: CivilDate;
  half: Half;
  startsMinute: number;
  endsMinute: number;
  startsAt: string;
  endsAt: string;
  /** planned, or a stop notice with its cause and reason */
  state: 'planned' | 'stopped';
  cause: 'removed' | 'holiday' | 'suspended' | null;
  added: boolean;
  reason: string | null;
  reasonEn: string | null;
  origin: Origin;
};

export type FacilityRow = {
  facility: FacilityRecord;
  techniques: readonly CodedName[];
  opening: OpeningState;
  nextExpertSession: SessionView | null;
  distanceMetres: number | null;
  matches: readonly Match[];
};

/** What the engine understood of the question, so that the page can say it and offer corrections. */
export type Understanding = {
  /** where distance is measured from, and how we know: given by the resident, or a place named in the question */
  origin: { position: Wgs84; label: Match | null } | null;
  terms: readonly Match[];
  open: 'now' | Slot | null;
  /** parts of the question that found nothing */
  unknown: readonly string[];
  /** other questions worth trying, best first */
  suggestions: readonly string[];
  /** set when a near position lies outside Shanghai */
  outside: 'china' | 'abroad' | null;
};

/** What was loosened because the exact question found nothing: shown above the rows, never silent. */
export type Relaxation =
  | 'radius'
  | 'open'
  | 'expertThisWeek'
  | 'features'
  | 'technique'
  | 'condition'
  | 'kinds'
  | 'district'
  | 'text';

export type DirectorySearchResult = {
  rows: readonly FacilityRow[];
  total: number;
  next: string | null;
  understanding: Understanding;
  relaxed: readonly Relaxation[];
};

export type ClinicSummary = {
  clinic: ClinicRecord;
  status: ClinicStatus;
  centre: Pick<
    FacilityRecord,
    'id' | 'name' | 'nameEn' | 'districtCode' | 'alliance' | 'address' | 'addressEn' | 'phone' | 'position'
  >;
  hospital: Pick<FacilityRecord, 'id' | 'name' | 'nameEn'>;
  conditions: readonly CodedName[];
  experts: readonly ExpertRecord[];
  nextSession: SessionView | null;
};

// ---- views of one thing ----------------------------------------------------------------------------------------

export type NamedPlace = Pick<FacilityRecord, 'id' | 'kind' | 'name' | 'nameEn' | 'districtCode' | 'status'> & {
  /** straight line from the place the view is about */
  distanceMetres: number;
};

/** One position in the three datums, for links that open a map app: gcj02 for 高德 and 腾讯, bd09 for 百度. */
export type MapPositions = { wgs84: Wgs84; gcj02: Gcj02; bd09: Bd09 };

export type AllianceRecord = DirectoryRecords['alliances'][number];
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
