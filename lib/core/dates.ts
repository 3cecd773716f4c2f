import { z } from 'zod';

/** A civil date in Asia/Shanghai, `YYYY-MM-DD`. */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

/** 1 Monday … 7 Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

const DAY_MS = 86_400_000;
/** China has kept UTC+8 without summer time since 1991, so the offset is a constant. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** True for a real calendar date written `YYYY-MM-DD`. */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

export const civilDateSchema = z
  .string()
  .refine(isCivilDate, { error: 'YYYY-MM-DD' })
  .transform((text) => text as CivilDate);

/**
 * Turns a known-good literal into a civil date.
 * @throws Error when it is not one.
 */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(`Not a calendar date: ${text}`);
  return text;
}

function epochDay(date: CivilDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

function fromEpochDay(day: number): CivilDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as CivilDate;
}

/** The civil date in Shanghai at an instant. */
export function dateInShanghai(instant: Date): CivilDate {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as CivilDate;
}

/** Minutes since midnight in Shanghai at an instant, 0 to 1439. */
export function minuteInShanghai(instant: Date): number {
  const shifted = new Date(instant.getTime() + SHANGHAI_OFFSET_MS);
  return shifted.getUTCHours() * 60 + shifted.getUTCMinutes();
}

/** The instant at which a minute of a civil date begins in Shanghai. */
export function instantInShanghai(date: CivilDate, minute: number): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - SHANGHAI_OFFSET_MS + minute * 60_000);
}

/** A date moved by whole days, backwards when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(epochDay(date) + days);
}

/** Whole days from one date to another, negative when the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return epochDay(to) - epochDay(from);
}

/** ISO weekday of a date. */
export function weekdayOf(date: CivilDate): Weekday {
  // 1970-01-01 was a Thursday (4)
  return (((((epochDay(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The Monday of a date's ISO week. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** Every date from one to another, both included; empty when the second is earlier. */
export function datesBetween(from: CivilDate, to: CivilDate): CivilDate[] {
  const length = daysBetween(from, to) + 1;
  return Array.from({ length: Math.max(0, length) }, (_, index) => addDays(from, index));
}

/** A PostgreSQL `date` as Prisma gives and takes it: midnight UTC. */
export function toDbDate(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** The civil date of a PostgreSQL `date` column. */
export function fromDbDate(value: Date): CivilDate {
  return value.toISOString().slice(0, 10) as CivilDate;
}

/** `08:30` for 510. */
export function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
