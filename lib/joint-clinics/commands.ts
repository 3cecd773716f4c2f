import 'server-only';
import { randomUUID } from 'node:crypto';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { ok, type Result } from '@/lib/core/result';
import { inTransaction, invalid, invalidProblems, NOT_FOUND, STALE } from './answers';
import { auditObject, expertNames, holdVersion, takeVersion } from './clinic-scope';
import { readClinicToChange } from './clinic-state';
import { readHeldToday } from './held-today';
import { heldTodayProblems } from './held-today-rules';
import { applyPlanChange } from './plan-change-rules';
import { planEvent } from './plan-events';
import { type ChangeClinicPlan, changeClinicPlanSchema, type PlanState } from './plan-schema';
import { storePlan } from './store-plan';

/**
 * Changes what a clinic's sessions follow from: its weekly slots, single days and status. A change holds from today or
 * later; what was expected on a past day stays. Residents see it as soon as it is made.
 * @returns the clinic's new version; INVALID with fields, NOT_FOUND out of scope, CONFLICT for a stale version
 */
export async function changeClinicPlan(actor: Actor, input: ChangeClinicPlan): Promise<Result<{ version: number }>> {
  if (!mayI(actor, 'update', 'JointClinic')) return NOT_FOUND;
  const parsed = changeClinicPlanSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { clinicId, version, change } = parsed.data;
  return await inTransaction(async (tx) => {
    const clinic = await readClinicToChange(tx, actor, clinicId);
    if (!clinic) return NOT_FOUND;
    // the officer decided on another plan than this one, so what is wrong with it now would only confuse
    if (clinic.version !== version) return STALE;
    // from here on no record of today is written that the plan as it was would have allowed; and what was read above
    // is one plan, not the parts of two
    if (!(await holdVersion(tx, clinic))) return STALE;
    const today = dateInShanghai(now());
    const changed = applyPlanChange(clinic.state, change, { today, newId: randomUUID });
    if (!changed.ok) return invalidProblems(changed.problems);
    const held = heldTodayProblems(change, clinic.state, changed.state, await readHeldToday(tx, clinicId, today));
    if (held.length > 0) return invalidProblems(held);
    if (!(await takeVersion(tx, clinic))) return STALE;
    await storePlan(tx, { clinicId, origin: clinic.origin }, clinic.state, changed.state);
    const names = await expertNames(tx, [...expertsOf(clinic.state), ...expertsOf(changed.state)]);
    await writeAudit(tx, actor, {
      ...planEvent(change, clinic.state, changed.state, names),
      ...(await auditObject(tx, clinic)),
    });
    return ok({ version: version + 1 });
  });
}

function expertsOf({ schedule, exceptions }: PlanState): string[] {
  return [...schedule, ...exceptions].flatMap((row) => ('expertId' in row ? [row.expertId] : []));
}
