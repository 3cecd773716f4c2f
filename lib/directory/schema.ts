import { z } from 'zod';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import type { CivilDate, Weekday } from '@/lib/core/dates';
import { LOCALES } from '@/lib/i18n/locales';

export const FACILITY_KINDS = ['lead_hospital', 'partner_hospital', 'community_centre', 'service_station'] as const;
export const facilityKindSchema = z.enum(FACILITY_KINDS);
export type FacilityKind = z.infer<typeof facilityKindSchema>;

export const FACILITY_STATUSES = ['operating', 'suspended', 'closed'] as const;
export type FacilityStatus = (typeof FACILITY_STATUSES)[number];

export const allianceCodeSchema = z.enum(ALLIANCE_CODES);

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

const SUBJECT_ID = /^[a-z0-9][a-z0-9-]{1,62}$/;
const MESSAGE_CHARACTERS = { least: 5, most: 1000 } as const;
const CONTACT_CHARACTERS = 100;

/** Text as a form sends it: one kind of line break, no control characters, no space around. */
const plainText = z.string().transform((text) =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim(),
);

/** An empty field of a form is no value. */
const subjectId = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : text))
  .refine((id) => id === null || SUBJECT_ID.test(id), { error: 'report.problem.subject' })
  .nullish()
  .transform((id) => id ?? null);

// PostgreSQL counts characters, JavaScript UTF-16 units: an emoji is one and two
const characters = (text: string) => [...text].length;

/**
 * A resident's "this is wrong" about one place, one clinic or, with neither, the portal itself. The id is made by the
 * sender, so that sending twice stores once. Errors are keys of the message catalogs.
 */
export const informationReportSchema = z
  .object({
    id: z.uuid({ error: 'report.problem.id' }).toLowerCase(),
    facilityId: subjectId,
    clinicId: subjectId,
    category: z.enum(REPORT_CATEGORIES, { error: 'report.problem.category' }),
    message: z
      .string({ error: 'report.problem.message' })
      .pipe(plainText)
      .refine((text) => characters(text) >= MESSAGE_CHARACTERS.least && characters(text) <= MESSAGE_CHARACTERS.most, {
        error: 'report.problem.message',
      }),
    contact: plainText
      .refine((text) => characters(text) <= CONTACT_CHARACTERS, { error: 'report.problem.contact' })
      .nullish()
      .transform((text) => text || null),
    locale: z.enum(LOCALES, { error: 'report.problem.locale' }),
    /** a field people do not see; whoever fills it is a program */
    website: z.string().nullish(),
  })
  .refine(({ facilityId, clinicId }) => facilityId === null || clinicId === null, {
    error: 'report.problem.subject',
    path: ['clinicId'],
  });

export type InformationReport = z.infer<typeof informationReportSchema>;
