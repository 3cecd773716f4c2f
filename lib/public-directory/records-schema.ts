import type { AllianceCode } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import type { Wgs84 } from '@/lib/core/geo';
import type {
  FacilityKind,
  FacilityStatus,
  Feature,
  Half,
  Holiday,
  OpeningException,
  Origin,
  PositionExactness,
  WeeklyInterval,
} from '@/lib/directory/schema';
import type {
  BookingMethod,
  ExpertTitle,
  ScheduleException,
  ScheduleLine,
  StatusPeriod,
} from '@/lib/joint-clinics/schema';

// The public directory is everything a resident may read, as one immutable snapshot in memory.
// Records are what the snapshot holds, read in one transaction of the database.

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

/**
 * A name under which a place is found that it does not have: one it gave up, or that of a closed place (`of`) from which
 * it took over. `until` is the first day on which the name was not used any more.
 */
export type FormerName = { name: string; nameEn: string; until: CivilDate; of: string | null };

/** Since when a place is closed, and which places that are open took over; one that it became part of, or several. */
export type ClosingRecord = { on: CivilDate; merged: boolean; successorIds: readonly string[] };

/** Since when a station is suspended, and the reason that residents are given; null where a list did not say. */
export type SuspensionRecord = { since: CivilDate; reason: string | null; reasonEn: string | null };

export type FacilityRecord = {
  id: string;
  kind: FacilityKind;
  name: string;
  nameEn: string;
  shortName: string | null;
  /** other names that lead here, the latest first */
  formerNames: readonly FormerName[];
  /** null while it is open, and where nobody has said since when it is not */
  closing: ClosingRecord | null;
  /** null while it is not suspended, and where nobody has said since when it is */
  suspension: SuspensionRecord | null;
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

/** Why a session does not take place, as its centre has logged it; residents are told the kind and no more. */
export const NOT_HELD_KINDS = ['cancelled', 'expert_absent', 'no_patients', 'holiday', 'other'] as const;
/** A session of today that its centre has logged as not held. */
export type NotHeldRecord = { date: CivilDate; half: Half; reason: (typeof NOT_HELD_KINDS)[number] };

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
  notHeld: readonly NotHeldRecord[];
  traineeCount: number;
  /** the clinic at another centre as which it goes on */
  continuedById: string | null;
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

export type AllianceRecord = DirectoryRecords['alliances'][number];
