import { z } from 'zod';
import { addDays, type CivilDate } from '@/lib/core/dates';
import { type Connection, readRows } from '@/lib/db/connection';
import { halfSchema } from '@/lib/directory/schema';
import { BOOKING_METHODS, CLINIC_STATUSES, EXPERT_TITLES, type ScheduleException } from '@/lib/joint-clinics/schema';
import { type ClinicRecord, type ExpertRecord, NOT_HELD_KINDS } from '@/lib/public-directory/records-schema';
import { codesField, dateField, minuteField, originField, textOrNull, weekdayField } from './row-fields';

/** Schedule lines and exceptions that ended longer ago than this are not published any more. */
const PAST_DAYS = 92;

const expertRow = z.object({
  id: z.string(),
  name: z.string(),
  name_en: z.string(),
  title: z.enum(EXPERT_TITLES),
  hospital_id: z.string(),
  department: z.string(),
  department_en: z.string(),
  origin: originField,
  condition_codes: codesField,
});

// An expert who left is still named by the sessions that were announced.
const EXPERTS = `
  SELECT e.id, e.name, e.name_en, e.title::text, e.hospital_id, e.department, e.department_en, e.origin::text,
         coalesce(array_agg(c.condition_code ORDER BY c.condition_code)
                    FILTER (WHERE c.condition_code IS NOT NULL), '{}') AS condition_codes
    FROM expert e
    LEFT JOIN expert_condition c
      ON c.expert_id = e.id AND c.catalogue_id = (SELECT id FROM condition_catalogue WHERE current)
   WHERE e.active
      OR EXISTS (SELECT 1 FROM clinic_schedule s
                  WHERE s.expert_id = e.id AND (s.valid_to IS NULL OR s.valid_to >= $1::date))
      OR EXISTS (SELECT 1 FROM schedule_exception x WHERE x.expert_id = e.id AND x.date >= $1::date)
   GROUP BY e.id ORDER BY e.id`;

/** The experts, with the conditions they see. */
export async function readExperts(connection: Connection, today: CivilDate): Promise<ExpertRecord[]> {
  const rows = await readRows(connection, expertRow, EXPERTS, [addDays(today, -PAST_DAYS)]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nameEn: row.name_en,
    title: row.title,
    hospitalId: row.hospital_id,
    department: row.department,
    departmentEn: row.department_en,
    conditionCodes: row.condition_codes,
    origin: row.origin,
  }));
}

const statusPeriod = z.object({
  status: z.enum(CLINIC_STATUSES),
  validFrom: dateField,
  validTo: dateField.nullable(),
  reason: textOrNull,
  reasonEn: textOrNull,
});

const scheduleLine = z.object({
  weekday: weekdayField,
  half: halfSchema,
  startsMinute: minuteField,
  endsMinute: minuteField,
  recurrence: z.enum(['weekly', 'alternate_weeks']),
  anchorDate: dateField,
  validFrom: dateField,
  validTo: dateField.nullable(),
  expertId: z.string(),
});

const anyException = { date: dateField, half: halfSchema, reason: z.string(), reasonEn: textOrNull };

const scheduleException = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('added'),
      ...anyException,
      startsMinute: minuteField,
      endsMinute: minuteField,
      expertId: z.string(),
    }),
    z.object({ kind: z.literal('removed'), ...anyException }),
  ])
  .transform((exception): ScheduleException => exception);

const notHeldRecord = z.object({ date: dateField, half: halfSchema, reason: z.enum(NOT_HELD_KINDS) });

const clinicRow = z.object({
  id: z.string(),
  name: z.string(),
  name_en: z.string(),
  centre_id: z.string(),
  hospital_id: z.string(),
  department: z.string(),
  department_en: z.string(),
  room: textOrNull,
  booking_method: z.enum(BOOKING_METHODS),
  booking_phone: textOrNull,
  origin: originField,
  condition_codes: codesField,
  expert_ids: codesField,
  statuses: z.array(statusPeriod),
  schedule: z.array(scheduleLine),
  exceptions: z.array(scheduleException),
  not_held: z.array(notHeldRecord),
  trainee_count: z.number().int(),
  continued_by: textOrNull,
});

// Each child list is a subquery of its own, so that no join multiplies another's rows.
const CLINICS = `
  SELECT j.id, j.name, j.name_en, j.centre_id, j.hospital_id, j.department, j.department_en, j.room,
         j.booking_method::text, j.booking_phone, j.origin::text,
         (SELECT n.id FROM joint_clinic n WHERE n.continues_id = j.id) AS continued_by,
         ARRAY(SELECT c.condition_code FROM joint_clinic_condition c
                WHERE c.clinic_id = j.id AND c.catalogue_id = (SELECT id FROM condition_catalogue WHERE current)
                ORDER BY 1) AS condition_codes,
         ARRAY(SELECT DISTINCT e.expert_id FROM joint_clinic_expert e
                WHERE e.clinic_id = j.id AND daterange(e.valid_from, e.valid_to) @> $1::date
                ORDER BY 1) AS expert_ids,
         (SELECT coalesce(json_agg(json_build_object(
                   'status', s.status, 'validFrom', s.valid_from, 'validTo', s.valid_to,
                   'reason', s.reason, 'reasonEn', s.reason_en) ORDER BY s.valid_from), '[]')
            FROM joint_clinic_status s WHERE s.clinic_id = j.id) AS statuses,
         (SELECT coalesce(json_agg(json_build_object(
                   'weekday', l.weekday, 'half', l.half, 'startsMinute', l.starts_minute, 'endsMinute', l.ends_minute,
                   'recurrence', l.recurrence, 'anchorDate', l.anchor_date, 'validFrom', l.valid_from,
                   'validTo', l.valid_to, 'expertId', l.expert_id) ORDER BY l.weekday, l.half, l.valid_from, l.id), '[]')
            FROM clinic_schedule l
           WHERE l.clinic_id = j.id AND (l.valid_to IS NULL OR l.valid_to >= $2::date)) AS schedule,
         (SELECT coalesce(json_agg(json_build_object(
                   'kind', x.kind, 'date', x.date, 'half', x.half, 'startsMinute', x.starts_minute,
                   'endsMinute', x.ends_minute, 'expertId', x.expert_id, 'reason', x.reason, 'reasonEn', x.reason_en)
                   ORDER BY x.date, x.half), '[]')
            FROM schedule_exception x WHERE x.clinic_id = j.id AND x.date >= $2::date) AS exceptions,
         (SELECT coalesce(json_agg(json_build_object('date', r.date, 'half', r.half, 'reason', r.not_held_reason)
                   ORDER BY r.date, r.half), '[]')
            FROM clinic_session r
           WHERE r.clinic_id = j.id AND r.date >= $1::date AND NOT r.held AND r.state <> 'withdrawn') AS not_held,
         (SELECT count(*)::int FROM joint_clinic_trainee t
            JOIN trainee_doctor d ON d.id = t.trainee_id AND d.active
           WHERE t.clinic_id = j.id AND daterange(t.valid_from, t.valid_to) @> $1::date) AS trainee_count
    FROM joint_clinic j ORDER BY j.id`;

/** The joint clinics with everything their sessions follow from; trainees are only counted. */
export async function readClinics(connection: Connection, today: CivilDate): Promise<ClinicRecord[]> {
  const rows = await readRows(connection, clinicRow, CLINICS, [today, addDays(today, -PAST_DAYS)]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nameEn: row.name_en,
    centreId: row.centre_id,
    hospitalId: row.hospital_id,
    department: row.department,
    departmentEn: row.department_en,
    room: row.room,
    bookingMethod: row.booking_method,
    bookingPhone: row.booking_phone,
    conditionCodes: row.condition_codes,
    expertIds: row.expert_ids,
    statuses: row.statuses,
    schedule: row.schedule,
    exceptions: row.exceptions,
    notHeld: row.not_held,
    traineeCount: row.trainee_count,
    continuedById: row.continued_by,
    origin: row.origin,
  }));
}
