import 'server-only';
import { z } from 'zod';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';

const rowSchema = z.object({
  traineeId: z.string(),
  attended: z.int(),
  led: z.int(),
  ledLately: z.int(),
  conditions: z.int(),
});
type Counted = z.infer<typeof rowSchema>;

type Asked = {
  traineeIds: readonly string[];
  /** the clinics whose records the reader sees */
  clinicIds: readonly string[];
  days: { six: CivilDate; twelve: CivilDate; today: CivilDate };
};

/**
 * What trainees attended in the held sessions of some clinics, in how many they led, and how many conditions were in
 * them; trainees without any are left out. Withdrawn records count nowhere.
 */
export async function readChances({
  traineeIds,
  clinicIds,
  days,
}: Asked): Promise<Map<string, Omit<Counted, 'traineeId'>>> {
  const [six, twelve, today] = [toDbDate(days.six), toDbDate(days.twelve), toDbDate(days.today)];
  const rows = await db().$queryRaw<unknown[]>`
    WITH attended AS (
      SELECT t.trainee_id, t.part, s.id, s.date
      FROM clinic_session_trainee t JOIN clinic_session s ON s.id = t.session_id
      WHERE t.trainee_id = ANY(${[...traineeIds]}) AND s.clinic_id = ANY(${[...clinicIds]})
        AND s.held AND s.state <> 'withdrawn'
        AND t.date BETWEEN ${twelve}::date AND ${today}::date AND s.date BETWEEN ${twelve}::date AND ${today}::date),
    met AS (
      SELECT DISTINCT a.trainee_id, c.catalogue_id, c.condition_code
      FROM attended a JOIN clinic_session_condition c ON c.session_id = a.id),
    seen AS (SELECT trainee_id, count(*)::int AS conditions FROM met GROUP BY 1)
    SELECT a.trainee_id AS "traineeId", count(*)::int AS attended,
      count(*) FILTER (WHERE a.part = 'leading')::int AS led,
      count(*) FILTER (WHERE a.part = 'leading' AND a.date >= ${six}::date)::int AS "ledLately",
      coalesce(max(s.conditions), 0) AS conditions
    FROM attended a LEFT JOIN seen s USING (trainee_id) GROUP BY 1`;
  return new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map(({ traineeId, ...counts }) => [traineeId, counts]),
  );
}
