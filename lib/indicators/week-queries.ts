import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { addDays, type CivilDate, mondayOf } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { planClinics } from '@/lib/joint-clinics/plan-clinics';
import type { ClinicPlan } from '@/lib/joint-clinics/views-schema';
import type { ClinicFilter } from './activity-sql';
import type { Unit, UnitNamed } from './schema';
import { partsOf } from './unit-parts';
import { openUnit } from './units';
import { addWeeks, mondaysUntil, NO_WEEK, WEEKS_SHOWN, weekFrom } from './week-rules';
import type { ComingStop, Week, WeekDigest, WeekNumbers } from './week-schema';
import { readWaiting, readWeeks } from './week-sql';

/**
 * The digest of a unit's week: the four numbers of eight weeks, its parts in this one, what waits, and what is planned
 * for the week after.
 * @returns null for a unit that does not exist or is out of the reader's scope
 */
export async function getWeekDigest(
  actor: Actor,
  { unit, week }: { unit: Unit; week: Week },
): Promise<WeekDigest | null> {
  const opened = await openUnit(actor, unit, week.to);
  if (!opened) return null;
  const mondays = mondaysUntil(week, WEEKS_SHOWN);
  const first = mondays[0] ?? week.from;
  const coming = weekFrom(addDays(week.from, 7));
  const { filter, named } = opened;
  const [plans, records, waiting, { children }] = await Promise.all([
    planClinics(db(), placedIn(filter), { from: first, to: coming.to }),
    readWeeks(db(), filter, { from: first, to: week.to }),
    readWaiting(db(), filter),
    partsOf(opened, week.to),
  ]);
  const cells = new Map<string, WeekNumbers & { monday: CivilDate; clinicId: string }>();
  for (const { clinicId, plan } of plans)
    for (const { date } of plan.expected) {
      const monday = mondayOf(date);
      const key = `${monday}/${clinicId}`;
      const known = cells.get(key) ?? { ...NO_WEEK, monday, clinicId };
      cells.set(key, { ...known, expected: known.expected + 1 });
    }
  for (const row of records) {
    const key = `${row.monday}/${row.clinicId}`;
    cells.set(key, { ...row, expected: cells.get(key)?.expected ?? 0 });
  }
  const all = [...cells.values()];
  const present = all.filter(({ monday }) => monday === week.from);
  const placeOf = new Map(plans.map((plan) => [plan.clinicId, plan]));
  return {
    week,
    weeks: mondays.map((monday) => ({ monday, ...addWeeks(all.filter((cell) => cell.monday === monday)) })),
    parts: children.map((part) => ({
      unit: part.unit,
      ...addWeeks(present.filter(({ clinicId }) => part.keys.has(keyAt(named, placeOf.get(clinicId)) ?? ''))),
    })),
    waiting,
    coming: {
      week: coming,
      expected: all.reduce((sum, cell) => sum + (cell.monday === coming.from ? cell.expected : 0), 0),
      stops: stopsIn(plans, coming),
    },
  };
}

/** By what a clinic belongs to a part of a unit. */
function keyAt({ level }: UnitNamed, plan: ClinicPlan | undefined): string | undefined {
  if (level === 'city' || level === 'alliance') return plan?.districtCode;
  return level === 'district' ? plan?.centreId : plan?.clinicId;
}

function placedIn(filter: ClinicFilter): Prisma.JointClinicWhereInput {
  if ('districtCodes' in filter) return { centre: { is: { districtCode: { in: [...filter.districtCodes] } } } };
  if ('centreId' in filter) return { centreId: filter.centreId };
  return 'clinicId' in filter ? { id: filter.clinicId } : {};
}

/** What will not take place though the schedule names it; on a holiday everything rests, which needs no list. */
function stopsIn(plans: readonly ClinicPlan[], { from, to }: Week): ComingStop[] {
  return plans
    .flatMap(({ plan, clinicId, clinicName, clinicNameEn, centreName, centreNameEn }) =>
      plan.stopped
        .filter(({ date, cause }) => date >= from && date <= to && cause !== 'holiday')
        .map(({ date, half, cause, reason, reasonEn }) => ({
          ...{ date, half, cause, reason, reasonEn },
          ...{ clinicId, clinicName, clinicNameEn, centreName, centreNameEn },
        })),
    )
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
