import { z } from 'zod';
import type { AllianceCode } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import type { Wgs84 } from '@/lib/core/geo';
import {
  allianceCodeSchema,
  type FacilityKind,
  type Feature,
  facilityKindSchema,
  featureSchema,
  HALVES,
  type Half,
  type OpeningState,
  type Origin,
} from '@/lib/directory/schema';
import type { ClinicStatus, ExpertTitle } from '@/lib/joint-clinics/schema';
import type { ClinicRecord, ExpertRecord, FacilityRecord, NotHeldRecord } from './records-schema';

// Searching the public directory: the question as the engine takes it, and the answer that pages and the API show.

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
  cause: 'removed' | 'holiday' | 'suspended' | 'not_held' | null;
  /** why its centre has logged it as not held, where that is the cause */
  notHeld: NotHeldRecord['reason'] | null;
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
