import { z } from 'zod';
import type { CivilDate, Weekday } from '@/lib/core/dates';

export const FACILITY_KINDS = ['lead_hospital', 'partner_hospital', 'community_centre', 'service_station'] as const;
export const facilityKindSchema = z.enum(FACILITY_KINDS);
export type FacilityKind = z.infer<typeof facilityKindSchema>;

export const FACILITY_STATUSES = ['operating', 'suspended', 'closed'] as const;
export type FacilityStatus = (typeof FACILITY_STATUSES)[number];

export const ALLIANCE_CODES = ['east', 'south', 'west', 'north'] as const;
export const allianceCodeSchema = z.enum(ALLIANCE_CODES);
export type AllianceCode = z.infer<typeof allianceCodeSchema>;

export const ORIGINS = ['fact', 'imported', 'demonstration'] as const;
export type Origin = (typeof ORIGINS)[number];

export const POSITION_EXACTNESS = ['building', 'hundred_metres', 'subdistrict_point', 'estimated'] as const;
export type PositionExactness = (typeof POSITION_EXACTNESS)[number];

export const FEATURES = [
  'step_free',
  'lift',
  'accessible_toilet',
  'decoction_service',
  'herb_delivery',
  'medical_insurance',
  'parking',
  'night_clinic',
] as const;
export const featureSchema = z.enum(FEATURES);
export type Feature = z.infer<typeof featureSchema>;

export const REPORT_CATEGORIES = ['hours', 'phone', 'address', 'services', 'clinic', 'closed', 'other'] as const;
export const reportCategorySchema = z.enum(REPORT_CATEGORIES);

export const HALVES = ['am', 'pm', 'evening'] as const;
export const halfSchema = z.enum(HALVES);
/** A half-day: morning until 12:00, afternoon until 17:30, evening after. */
export type Half = z.infer<typeof halfSchema>;

/** A weekly opening interval; a lunch break is two intervals of one weekday. Minutes of the day, Asia/Shanghai. */
export type WeeklyInterval = { weekday: Weekday; opensMinute: number; closesMinute: number };

/** What replaces the weekly hours on one date; no intervals means closed. */
export type OpeningException = {
  date: CivilDate;
  intervals: { opensMinute: number; closesMinute: number }[];
  reason: string;
  reasonEn: string | null;
};

/** A national day off, or a make-up working day (调休) with the weekday it stands in for where known. */
export type Holiday = {
  date: CivilDate;
  kind: 'holiday' | 'makeup_workday';
  name: string;
  nameEn: string;
  followsWeekday: Weekday | null;
};

/** A civil date and a minute of it, Asia/Shanghai; minute 1440 is the end of the day. */
export type DayMinute = { date: CivilDate; minute: number };

/** Whether a place is open at an instant, and when that changes next (null: not within fourteen days). */
export type OpeningState =
  | { state: 'open'; closesAt: DayMinute | null }
  | { state: 'closed'; opensAt: DayMinute | null; reason: string | null; reasonEn: string | null }
  | { state: 'unknown' };

/** Why a day differs from, or stands out of, the weekly hours: a holiday, a make-up workday, or an exception. */
export type DayNote = { kind: 'holiday' | 'makeup_workday' | 'exception'; text: string; textEn: string | null };

/** The hours of one date; no intervals means closed. */
export type DayHours = {
  date: CivilDate;
  weekday: Weekday;
  intervals: readonly { opensMinute: number; closesMinute: number }[];
  note: DayNote | null;
};
