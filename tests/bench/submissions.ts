import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';
import type { SubmitClinicSession, submitClinicSessionSchema } from '@/lib/clinic-sessions/schema';

// Submissions for the benchmark: sessions that a clinic of the demonstration could have held in the months that are not
// closed, one for every free evening and afternoon, with trainees, conditions and techniques.

export type Submission = { centreId: string; submission: z.input<typeof submitClinicSessionSchema> };

const slotRow = z.object({
  clinicId: z.string(),
  centreId: z.string(),
  date: z.string(),
  half: z.enum(['pm', 'evening']),
  expertId: z.string(),
  traineeIds: z.array(z.string()),
  conditions: z.array(z.object({ catalogueId: z.string(), code: z.string() })),
});

const FREE_SLOTS = `
  SELECT c.id AS "clinicId", c.centre_id AS "centreId", to_char(day, 'YYYY-MM-DD') AS date, half,
    (SELECT e.id FROM expert e WHERE e.hospital_id = c.hospital_id AND e.active
       AND NOT EXISTS (SELECT FROM clinic_schedule w WHERE w.clinic_id = c.id AND w.expert_id = e.id)
       AND NOT EXISTS (SELECT FROM schedule_exception x WHERE x.clinic_id = c.id AND x.expert_id = e.id)
     ORDER BY e.id LIMIT 1) AS "expertId",
    ARRAY(SELECT t.trainee_id FROM joint_clinic_trainee t WHERE t.clinic_id = c.id AND t.valid_from <= day
      AND (t.valid_to IS NULL OR t.valid_to > day) ORDER BY t.trainee_id LIMIT 2) AS "traineeIds",
    (SELECT jsonb_agg(jsonb_build_object('catalogueId', o.catalogue_id, 'code', o.condition_code))
     FROM joint_clinic_condition o WHERE o.clinic_id = c.id) AS conditions
  FROM joint_clinic c JOIN community_centre d ON d.facility_id = c.centre_id
  CROSS JOIN generate_series($1::date - 60, $1::date - 1, interval '1 day') AS day
  CROSS JOIN unnest(ARRAY['pm', 'evening']) AS half
  WHERE EXISTS (SELECT 1 FROM joint_clinic_status s WHERE s.clinic_id = c.id AND s.status = 'operating'
      AND s.valid_from <= day AND (s.valid_to IS NULL OR s.valid_to > day))
    AND NOT EXISTS (SELECT 1 FROM clinic_session r WHERE r.clinic_id = c.id AND r.date = day AND r.half = half::half)
    AND NOT EXISTS (SELECT 1 FROM month_close m WHERE m.district_code = d.district_code
      AND m.month = date_trunc('month', day)::date AND m.reopened_at IS NULL)
  ORDER BY md5(c.id || day || half) LIMIT $2`;

/**
 * So many submissions, always the same for the same database but for their ids.
 * @throws Error when there are not as many free half-days
 */
export async function makeSubmissions(url: string, today: string, count: number): Promise<Submission[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(FREE_SLOTS, [today, count]);
  await client.end();
  const slots = z.array(slotRow).parse(rows);
  if (slots.length < count) throw new Error(`There are only ${slots.length} free half-days for ${count} submissions`);
  return slots.map((slot, at) => ({ centreId: slot.centreId, submission: submissionOf(slot, at) }));
}

function submissionOf(slot: z.output<typeof slotRow>, at: number): Submission['submission'] {
  const { clinicId, date, half, expertId, traineeIds, conditions } = slot;
  const content: SubmitClinicSession['content'] = {
    held: true,
    expert: { presence: 'substitute', expertId },
    // an expert may be in many clinics at once only from afar
    mode: 'remote',
    visitsNew: 3 + (at % 5),
    visitsReturn: 6 + (at % 7),
    conditions: conditions.slice(0, 3).map((condition) => ({ ...condition, visits: 2 })),
    techniques: [
      { code: 'acupuncture', count: 5 },
      { code: 'cupping', count: 2 },
    ],
    prescriptions: 8,
    preparations: 2,
    referralsUp: 1,
    referralsDown: 0,
    trainees: traineeIds.map((traineeId) => ({ traineeId, part: 'assisting' })),
    teachingCases: 1,
    note: '演示数据',
    explanation: '加诊（演示数据）',
  };
  return { submissionId: randomUUID(), clinicId, date, half, version: null, content };
}
