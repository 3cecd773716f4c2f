import 'server-only';
import { randomUUID } from 'node:crypto';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { addDays, type CivilDate, dateInShanghai } from '@/lib/core/dates';
import { ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { invalid, invalidProblems, NOT_FOUND, STALE } from './answers';
import { readClinicToChange } from './clinic-state';
import { readHeldToday } from './held-today';
import { heldTodayProblems } from './held-today-rules';
import { monthRange, monthWeeks } from './month-rules';
import { applyPlanChange } from './plan-change-rules';
import { planDifferences } from './plan-difference-rules';
import { readHolidays } from './plan-records';
import { type ChangeClinicPlan, changeClinicPlanSchema, type PlanChange, type PlanState } from './plan-schema';
import { planSessions } from './rules';
import type { ClinicMonth, MonthKey, PlanPreview, WarningSeen } from './views-schema';
import { warningsFor } from './warnings';

/** How many weeks ahead officers look at: as many as residents see (ours). */
export const PREVIEW_WEEKS = 8;

function weeksFrom(from: CivilDate) {
  return { from, to: addDays(from, PREVIEW_WEEKS * 7 - 1) };
}

/** The weeks in which a change shows itself: from today on, unless it holds only later than half of them. */
function weeksOf(change: PlanChange, state: PlanState, today: CivilDate) {
  const first = firstDayOf(change, state) ?? today;
  return weeksFrom(first < addDays(today, (PREVIEW_WEEKS * 7) / 2) ? today : first);
}

/** A month of a clinic as whole weeks; null when there is no such clinic in the actor's scope. */
export async function getClinicMonth(actor: Actor, clinicId: string, month: MonthKey): Promise<ClinicMonth | null> {
  const clinic = await readClinicToChange(db(), actor, clinicId, 'read');
  if (!clinic) return null;
  const range = monthRange(month);
  const [holidays, today] = [await readHolidays(db(), range), dateInShanghai(now())];
  const plan = planSessions({ ...clinic.state, holidays, ...range });
  const { statuses } = clinic.state;
  return { month, today, weeks: monthWeeks(month, { plan, statuses, holidays, today }) };
}

/**
 * What a change would make of a clinic's plan: the sessions of the coming weeks, what is different, and what is worth a
 * look; nothing is written.
 * @returns INVALID with fields, NOT_FOUND out of scope, CONFLICT for a stale version: the same as making the change
 */
export async function previewPlanChange(actor: Actor, input: ChangeClinicPlan): Promise<Result<PlanPreview>> {
  if (!mayI(actor, 'update', 'JointClinic')) return NOT_FOUND;
  const parsed = changeClinicPlanSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { clinicId, version, change } = parsed.data;
  const clinic = await readClinicToChange(db(), actor, clinicId);
  if (!clinic) return NOT_FOUND;
  if (clinic.version !== version) return STALE;
  const today = dateInShanghai(now());
  const changed = applyPlanChange(clinic.state, change, { today, newId: randomUUID });
  if (!changed.ok) return invalidProblems(changed.problems);
  const held = heldTodayProblems(change, clinic.state, changed.state, await readHeldToday(db(), clinicId, today));
  if (held.length > 0) return invalidProblems(held);
  const range = weeksOf(change, clinic.state, today);
  const holidays = await readHolidays(db(), range);
  const [before, after] = [clinic.state, changed.state].map((state) => planSessions({ ...state, holidays, ...range }));
  if (!before || !after) throw new Error('Two states have two plans');
  return ok({
    range,
    today,
    after,
    differences: planDifferences(before, after),
    warnings: await warningsFor(actor, clinic, after, range),
  });
}

/** What is worth a look in a clinic's coming weeks; null when there is no such clinic in the actor's scope. */
export async function listClinicWarnings(actor: Actor, clinicId: string): Promise<WarningSeen[] | null> {
  const clinic = await readClinicToChange(db(), actor, clinicId, 'read');
  if (!clinic) return null;
  const range = weeksFrom(dateInShanghai(now()));
  const holidays = await readHolidays(db(), range);
  return await warningsFor(actor, clinic, planSessions({ ...clinic.state, holidays, ...range }), range);
}

/** The first day a change can show on. */
function firstDayOf(change: PlanChange, { exceptions, statuses }: PlanState): CivilDate | undefined {
  switch (change.kind) {
    case 'removeSession':
    case 'addSession':
      return change.date;
    case 'undoException':
      return exceptions.find(({ id }) => id === change.exceptionId)?.date;
    case 'withdrawStatus':
      return statuses.find(({ id }) => id === change.periodId)?.validFrom;
    default:
      return change.from;
  }
}
