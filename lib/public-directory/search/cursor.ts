import { z } from 'zod';

// A cursor is the place in the order after which the next page begins, so that pages neither skip nor repeat while the
// directory stays the same, and stay sensible when it changes in between.

/** A row's place in the order: its section, its key within the section (both grow), and its number. */
export type Place = { section: number; key: number; id: number };

const PREFIX = 'd1.';
const placeSchema = z.tuple([z.number(), z.number(), z.number().int().min(0)]);

/** A cursor that is not one of ours: the caller turns it into a clear message. */
export class InvalidCursorError extends Error {
  constructor() {
    super('The cursor was not made by this search');
    this.name = 'InvalidCursorError';
  }
}

/** The cursor after a row. */
export function cursorAfterPlace({ section, key, id }: Place): string {
  return PREFIX + Buffer.from(JSON.stringify([section, key, id]), 'utf8').toString('base64url');
}

/** Whether a text is a cursor of this search. */
export function isSearchCursor(cursor: string): boolean {
  return placeOfCursor(cursor) !== null;
}

/** The place a cursor stands for; null when it is none of ours. */
export function placeOfCursor(cursor: string): Place | null {
  if (!cursor.startsWith(PREFIX) || cursor.length > 200) return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor.slice(PREFIX.length), 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  const parsed = placeSchema.safeParse(value);
  if (!parsed.success) return null;
  const [section, key, id] = parsed.data;
  const place = { section, key, id };
  return cursorAfterPlace(place) === cursor ? place : null;
}
