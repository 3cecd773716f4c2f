import 'server-only';
import { z } from 'zod';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import type { FigureReader } from './structure-sql';

const rowSchema = z.object({ districtCode: z.string(), clinicId: z.string(), held: z.int(), expected: z.int() });

/** What was expected of a clinic in a period and what of it was held. */
export type ClinicHeld = z.infer<typeof rowSchema>;

/**
 * Held and expected sessions of every clinic of some districts, from the sums of months; the present month's expected
 * sessions are not among them.
 * @param months first days
 */
export async function readClinicHeld(
  reader: FigureReader,
  districtCodes: readonly string[],
  months: readonly CivilDate[],
): Promise<ClinicHeld[]> {
  const [days, codes] = [months.map(toDbDate), [...districtCodes]];
  const rows = await reader.$queryRaw<unknown[]>`
    SELECT coalesce(t.district_code, e.district_code) AS "districtCode", coalesce(t.clinic_id, e.clinic_id) AS "clinicId",
      coalesce(t.held, 0) AS held, coalesce(e.expected, 0) AS expected
    FROM (SELECT district_code, clinic_id, sum(held_planned)::int AS held FROM activity_month
      WHERE month = ANY(${days}::date[]) AND district_code = ANY(${codes}) GROUP BY 1, 2) t
    FULL JOIN (SELECT district_code, clinic_id, sum(expected)::int AS expected FROM expected_month
      WHERE month = ANY(${days}::date[]) AND district_code = ANY(${codes}) GROUP BY 1, 2) e USING (clinic_id)`;
  return z.array(rowSchema).parse(rows);
}
