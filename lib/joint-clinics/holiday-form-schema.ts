import { z } from 'zod';
import { HOLIDAY_CHANGE_KINDS } from '@/lib/directory/holiday-schema';
import { dateSchema, FIELD_PROBLEM, lineSchema, optionalLineSchema, reasonSchema, weekdaySchema } from './field-schema';

const PROBLEM = {
  kind: 'joint-clinics.problem.dayKind',
  name: 'joint-clinics.problem.dayName',
  nameEn: 'joint-clinics.problem.dayNameEn',
  source: 'joint-clinics.problem.source',
} as const;

const NAMED = ['holiday', 'makeup_workday'];

/** What an officer of the city says about a day, with the version of the calendar that the officer saw. */
export const changeHolidaySchema = z
  .object({
    calendarVersion: z.coerce.number<unknown>(FIELD_PROBLEM.field).int(FIELD_PROBLEM.field).nonnegative(),
    date: dateSchema,
    kind: z.string(PROBLEM.kind).pipe(z.enum(HOLIDAY_CHANGE_KINDS, PROBLEM.kind)),
    name: optionalLineSchema(20, PROBLEM.name),
    nameEn: optionalLineSchema(60, PROBLEM.nameEn),
    followsWeekday: z
      .union([z.literal('').transform(() => null), weekdaySchema], FIELD_PROBLEM.weekday)
      .nullish()
      .transform((weekday) => weekday ?? null),
    reason: reasonSchema,
    source: lineSchema(2, 100, PROBLEM.source),
  })
  .refine(({ kind, name }) => !NAMED.includes(kind) || name !== null, { error: PROBLEM.name, path: ['name'] })
  .refine(({ kind, nameEn }) => !NAMED.includes(kind) || nameEn !== null, { error: PROBLEM.nameEn, path: ['nameEn'] })
  // what a day is called that is as it always was, nobody asks; and only a make-up day stands in for another
  .transform(({ name, nameEn, followsWeekday, ...rest }) => ({
    ...rest,
    name: NAMED.includes(rest.kind) ? name : null,
    nameEn: NAMED.includes(rest.kind) ? nameEn : null,
    followsWeekday: rest.kind === 'makeup_workday' ? followsWeekday : null,
  }));
