import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { addDays, type CivilDate, daysBetween, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Half } from '@/lib/directory/schema';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';
import { compareSessions } from '@/lib/joint-clinics/rules';
import type { ClinicPlan } from '@/lib/joint-clinics/views-schema';
import { ON_TIME_DAYS } from './schema';
import type { DueKind, DueSession } from './views-schema';

// What waits for a centre. Drafts are not here: they lie on the device.

/** How far back a session that nobody logged is asked for (ours). */
export const DUE_DAYS = 56;

const KINDS: readonly DueKind[] = ['returned', 'disputed', 'today', 'week', 'overdue'];

function slotOf({ clinicId, date, half }: { clinicId: string; date: CivilDate; half: Half }): string {
  return `${clinicId} ${date} ${half}`;
}

function kindOf(date: CivilDate, today: CivilDate): DueKind {
  if (date === today) return 'today';
  return daysBetween(date, today) > ON_TIME_DAYS ? 'overdue' : 'week';
}

/**
 * The sessions that wait for the centre, by what they wait for and then by date: disputed and returned records, sessions
 * of today, of the days in which logging is still on time, and overdue ones of the last eight weeks.
 */
export async function listDueSessions(actor: Actor, today: CivilDate): Promise<DueSession[]> {
  if (!mayI(actor, 'create', 'ClinicSession')) return [];
  const from = addDays(today, -DUE_DAYS);
  const [plans, logged, answers] = await Promise.all([
    listPlannedSessions(actor, { from, to: today }),
    listLoggedSlots(actor, { from, to: today }),
    listToAnswer(actor),
  ]);
  const done = new Set(logged.map(slotOf));
  const due = [...answers, ...plans.flatMap((plan) => unlogged(plan, done, today))];
  return due.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || byDate(a, b));
}

/** What is oldest is asked for first. */
function byDate(a: DueSession, b: DueSession): number {
  return compareSessions(a, b) || (a.clinicId < b.clinicId ? -1 : 1);
}

function unlogged(plan: ClinicPlan, done: ReadonlySet<string>, today: CivilDate): DueSession[] {
  const { clinicId, clinicName, clinicNameEn, experts } = plan;
  return plan.plan.expected
    .filter(({ date, half }) => !done.has(slotOf({ clinicId, date, half })))
    .map(({ date, half, startsMinute, endsMinute, expertId }) => {
      const expert = experts.find(({ id }) => id === expertId);
      return {
        ...{ clinicId, clinicName, clinicNameEn, date, half, startsMinute, endsMinute },
        kind: kindOf(date, today),
        expert: expert ? { name: expert.name, nameEn: expert.nameEn } : null,
        record: null,
      };
    });
}

/** A withdrawn record leaves its session to be logged. */
async function listLoggedSlots(actor: Actor, { from, to }: { from: CivilDate; to: CivilDate }) {
  const rows = await db().clinicSession.findMany({
    where: {
      AND: [
        whereFor(actor, 'read', 'ClinicSession'),
        { date: { gte: toDbDate(from), lte: toDbDate(to) }, state: { not: 'withdrawn' } },
      ],
    },
    select: { clinicId: true, date: true, half: true },
  });
  return rows.map((row) => ({ ...row, date: fromDbDate(row.date) }));
}

async function listToAnswer(actor: Actor): Promise<DueSession[]> {
  const rows = await db().clinicSession.findMany({
    where: { AND: [whereFor(actor, 'update', 'ClinicSession'), { state: { in: ['disputed', 'returned'] } }] },
    select: {
      ...{ id: true, version: true, state: true, clinicId: true, date: true, half: true, dueOn: true },
      clinic: { select: { name: true, nameEn: true } },
      plannedExpert: { select: { name: true, nameEn: true } },
      messages: {
        where: { kind: { in: ['disputed', 'returned', 'reopened'] } },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { text: true },
      },
    },
  });
  return rows.map(({ id, version, state, clinicId, date, half, dueOn, clinic, plannedExpert, messages }) => ({
    ...{ clinicId, half, clinicName: clinic.name, clinicNameEn: clinic.nameEn, expert: plannedExpert },
    date: fromDbDate(date),
    kind: state === 'disputed' ? 'disputed' : 'returned',
    startsMinute: null,
    endsMinute: null,
    record: { id, version, dueOn: dueOn && fromDbDate(dueOn), reason: messages[0]?.text ?? null },
  }));
}
