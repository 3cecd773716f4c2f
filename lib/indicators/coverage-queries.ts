import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { ClinicFilter } from './activity-sql';
import { clinicsOf } from './clinic-filter-sql';
import { coverageOf } from './coverage-rules';
import type { Coverage, CoveringClinic, Specialty } from './coverage-schema';
import { knownUntil, type Period } from './period-rules';
import type { Unit } from './schema';
import { partsOf } from './unit-parts';
import { openUnit } from './units';

/**
 * Which specialties of the current list of conditions the clinics of a unit cover at the end of a period, part by part.
 * @returns null for a unit that does not exist or is out of the reader's scope
 */
export async function getCoverage(
  actor: Actor,
  { unit, period }: { unit: Unit; period: Period },
): Promise<Coverage | null> {
  const asOf = knownUntil(period, now());
  const opened = await openUnit(actor, unit, asOf);
  if (!opened) return null;
  const [specialties, { children }, clinics] = await Promise.all([
    listSpecialties(),
    partsOf(opened, asOf),
    listCovering(opened.filter, asOf),
  ]);
  const parts = children.map((part) => part.unit);
  return coverageOf(specialties, parts.length > 0 ? parts : [opened.named], clinics);
}

async function listSpecialties(): Promise<Specialty[]> {
  const rows = await db().condition.findMany({
    where: { catalogue: { is: { current: true } } },
    select: { code: true, name: true, nameEn: true, department: true, departmentEn: true },
    orderBy: { code: 'asc' },
  });
  const found = new Map<string, Specialty>();
  for (const { department, departmentEn, ...condition } of rows) {
    const known = found.get(department) ?? { name: department, nameEn: departmentEn, conditions: [] };
    known.conditions.push(condition);
    found.set(department, known);
  }
  // the broadest first
  return [...found.values()].sort((a, b) => b.conditions.length - a.conditions.length);
}

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  centreId: z.string(),
  centreName: z.string(),
  centreNameEn: z.string(),
  districtCode: z.string(),
  conditions: z.array(z.string()),
}) satisfies z.ZodType<CoveringClinic>;

async function listCovering(filter: ClinicFilter, day: CivilDate): Promise<CoveringClinic[]> {
  const date = toDbDate(day);
  const rows = await db().$queryRaw<unknown[]>`
    SELECT j.id, j.name, j.name_en AS "nameEn", j.centre_id AS "centreId", f.name AS "centreName",
      f.name_en AS "centreNameEn", c.district_code AS "districtCode",
      coalesce(array_agg(k.condition_code ORDER BY k.condition_code) FILTER (WHERE k.condition_code IS NOT NULL), '{}') AS conditions
    FROM joint_clinic j
    JOIN community_centre c ON c.facility_id = j.centre_id JOIN facility f ON f.id = j.centre_id
    JOIN joint_clinic_status s ON s.clinic_id = j.id AND s.status = 'operating'
      AND s.valid_from <= ${date} AND (s.valid_to IS NULL OR s.valid_to > ${date})
    LEFT JOIN (joint_clinic_condition k JOIN condition_catalogue l ON l.id = k.catalogue_id AND l.current) ON k.clinic_id = j.id
    WHERE ${clinicsOf(filter)}
    GROUP BY j.id, f.name, f.name_en, c.district_code ORDER BY c.district_code, j.centre_id, j.id`;
  return z.array(rowSchema).parse(rows);
}
