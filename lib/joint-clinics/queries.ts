import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';
import { planClinics } from './plan-clinics';
import type { DateRange } from './plan-records';
import type { ClinicPlan } from './views-schema';

/**
 * The sessions that the clinics of the actor's scope are expected to hold on the dates of a range, and those that will
 * not take place; every clinic of the scope is listed, also without a session. Ten statements, however many clinics.
 */
export async function listPlannedSessions(
  actor: Actor,
  { from, to, clinicIds }: DateRange & { clinicIds?: readonly string[] },
): Promise<ClinicPlan[]> {
  const wanted = clinicIds ? [{ id: { in: [...clinicIds] } }] : [];
  return await planClinics(db(), { AND: [whereFor(actor, 'read', 'JointClinic'), ...wanted] }, { from, to });
}
