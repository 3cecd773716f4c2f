import { z } from 'zod';
import { type CivilDate, isCivilDate } from '@/lib/core/dates';
import { HALVES } from '@/lib/directory/schema';

// The fields that forms of clinics have in common. Messages are keys of joint-clinics.problem.

export const FIELD_PROBLEM = {
  field: 'joint-clinics.problem.field',
  date: 'joint-clinics.problem.date',
  time: 'joint-clinics.problem.time',
  weekday: 'joint-clinics.problem.weekday',
  half: 'joint-clinics.problem.half',
  person: 'joint-clinics.problem.person',
  reason: 'joint-clinics.problem.reason',
  reasonEn: 'joint-clinics.problem.reasonEn',
} as const;

const REASON_CHARACTERS = { least: 2, most: 200 } as const;

/** Without what the database takes in no text: control characters and halves of characters. */
export function isStorable(text: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(text);
}

/** Text of one line as people type it: one kind of space, none around. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

// PostgreSQL counts characters, JavaScript UTF-16 units: an emoji is one and two
const characters = (text: string) => [...text].length;

function idWith(problem: string) {
  return z.string(problem).trim().min(1, problem).max(63, problem).refine(isStorable, problem);
}

/** The id of any record. */
export const idSchema = idWith(FIELD_PROBLEM.field);
/** An expert or a trainee. */
export const personSchema = idWith(FIELD_PROBLEM.person);
export const versionSchema = z.coerce.number<unknown>(FIELD_PROBLEM.field).int(FIELD_PROBLEM.field).positive();

/** A line of text between two lengths, counted in characters. */
export function lineSchema(least: number, most: number, problem: string) {
  return z
    .string(problem)
    .transform(oneLine)
    .refine((text) => characters(text) >= least && characters(text) <= most && isStorable(text), problem);
}

/** A line of text that may be missing. */
export function optionalLineSchema(most: number, problem: string) {
  return lineSchema(0, most, problem)
    .nullish()
    .transform((text) => text || null);
}

/** Why, in Chinese: residents read it. */
export const reasonSchema = lineSchema(REASON_CHARACTERS.least, REASON_CHARACTERS.most, FIELD_PROBLEM.reason);
/** The same in English, where somebody wrote it. */
export const reasonEnSchema = optionalLineSchema(REASON_CHARACTERS.most, FIELD_PROBLEM.reasonEn);

export const dateSchema = z
  .string(FIELD_PROBLEM.date)
  .trim()
  .refine(isCivilDate, FIELD_PROBLEM.date)
  .transform((text) => text as CivilDate);

/** An empty field is no date. */
export const optionalDateSchema = z
  .union([z.literal('').transform(() => null), dateSchema], FIELD_PROBLEM.date)
  .nullish()
  .transform((date): CivilDate | null => date ?? null);

/** `08:30` as minutes of the day. */
export const minuteSchema = z
  .string(FIELD_PROBLEM.time)
  .trim()
  .regex(/^([01]?\d|2[0-3])[:：][0-5]\d$/, FIELD_PROBLEM.time)
  .transform((text) => {
    const [hours, minutes] = text.split(/[:：]/).map(Number);
    return (hours ?? 0) * 60 + (minutes ?? 0);
  });

export const weekdaySchema = z.coerce
  .number<unknown>(FIELD_PROBLEM.weekday)
  .pipe(z.literal([1, 2, 3, 4, 5, 6, 7], FIELD_PROBLEM.weekday));

export const clinicHalfSchema = z.enum(HALVES, FIELD_PROBLEM.half);
