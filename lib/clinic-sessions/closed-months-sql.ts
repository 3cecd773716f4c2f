import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

const stretchesSchema = z.array(z.object({ districtCode: z.string(), from: z.date(), until: z.date() }));

/**
 * Leaves out the records of months that their district has closed: they are fixed, so they wait for nobody. Closed months
 * that follow one another are one stretch, which keeps the condition short however many years are closed.
 */
export async function inOpenMonths(): Promise<Prisma.ClinicSessionWhereInput> {
  const rows = await db().$queryRaw`
    SELECT district_code AS "districtCode", min(month) AS "from", (max(month) + interval '1 month')::date AS "until"
    FROM (SELECT district_code, month,
        month - row_number() OVER (PARTITION BY district_code ORDER BY month) * interval '1 month' AS stretch
      FROM month_close WHERE reopened_at IS NULL) closed
    GROUP BY district_code, stretch`;
  const stretches = stretchesSchema.parse(rows);
  // an empty OR would match nothing, or everything, depending on where it stands
  if (stretches.length === 0) return {};
  return {
    NOT: { OR: stretches.map(({ districtCode, from, until }) => ({ districtCode, date: { gte: from, lt: until } })) },
  };
}
