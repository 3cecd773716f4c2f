import 'server-only';
import { LRUCache } from 'lru-cache';
import { type CivilDate, mondayOf } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import { planClinics } from '@/lib/joint-clinics/plan-clinics';
import type { ClinicPlan } from '@/lib/joint-clinics/views-schema';
import type { ComingStop, Week } from './week-schema';

/** What is planned for one clinic, with its place. */
export type PlannedWeeks = {
  clinicId: string;
  centreId: string;
  districtCode: string;
  /** sessions by the Monday of their week; weeks without any are left out */
  expected: ReadonlyMap<CivilDate, number>;
  /** what will not take place in the last of the weeks */
  stops: ComingStop[];
};

/** Digests are read for the last week, and for the one before on a Monday. */
const KEPT_DIGESTS = 3;

const kept = new LRUCache<string, Promise<readonly PlannedWeeks[]>>({ max: KEPT_DIGESTS });

/**
 * What is planned for every clinic from a Monday to the end of a week, kept for as long as nothing that plans follow from
 * has changed. Everybody shares the rows; they are not to be changed.
 * @param coming the last of the weeks
 */
export async function plannedWeeks(first: CivilDate, coming: Week): Promise<readonly PlannedWeeks[]> {
  const { version } = await db().directoryVersion.findUniqueOrThrow({ where: { id: 1 }, select: { version: true } });
  const key = `${version}/${first}/${coming.to}`;
  const known = kept.get(key);
  if (known) return await known;
  const planning = planClinics(db(), {}, { from: first, to: coming.to }).then((plans) =>
    plans.map((plan) => weeksOf(plan, coming)),
  );
  kept.set(key, planning);
  // a failure is not kept, and is told where it is awaited
  planning.catch(() => kept.delete(key));
  return await planning;
}

function weeksOf(clinic: ClinicPlan, coming: Week): PlannedWeeks {
  const { clinicId, centreId, districtCode, plan } = clinic;
  const expected = new Map<CivilDate, number>();
  for (const { date } of plan.expected) {
    const monday = mondayOf(date);
    expected.set(monday, (expected.get(monday) ?? 0) + 1);
  }
  return { clinicId, centreId, districtCode, expected, stops: stopsIn(clinic, coming) };
}

/** What will not take place though the schedule names it; on a holiday everything rests, which needs no list. */
function stopsIn(
  { plan, clinicId, clinicName, clinicNameEn, centreName, centreNameEn }: ClinicPlan,
  { from, to }: Week,
): ComingStop[] {
  return plan.stopped
    .filter(({ date, cause }) => date >= from && date <= to && cause !== 'holiday')
    .map(({ date, half, cause, reason, reasonEn }) => ({
      ...{ date, half, cause, reason, reasonEn },
      ...{ clinicId, clinicName, clinicNameEn, centreName, centreNameEn },
    }));
}
