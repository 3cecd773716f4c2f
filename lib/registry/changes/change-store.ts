import 'server-only';
import type { z } from 'zod';
import type { Action } from '@/lib/access/abilities';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import type { AuditEventInput } from '@/lib/audit/events';
import { type SystemActor, writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { addDays, type CivilDate, dateInShanghai, fromDbDate } from '@/lib/core/dates';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import type { Prisma } from '@/lib/db/generated/client';
import { type ChangeEvent, moved, type RequestSubject, requestSubject } from './change-rules';
import { type ChangeState, type ChangeStepKind, DAYS_AHEAD, OPEN_STATES, profilePartSchema } from './change-schema';
import { type ChangeKind, closingSchema } from './closing-schema';

// What every step of a request has in common: it is read through a scope, moves by the rules, and says so.

export const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
export const STALE: Err = err({ code: 'CONFLICT', messageKey: 'changes.problem.stale' });

const SELECT = {
  ...{ id: true, facilityId: true, state: true, version: true, before: true, after: true, effectiveOn: true },
  ...{ fileName: true, kind: true, closing: true, reason: true },
  facility: {
    select: { name: true, districtCode: true, serviceStation: { select: { centreId: true } } },
  },
} as const satisfies Prisma.ChangeRequestSelect;
type Row = Prisma.ChangeRequestGetPayload<{ select: typeof SELECT }>;
export type Change = ReturnType<typeof changeOf>;

function changeOf({ facility, before, after, closing, effectiveOn, ...row }: Row) {
  return {
    ...row,
    ...{ before: profilePartSchema.parse(before), after: profilePartSchema.parse(after) },
    closing: closing === null ? null : closingSchema.parse(closing),
    effectiveOn: fromDbDate(effectiveOn),
    label: facility.name,
    scope: { districtCode: facility.districtCode, centreId: facility.serviceStation?.centreId ?? row.facilityId },
  };
}

/** What is wrong with the day of a request: it lies within a year, and what ends does so tomorrow at the earliest. */
export function dayProblem(day: CivilDate, kind: ChangeKind): Err | null {
  const today = dateInShanghai(now());
  const told = (key: string) => err({ code: 'INVALID', problems: [{ path: 'effectiveOn', messageKey: key }] });
  if (day < today || day > addDays(today, DAYS_AHEAD)) return told('changes.problem.day');
  return kind !== 'profile' && day === today ? told('changes.problem.tomorrow') : null;
}

/** What is wrong with the input of a command, as keys of the catalog. */
export function invalid(error: z.ZodError): Err {
  const keyed = ({ path, message }: z.core.$ZodIssue) => ({
    path: path.join('.'),
    messageKey: message.startsWith('changes.problem.') ? message : 'ui.form.problem.field',
  });
  return err({ code: 'INVALID', problems: error.issues.map(keyed) });
}

/** A request on which the actor may act, if it is as the actor saw it and the event may happen to it. */
export async function readChange(
  tx: Prisma.TransactionClient,
  actor: Actor,
  action: Extract<Action, 'update' | 'approve'>,
  { id, version, event }: { id: string; version: number; event: ChangeEvent },
): Promise<Result<Change>> {
  const row = await tx.changeRequest.findFirst({
    where: { AND: [whereFor(actor, action, 'ChangeRequest'), { id }] },
    select: SELECT,
  });
  if (!row) return NOT_FOUND;
  return row.version === version && moved(row.state, event) ? ok(changeOf(row)) : STALE;
}

/** Approved requests whose day has come. */
export async function listDueChanges(tx: Prisma.TransactionClient, today: Date): Promise<Change[]> {
  const rows = await tx.changeRequest.findMany({
    where: { state: 'approved', effectiveOn: { lte: today } },
    select: SELECT,
    orderBy: [{ effectiveOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(changeOf);
}

/** What is open about a facility. */
export async function listOpenChanges(tx: Prisma.TransactionClient, facilityId: string): Promise<Change[]> {
  const where = { facilityId, state: { in: [...OPEN_STATES] } };
  return (await tx.changeRequest.findMany({ where, select: SELECT })).map(changeOf);
}

type EventName = Extract<AuditEventInput, { object: { type: 'ChangeRequest' } }>['event'];
type Told = EventName extends `${RequestSubject}.${infer Word}` ? Word : never;
type MovedKey = 'id' | 'version' | 'state' | 'label' | 'scope' | 'kind' | 'after';
type StepFacts = {
  to: ChangeState;
  kind: ChangeStepKind;
  /** what the trail says has happened to it */
  told: Told;
  text?: string;
  data?: Prisma.ChangeRequestUpdateManyMutationInput;
};

/**
 * Moves a request, with its step and its entry in the trail.
 * @returns the new version; null when somebody else was faster
 */
export async function moveChange(
  tx: Prisma.TransactionClient,
  who: Actor | SystemActor,
  { id, version, state, label, scope, ...asked }: Pick<Change, MovedKey>,
  { to, kind, told, text, data }: StepFacts,
): Promise<number | null> {
  const at = now();
  const { count } = await tx.changeRequest.updateMany({
    where: { id, version, state },
    data: { ...data, state: to, changedAt: at, version: { increment: 1 } },
  });
  if (count === 0) return null;
  await tx.changeStep.create({
    data: { requestId: id, version: version + 1, kind, text, at, byName: 'system' in who ? null : who.displayName },
  });
  await writeAudit(tx, who, {
    event: `${requestSubject(asked.kind, asked.after)}.${told}`,
    object: { type: 'ChangeRequest', id, label },
    ...{ scope, before: { state }, after: { state: to } },
    ...(text && { reason: text }),
  });
  return version + 1;
}
