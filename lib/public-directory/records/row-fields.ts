import { z } from 'zod';
import type { CivilDate, Weekday } from '@/lib/core/dates';
import { isCivilDate } from '@/lib/core/dates';
import { allianceCodeSchema, ORIGINS, POSITION_EXACTNESS } from '@/lib/directory/schema';

// The columns that many row schemas share. Dates are read as text, so that no driver turns them into instants.

export const dateField = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value), {
  error: 'not a date',
});
export const weekdayField = z.custom<Weekday>(
  (value) => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 7,
  { error: 'not a weekday' },
);
export const minuteField = z.number().int().min(0).max(1440);
export const originField = z.enum(ORIGINS);
export const exactnessField = z.enum(POSITION_EXACTNESS);
export const allianceField = allianceCodeSchema;
export const textOrNull = z.string().nullable();
export const codesField = z.array(z.string());

/** Degrees, WGS-84, under the column names `lat` and `lon`. */
export const positionFields = { lat: z.number(), lon: z.number() };
