import { z } from 'zod';
import { civilDateSchema, WEEKDAYS } from '@/lib/core/dates';
import { HOLIDAY_CHANGE_KINDS, type HolidayVersion } from '@/lib/directory/holiday-schema';
import { HALVES, type Holiday } from '@/lib/directory/schema';
import {
  CLINIC_STATUSES,
  type ScheduleException,
  type ScheduleLine,
  type StatusPeriod,
} from '@/lib/joint-clinics/schema';

// Rows of a clinic's schedule as PostgreSQL writes them in JSON, read as the schedule engine knows them.

const weekdayRow = z.union(WEEKDAYS.map((weekday) => z.literal(weekday)));

export const statusRow = z
  .object({
    status: z.enum(CLINIC_STATUSES),
    valid_from: civilDateSchema,
    valid_to: civilDateSchema.nullable(),
    reason: z.string().nullable(),
    reason_en: z.string().nullable(),
  })
  .transform(
    ({ status, valid_from: validFrom, valid_to: validTo, reason, reason_en: reasonEn }): StatusPeriod => ({
      status,
      validFrom,
      validTo,
      reason,
      reasonEn,
    }),
  );

export const scheduleLineRow = z
  .object({
    weekday: weekdayRow,
    half: z.enum(HALVES),
    starts_minute: z.int(),
    ends_minute: z.int(),
    recurrence: z.enum(['weekly', 'alternate_weeks']),
    anchor_date: civilDateSchema,
    valid_from: civilDateSchema,
    valid_to: civilDateSchema.nullable(),
    expert_id: z.string(),
  })
  .transform(
    (row): ScheduleLine => ({
      weekday: row.weekday,
      half: row.half,
      startsMinute: row.starts_minute,
      endsMinute: row.ends_minute,
      recurrence: row.recurrence,
      anchorDate: row.anchor_date,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      expertId: row.expert_id,
    }),
  );

const exceptionFields = {
  date: civilDateSchema,
  half: z.enum(HALVES),
  reason: z.string(),
  reason_en: z.string().nullable(),
};

export const scheduleExceptionRow = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('removed'), ...exceptionFields }),
    z.object({
      kind: z.literal('added'),
      ...exceptionFields,
      starts_minute: z.int(),
      ends_minute: z.int(),
      expert_id: z.string(),
    }),
  ])
  .transform((row): ScheduleException => {
    const common = { date: row.date, half: row.half, reason: row.reason, reasonEn: row.reason_en };
    if (row.kind === 'removed') return { kind: 'removed', ...common };
    const { starts_minute: startsMinute, ends_minute: endsMinute, expert_id: expertId } = row;
    return { kind: 'added', ...common, startsMinute, endsMinute, expertId };
  });

const dayFields = { date: civilDateSchema, follows_weekday: weekdayRow.nullable() };

export const holidayRow = z
  .object({ ...dayFields, kind: z.enum(['holiday', 'makeup_workday']), name: z.string(), name_en: z.string() })
  .transform(
    ({ name_en: nameEn, follows_weekday: followsWeekday, ...row }): Holiday => ({ ...row, nameEn, followsWeekday }),
  );

export const holidayChangeRow = z
  .object({
    ...dayFields,
    kind: z.enum(HOLIDAY_CHANGE_KINDS),
    version: z.int(),
    name: z.string().nullable(),
    name_en: z.string().nullable(),
  })
  .transform(
    ({ name_en: nameEn, follows_weekday: followsWeekday, ...row }): HolidayVersion => ({
      ...row,
      nameEn,
      followsWeekday,
    }),
  );
