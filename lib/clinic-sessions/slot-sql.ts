import 'server-only';
import { z } from 'zod';
import { type CivilDate, civilDateSchema, dateInShanghai } from '@/lib/core/dates';
import { Prisma } from '@/lib/db/generated/client';
import { PREPARED } from '@/lib/db/prepared-statements';
import type { Half } from '@/lib/directory/schema';
import { EARLIER_SESSIONS, SESSION_STATES, type SessionContent } from './schema';
import { holidayChangeRow, holidayRow, scheduleExceptionRow, scheduleLineRow, statusRow } from './slot-rows';

// Everything that decides whether a record may be written, in one statement: a clinic's place, what was planned on the
// half-day, what is there already, where the experts of its hospital are, and what it usually sees. It asks nobody's
// scope; callers hold its place against the table of abilities before they say anything.

/** A client or a transaction. */
export type SlotReader = Pick<Prisma.TransactionClient, '$queryRaw'>;

export type SlotQuestion = {
  clinicId: string;
  date: CivilDate;
  half: Half;
  /** to find out whether it has arrived before */
  submissionId?: string;
  /** only its people, conditions and techniques are looked up; without one, none */
  content?: SessionContent;
};

const refSchema = z.object({ catalogueId: z.string(), code: z.string() });

const slotSchema = z.object({
  clinicId: z.string(),
  clinicName: z.string(),
  /** moves with every change of the clinic's plan or people */
  clinicVersion: z.int(),
  centreId: z.string(),
  hospitalId: z.string(),
  districtCode: z.string(),
  allianceCode: z.string().nullable(),
  statuses: z.array(statusRow),
  schedules: z.array(scheduleLineRow),
  exceptions: z.array(scheduleExceptionRow),
  holidays: z.array(holidayRow),
  holidayChanges: z.array(holidayChangeRow),
  traineeIds: z.array(z.string()),
  record: z
    .object({
      id: z.string(),
      version: z.int(),
      state: z.enum(SESSION_STATES),
      plannedExpertId: z.string().nullable(),
      expertId: z.string().nullable(),
    })
    .nullable(),
  monthClosed: z.boolean(),
  earlierVisits: z.array(z.int()),
  elsewhere: z.array(
    z.object({
      expertId: z.string(),
      clinicId: z.string(),
      clinicName: z.string(),
      centreId: z.string(),
      hospitalId: z.string(),
      districtCode: z.string(),
    }),
  ),
  sent: z
    .object({ id: z.string(), version: z.int(), clinicId: z.string(), date: civilDateSchema, half: z.string() })
    .nullable(),
  substitutes: z.array(z.string()),
  conditions: z.array(refSchema),
  techniques: z.array(z.string()),
});

/** What is known of a half-day of a clinic. */
export type Slot = z.output<typeof slotSchema>;

function askedFor(content: SessionContent | undefined) {
  if (!content?.held) return { expertId: null, conditions: [], techniques: [] };
  const { expert, conditions, techniques } = content;
  return { expertId: expert.presence === 'substitute' ? expert.expertId : null, conditions, techniques };
}

/** What of the portal bears on each half-day of `asked`; dates are those of the question, and today is Shanghai's. */
const KNOWN = Prisma.sql`
    SELECT a.id AS "clinicId", a.name AS "clinicName", a.version AS "clinicVersion",
      a.centre_id AS "centreId", a.hospital_id AS "hospitalId",
      a.district_code AS "districtCode",
      (SELECT m.alliance_code FROM alliance_membership m
       WHERE m.facility_id = a.hospital_id AND m.role = 'lead' AND m.valid_from <= a.today
         AND (m.valid_to IS NULL OR m.valid_to > a.today) LIMIT 1) AS "allianceCode",
      (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM joint_clinic_status s
       WHERE s.clinic_id = a.id AND s.valid_from <= a.date AND (s.valid_to IS NULL OR s.valid_to > a.date)) AS statuses,
      (SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM clinic_schedule s
       WHERE s.clinic_id = a.id AND s.half = a.half AND s.valid_from <= a.date
         AND (s.valid_to IS NULL OR s.valid_to >= a.date)) AS schedules,
      (SELECT coalesce(jsonb_agg(to_jsonb(e)), '[]') FROM schedule_exception e
       WHERE e.clinic_id = a.id AND e.date = a.date AND e.half = a.half) AS exceptions,
      (SELECT coalesce(jsonb_agg(to_jsonb(h)), '[]') FROM holiday h WHERE h.date = a.date) AS holidays,
      (SELECT coalesce(jsonb_agg(to_jsonb(h)), '[]') FROM holiday_change h WHERE h.date = a.date) AS "holidayChanges",
      ARRAY(SELECT t.trainee_id FROM joint_clinic_trainee t
        WHERE t.clinic_id = a.id AND t.valid_from <= a.date AND (t.valid_to IS NULL OR t.valid_to > a.date)
        ORDER BY t.trainee_id) AS "traineeIds",
      (SELECT jsonb_build_object('id', r.id, 'version', r.version, 'state', r.state,
         'plannedExpertId', r.planned_expert_id, 'expertId', r.expert_id) FROM clinic_session r
       WHERE r.clinic_id = a.id AND r.date = a.date AND r.half = a.half) AS record,
      EXISTS (SELECT 1 FROM month_close m WHERE m.district_code = a.district_code
        AND m.month = date_trunc('month', a.date::timestamp)::date AND m.reopened_at IS NULL) AS "monthClosed",
      ARRAY(SELECT r.visits_new + r.visits_return FROM clinic_session r
        WHERE r.clinic_id = a.id AND (r.date, r.half) < (a.date, a.half) AND r.held AND r.state <> 'withdrawn'
        ORDER BY r.date DESC, r.half DESC LIMIT ${EARLIER_SESSIONS}) AS "earlierVisits",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('expertId', r.expert_id, 'clinicId', r.clinic_id,
         'clinicName', c.name, 'centreId', r.centre_id, 'hospitalId', r.hospital_id,
         'districtCode', r.district_code)), '[]')
       FROM clinic_session r JOIN joint_clinic c ON c.id = r.clinic_id
       WHERE r.hospital_id = a.hospital_id AND r.date = a.date AND r.half = a.half AND r.clinic_id <> a.id
         AND r.mode = 'on_site' AND r.expert_id IS NOT NULL AND r.state <> 'withdrawn') AS elsewhere,
      (SELECT jsonb_build_object('id', f.id, 'version', f.version, 'clinicId', f.clinic_id, 'date', f.date, 'half', f.half)
       FROM (SELECT r.id, r.version, r.clinic_id, r.date, r.half FROM clinic_session r
             WHERE r.submission_id = a.submission_id
             UNION ALL
             SELECT r.id, v.version, r.clinic_id, r.date, r.half
             FROM clinic_session_version v JOIN clinic_session r ON r.id = v.session_id
             WHERE v.submission_id = a.submission_id) f LIMIT 1) AS sent,
      ARRAY(SELECT e.id FROM expert e WHERE e.id = a.expert_id AND e.hospital_id = a.hospital_id
        AND (e.active OR EXISTS (SELECT 1 FROM clinic_session r
          WHERE r.clinic_id = a.id AND r.date = a.date AND r.half = a.half AND r.expert_id = e.id))) AS substitutes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('catalogueId', k.catalogue_id, 'code', k.code)), '[]')
       FROM jsonb_to_recordset(a.conditions) AS given("catalogueId" text, code text)
       JOIN condition k ON k.catalogue_id = given."catalogueId" AND k.code = given.code
       WHERE EXISTS (SELECT 1 FROM condition_catalogue g WHERE g.id = k.catalogue_id AND g.current)
         OR EXISTS (SELECT 1 FROM clinic_session r JOIN clinic_session_condition o ON o.session_id = r.id
           WHERE r.clinic_id = a.id AND r.date = a.date AND r.half = a.half
             AND o.catalogue_id = k.catalogue_id AND o.condition_code = k.code)) AS conditions,
      ARRAY(SELECT t.code FROM technique t
        WHERE t.code IN (SELECT given.code FROM jsonb_to_recordset(a.techniques)
          AS given(code text))) AS techniques
`;

/** The clinic of a half-day as the questions name it. */
const PLACE = Prisma.sql`c.id, c.name, c.version, c.centre_id, c.hospital_id, d.district_code`;

/** What is known of a half-day of a clinic at an instant; null when there is no such clinic. */
export async function readSlot(
  reader: SlotReader,
  { clinicId, date, half, submissionId, content }: SlotQuestion,
  instant: Date,
): Promise<Slot | null> {
  const { expertId, conditions, techniques } = askedFor(content);
  const rows = await reader.$queryRaw(Prisma.sql`${Prisma.raw(PREPARED)}
    WITH asked AS (
      SELECT ${PLACE}, ${date}::date AS date, ${half}::half AS half, ${dateInShanghai(instant)}::date AS today,
        ${submissionId ?? null}::uuid AS submission_id, ${expertId}::text AS expert_id,
        ${JSON.stringify(conditions)}::jsonb AS conditions, ${JSON.stringify(techniques)}::jsonb AS techniques
      FROM joint_clinic c JOIN community_centre d ON d.facility_id = c.centre_id WHERE c.id = ${clinicId})
    ${KNOWN} FROM asked a`);
  return z.array(slotSchema).parse(rows)[0] ?? null;
}

const answersSchema = z.array(z.object({ at: z.int(), slot: slotSchema }));
const HALF_DAYS_A_STATEMENT = 500;

/** A half-day of a clinic by one name. */
export function slotName({ clinicId, date, half }: Pick<SlotQuestion, 'clinicId' | 'date' | 'half'>): string {
  return `${clinicId} ${date} ${half}`;
}

/** The same of many half-days, by their `slotName`; those of unknown clinics are left out. */
export async function readSlots(
  reader: SlotReader,
  questions: readonly SlotQuestion[],
  instant: Date,
): Promise<Map<string, Slot>> {
  const known = new Map<string, Slot>();
  for (let from = 0; from < questions.length; from += HALF_DAYS_A_STATEMENT) {
    const part = questions.slice(from, from + HALF_DAYS_A_STATEMENT);
    const asked = part.map(({ content, ...question }, at) => ({ at, ...question, ...askedFor(content) }));
    // the texts are parameters of one statement, so that whatever a file says is data
    const rows = await reader.$queryRaw(Prisma.sql`
      WITH asked AS (
        SELECT ${PLACE}, q.date, q.half, ${dateInShanghai(instant)}::date AS today, NULL::uuid AS submission_id,
          q."expertId" AS expert_id, q.conditions, q.techniques, q.at
        FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
          AS q(at int, "clinicId" text, date date, half half, "expertId" text, conditions jsonb, techniques jsonb)
        JOIN joint_clinic c ON c.id = q."clinicId" JOIN community_centre d ON d.facility_id = c.centre_id)
      SELECT a.at, to_jsonb(k) AS slot FROM asked a, LATERAL (${KNOWN}) k`);
    for (const { at, slot } of answersSchema.parse(rows)) {
      const question = part[at];
      if (question) known.set(slotName(question), slot);
    }
  }
  return known;
}
