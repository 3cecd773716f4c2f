import { z } from 'zod';
import type { CivilDate } from '@/lib/core/dates';
import type { Wgs84 } from '@/lib/core/geo';
import {
  type AllianceCode,
  allianceCodeSchema,
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
    leadHospitalId: string;
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
  counts: { trainees: number; dualEmployed: number; demonstrationStations: number };
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
