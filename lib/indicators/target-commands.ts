import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import type { AuditEventInput } from '@/lib/audit/events';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { err, ok, type Result } from '@/lib/core/result';
import { uuidOfTime } from '@/lib/core/uuid';
import type { Prisma } from '@/lib/db/generated/client';
import { invalidProblems, NOT_FOUND } from '@/lib/joint-clinics/answers';
import { isIndicatorId, readDefinitions } from './definition-queries';
import { definitionOn } from './definition-rules';
import { inOneTransaction, invalid, STALE } from './form-answers';
import type { IndicatorDefinition, UnitNamed } from './schema';
import { maySetTargets } from './target-queries';
import { targetPeriod, targetProblems, valueProblems } from './target-rules';
import { changeTargetSchema, setTargetSchema, withdrawTargetSchema } from './target-schema';
import { targetUnits } from './target-units';

// Targets are set, changed and withdrawn before their period begins; then they stay (the database holds it too).

/** Whose event it is, so that the officers of the unit read it in the trail. */
function scopeOf({ level, code }: Pick<UnitNamed, 'level' | 'code'>): AuditEventInput['scope'] {
  if (level === 'district') return { districtCode: code };
  return level === 'alliance' ? { allianceCode: code } : {};
}

const label = ({ name }: IndicatorDefinition, unit: string, from: CivilDate, to: CivilDate) =>
  `${unit} ${name} ${from.slice(0, 7)}–${to.slice(0, 7)}`;

/**
 * Sets what a unit is to reach in a period that has not begun.
 * @returns INVALID with fields, NOT_FOUND for a unit that is not the actor's to set targets for
 */
export async function setTarget(
  actor: Actor,
  input: z.input<typeof setTargetSchema>,
): Promise<Result<{ targetId: string }>> {
  if (!mayI(actor, 'create', 'IndicatorTarget')) return NOT_FOUND;
  const parsed = setTargetSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { indicatorId, unit, from, to, value, source, reason } = parsed.data;
  const today = dateInShanghai(now());
  const units = await targetUnits(actor, today);
  const named = units.find((one) => one.named.level === unit.level && one.named.code === unit.code)?.named;
  if (!named || !maySetTargets(actor, named)) return NOT_FOUND;
  return await inOneTransaction(async (tx) => {
    const [versions] = await readDefinitions(tx, indicatorId);
    if (!versions) return NOT_FOUND;
    const definition = definitionOn(versions, today);
    const problems = targetProblems(definition, { level: unit.level, from, to, value }, today);
    const period = targetPeriod(from, to);
    if (problems.length > 0 || !period) return invalidProblems(problems);
    const taken = await overlapping(tx, { indicatorId, unit, from: period.from, to: period.to });
    if (taken) return invalidProblems([{ path: 'from', messageKey: 'targets.problem.overlaps', values: taken }]);
    const targetId = uuidOfTime(now());
    await tx.indicatorTarget.create({
      data: {
        ...{ id: targetId, indicatorId, level: unit.level, unitCode: unit.code, value, source, reason },
        ...{ periodFrom: toDbDate(period.from), periodTo: toDbDate(period.to) },
        ...{ setById: actor.accountId, setByName: actor.displayName, setAt: now(), origin: 'imported' },
      },
      select: { id: true },
    });
    await writeAudit(tx, actor, {
      event: 'target.set',
      object: { type: 'Target', id: targetId, label: label(definition, named.name, period.from, period.to) },
      scope: scopeOf(unit),
      after: { value, source, from, to },
      reason,
    });
    return ok({ targetId });
  });
}

async function overlapping(
  tx: Prisma.TransactionClient,
  wanted: { indicatorId: string; unit: { level: UnitNamed['level']; code: string }; from: CivilDate; to: CivilDate },
): Promise<{ from: string; to: string } | null> {
  const { indicatorId, unit, from, to } = wanted;
  const found = await tx.indicatorTarget.findFirst({
    where: {
      ...{ indicatorId, level: unit.level, unitCode: unit.code },
      ...{ periodFrom: { lte: toDbDate(to) }, periodTo: { gte: toDbDate(from) } },
    },
    select: { periodFrom: true, periodTo: true },
  });
  return found && { from: fromDbDate(found.periodFrom).slice(0, 7), to: fromDbDate(found.periodTo).slice(0, 7) };
}

type Fixed = { id: string; version: number };

/** A target that the actor may still change, with its words; or why not. */
async function changeable(tx: Prisma.TransactionClient, actor: Actor, { id, version }: Fixed) {
  const today = dateInShanghai(now());
  const found = await tx.indicatorTarget.findFirst({
    where: { AND: [whereFor(actor, 'update', 'IndicatorTarget'), { id }] },
  });
  if (!found || !isIndicatorId(found.indicatorId)) return NOT_FOUND;
  const [versions] = await readDefinitions(tx, found.indicatorId);
  if (!versions) return NOT_FOUND;
  const [from, to] = [fromDbDate(found.periodFrom), fromDbDate(found.periodTo)];
  if (from <= today) return err({ code: 'CONFLICT', messageKey: 'targets.problem.fixed' });
  if (found.version !== version) return STALE;
  const definition = definitionOn(versions, today);
  const event = {
    object: { type: 'Target' as const, id, label: label(definition, found.unitCode, from, to) },
    scope: scopeOf({ level: found.level, code: found.unitCode }),
    before: { value: found.value.toNumber(), source: found.source },
  };
  return ok({ definition, event });
}

/**
 * Changes a target whose period has not begun.
 * @returns INVALID with fields, NOT_FOUND, CONFLICT once the period has begun or for a stale version
 */
export async function changeTarget(actor: Actor, input: z.input<typeof changeTargetSchema>): Promise<Result<null>> {
  if (!mayI(actor, 'update', 'IndicatorTarget')) return NOT_FOUND;
  const parsed = changeTargetSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, version, value, source, reason } = parsed.data;
  return await inOneTransaction(async (tx) => {
    const found = await changeable(tx, actor, { id, version });
    if (!found.ok) return found;
    const { definition, event } = found.value;
    const problems = valueProblems(value, definition);
    if (problems.length > 0) return invalidProblems(problems);
    const { count } = await tx.indicatorTarget.updateMany({
      where: { id, version },
      data: {
        ...{ value, source, reason, version: { increment: 1 } },
        ...{ setById: actor.accountId, setByName: actor.displayName, setAt: now() },
      },
    });
    if (count === 0) return STALE;
    await writeAudit(tx, actor, { event: 'target.changed', ...event, after: { value, source }, reason });
    return ok(null);
  });
}

/**
 * Takes back a target whose period has not begun.
 * @returns INVALID with fields, NOT_FOUND, CONFLICT once the period has begun or for a stale version
 */
export async function withdrawTarget(actor: Actor, input: z.input<typeof withdrawTargetSchema>): Promise<Result<null>> {
  if (!mayI(actor, 'update', 'IndicatorTarget')) return NOT_FOUND;
  const parsed = withdrawTargetSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, version, reason } = parsed.data;
  return await inOneTransaction(async (tx) => {
    const found = await changeable(tx, actor, { id, version });
    if (!found.ok) return found;
    const { count } = await tx.indicatorTarget.deleteMany({ where: { id, version } });
    if (count === 0) return STALE;
    await writeAudit(tx, actor, { event: 'target.withdrawn', ...found.value.event, reason });
    return ok(null);
  });
}
