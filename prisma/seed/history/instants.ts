import { type CivilDate, instantInShanghai } from '@/lib/core/dates';
import type { Random } from '@/prisma/seed/random';

// Instants as milliseconds: a history has millions of them, and most are only compared.

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const OFFSET_MS = 8 * HOUR_MS;

/** A minute of a civil date in Shanghai. */
export function instantAt(date: CivilDate, minute: number): number {
  return instantInShanghai(date, minute).getTime();
}

/** A minute of the day so many days after an instant; soon after the instant itself where that would be earlier. */
export function laterOn(instant: number, days: number, minute: number): number {
  const midnight = Math.floor((instant + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  return Math.max(midnight + days * DAY_MS + minute * MINUTE_MS, instant + 15 * MINUTE_MS);
}

/** The civil date in Shanghai at an instant. */
export function dateOf(instant: number): CivilDate {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 10) as CivilDate;
}

/** The fractions of a random stream are 32-bit numbers over this. */
const WORD = 0x1_00_00_00_00;
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** An identifier of RFC 9562, version 7: the instant first, then chance, so that later ones sort later. */
export function uuidAt(random: Random, instant: number): string {
  const [a, b, c] = [random.fraction() * WORD, random.fraction(), random.fraction() * WORD];
  const time = hex(instant, 12);
  const variant = hex(0x80_00 + Math.floor(b * 0x40_00), 4);
  // the first 12 bits of a, then its last 16 and all of c
  const tail = hex(c, 8) + hex(a % 0x1_00_00, 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(Math.floor(a / 0x10_00_00), 3)}-${variant}-${tail}`;
}
