import 'server-only';
import { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, civilDateSchema, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import { emptyPoint, monthsUntil, summed } from './stage-month-rules';
import { STAGES, type StageKind, type StageMonths, type StagePoint, type StageTarget } from './stage-schema';

// Progress by month, from the steps alone: a record stands in a stage from the day it began until the next began.

const MONTHS = 12;
const TARGETS = { project: 'specialty_projects', demonstration: 'demonstration_stations' } as const;

const rowsSchema = z.array(
  z.object({
    month: civilDateSchema,
    district: z.string(),
    stage: z.enum(STAGES),
    standing: z.number().int(),
    opened: z.number().int(),
    closed: z.number().int(),
  }),
);

async function readRows(kind: StageKind, centres: readonly string[], months: readonly CivilDate[]) {
  const rows = await db().$queryRaw`
    WITH periods AS (
      SELECT r.district_code, s.stage, s.began_on,
             lead(s.began_on) OVER steps AS ended_on, lag(s.stage) OVER steps AS earlier
        FROM stage_step s JOIN stage_record r ON r.id = s.record_id
       WHERE r.kind = ${kind}::stage_kind AND r.centre_id = ANY(${[...centres]}::text[])
      WINDOW steps AS (PARTITION BY s.record_id ORDER BY s.began_on)),
    months AS (SELECT month, (month + interval '1 month')::date AS until FROM unnest(${[...months]}::text[]::date[]) AS month)
    SELECT m.month::text AS month, p.district_code AS district, p.stage::text AS stage,
           (count(*) FILTER (WHERE p.ended_on IS NULL OR p.ended_on >= m.until))::int AS standing,
           (count(*) FILTER (WHERE p.stage = 'operating' AND p.began_on >= m.month
              AND p.earlier IS NOT NULL AND p.earlier <> 'suspended'))::int AS opened,
           (count(*) FILTER (WHERE p.stage = 'closed' AND p.began_on >= m.month
              AND p.earlier IN ('operating', 'suspended')))::int AS closed
      FROM months m JOIN periods p ON p.began_on < m.until AND (p.ended_on IS NULL OR p.ended_on > m.month)
     GROUP BY 1, 2, 3`;
  return rowsSchema.parse(rows);
}

/** The latest target of the city and of each district, where one has been set. */
async function targetsOf(actor: Actor, kind: StageKind, today: CivilDate): Promise<Map<string, StageTarget>> {
  if (kind === 'station') return new Map();
  const rows = await db().indicatorTarget.findMany({
    where: {
      AND: [
        whereFor(actor, 'read', 'IndicatorTarget'),
        { indicatorId: TARGETS[kind], level: { in: ['city', 'district'] }, periodFrom: { lte: toDbDate(today) } },
      ],
    },
    select: { unitCode: true, value: true, periodTo: true },
    orderBy: [{ periodTo: 'asc' }, { id: 'asc' }],
  });
  return new Map(
    rows.map(({ unitCode, value, periodTo }) => [unitCode, { value: Number(value), until: fromDbDate(periodTo) }]),
  );
}

/**
 * How many of a kind stood in each stage at the end of each of the last twelve months, and how many opened and closed in
 * it, by district of the actor's scope and in all; the present month as it stands today. Null for whoever keeps none.
 */
export async function getStageMonths(actor: Actor, kind: StageKind): Promise<StageMonths | null> {
  if (!mayI(actor, 'export', 'StageRecord')) return null;
  const today = dateInShanghai(now());
  const months = monthsUntil(today, MONTHS);
  const places = await db().communityCentre.findMany({
    where: whereFor(actor, 'export', 'CommunityCentre'),
    select: { facilityId: true, districtCode: true },
  });
  const codes = [...new Set(places.map(({ districtCode }) => districtCode))].sort();
  const [rows, targets, districts] = await Promise.all([
    readRows(
      kind,
      places.map(({ facilityId }) => facilityId),
      months,
    ),
    targetsOf(actor, kind, today),
    db().district.findMany({ where: { code: { in: codes } }, orderBy: { code: 'asc' } }),
  ]);
  const points = new Map<string, StagePoint>();
  for (const { code } of districts) for (const month of months) points.set(`${code} ${month}`, emptyPoint(month));
  for (const { district, month, stage, standing, opened, closed } of rows) {
    const point = points.get(`${district} ${month}`);
    if (!point) continue;
    point[stage] += standing;
    point.opened += opened;
    point.closedIn += closed;
  }
  // a target of a whole district says nothing of one of its centres
  const whole = actor.role === 'city_officer' || actor.role === 'auditor';
  const units = districts.map(({ code, name, nameEn }) => ({
    district: { code, name, nameEn },
    points: months.map((month) => points.get(`${code} ${month}`) ?? emptyPoint(month)),
    target: actor.role === 'centre_clerk' ? null : (targets.get(code) ?? null),
  }));
  return {
    ...{ kind, months, districts: units },
    whole: {
      district: null,
      points: summed(
        months,
        units.map((unit) => unit.points),
      ),
      target: whole ? (targets.get('shanghai') ?? null) : null,
    },
  };
}
