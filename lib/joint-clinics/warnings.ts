import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { assertNever } from '@/lib/core/errors';
import { db } from '@/lib/db/client';
import type { ClinicToChange } from './clinic-state';
import { planClinics } from './plan-clinics';
import type { DateRange } from './plan-records';
import type { SessionPlan } from './schema';
import type { ClinicPlan, WarningSeen } from './views-schema';
import { planWarnings } from './warning-rules';

/**
 * What is worth a look in a plan of a clinic, beside every clinic of its hospital and its centre. A clinic that the
 * actor may not see counts, but is not named.
 */
export async function warningsFor(
  actor: Actor,
  clinic: Pick<ClinicToChange, 'id' | 'hospitalId' | 'centreId' | 'room'>,
  plan: SessionPlan,
  range: DateRange,
): Promise<WarningSeen[]> {
  const neighbours = { OR: [{ hospitalId: clinic.hospitalId }, { centreId: clinic.centreId }] };
  const others = await planClinics(db(), { AND: [neighbours, { NOT: { id: clinic.id } }] }, range);
  const own = { clinicId: clinic.id, centreId: clinic.centreId, room: clinic.room, expected: plan.expected };
  const warnings = planWarnings(
    own,
    others.map((other) => ({ ...other, expected: other.plan.expected })),
  );
  const experts = await namesOf(warnings.flatMap((one) => ('expertId' in one ? [one.expertId] : [])));
  const visible = await visibleTo(
    actor,
    warnings.flatMap((one) => ('otherClinicId' in one ? [one.otherClinicId] : [])),
  );
  const named = (id: string) => experts.get(id) ?? { id, name: id, nameEn: id };
  const place = (id: string) => (visible.has(id) ? otherOf(others.find(({ clinicId }) => clinicId === id)) : null);
  return warnings.map((warning): WarningSeen => {
    switch (warning.kind) {
      case 'expertTwice': {
        const { kind, half, dates } = warning;
        return { kind, half, dates, expert: named(warning.expertId), other: place(warning.otherClinicId) };
      }
      case 'roomTwice': {
        const { kind, half, dates, room } = warning;
        return { kind, half, dates, room, other: place(warning.otherClinicId) };
      }
      case 'overload': {
        const { kind, halfDays, weeks } = warning;
        return { kind, halfDays, weeks, expert: named(warning.expertId) };
      }
      default:
        return assertNever(warning);
    }
  });
}

function otherOf(plan: ClinicPlan | undefined) {
  if (!plan) return null;
  return {
    id: plan.clinicId,
    name: plan.clinicName,
    nameEn: plan.clinicNameEn,
    centre: { id: plan.centreId, name: plan.centreName, nameEn: plan.centreNameEn },
  };
}

async function namesOf(ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { id: string; name: string; nameEn: string }>();
  const rows = await db().expert.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, nameEn: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

async function visibleTo(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db().jointClinic.findMany({
    where: { AND: [whereFor(actor, 'read', 'JointClinic'), { id: { in: [...ids] } }] },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
