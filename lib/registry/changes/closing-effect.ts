import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { type SystemActor, writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { addDays, type CivilDate, dateInShanghai, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { endClinic, moveClinic } from '@/lib/joint-clinics/move-clinic';
import { type Change, listOpenChanges, moveChange } from './change-store';
import { closeFacility } from './close-facility';
import { readClosingFacts } from './closing-facts';
import { answersOf, closingProblems } from './closing-rules';
import type { Closing, ClosingKind } from './closing-schema';
import { giveUpPlans, moveDispensing, movePlans, moveStation, moveTrainees, moveWorkstations } from './move-dependents';

// How the end of a facility takes effect: from its day on everything is where it was said to go.

type Transaction = Prisma.TransactionClient;
type Who = Actor | SystemActor;
export type Ended = { ok: true } | { ok: false; why: 'closed' | 'unsettled' };

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

/** Ends a facility as its request says, unless what depends on it is no longer what was answered for. */
export async function endFacility(
  tx: Transaction,
  who: Who,
  change: Change & { kind: ClosingKind; closing: Closing },
): Promise<Ended> {
  const { facilityId: id, kind, closing, scope, reason } = change;
  // whoever else changes one of them waits; in the order of ids, so that nobody waits for each other
  const involved = [id, ...closing.successors].sort();
  await tx.$queryRaw`SELECT id FROM facility WHERE id = ANY(${involved}) ORDER BY id FOR UPDATE`;
  const {
    status,
    name,
    kind: place,
  } = await tx.facility.findUniqueOrThrow({
    where: { id },
    select: { status: true, name: true, kind: true },
  });
  if (status === 'closed') return { ok: false, why: 'closed' };
  // a night that came late does not reach back
  const day = later(change.effectiveOn, dateInShanghai(now()));
  const facts = await readClosingFacts(tx, id, day, kind);
  if (closingProblems(kind, closing, facts).length > 0) return { ok: false, why: 'unsettled' };
  const answers = answersOf(kind, closing, facts);
  const by = await approverOf(tx, change.id);
  const survivor = kind === 'merge' ? (closing.successors[0] ?? null) : null;
  const trainees = await moveLearners(tx, {
    id,
    day,
    survivor: place === 'community_centre' ? survivor : null,
    answers,
  });
  const clinics = await settleClinics(tx, who, { answers, day, reason });
  for (const { kind: what, id: stationId, to } of answers) {
    if (what !== 'station') continue;
    const move = { from: id, to: to ?? '', day };
    if (to) await moveStation(tx, stationId, move);
    else await endStation(tx, who, { id: stationId, day, scope, reason, by });
    if (to)
      await writeAudit(tx, who, {
        event: 'facility.reassigned',
        object: { type: 'Facility', id: stationId, label: facts.stations.find((one) => one.id === stationId)?.name },
        ...{ scope, before: { centreId: id }, after: { centreId: to, from: day }, reason },
      });
  }
  const preparations = await moveDispensing(tx, { from: id, to: survivor, day });
  const workstations = place === 'community_centre' ? await moveWorkstations(tx, { from: id, to: survivor, day }) : 0;
  const projects = survivor && place === 'community_centre' ? await movePlans(tx, { from: id, to: survivor, day }) : 0;
  const plans = survivor ? 0 : await giveUpPlans(tx, { from: id, day, reason, by });
  const { successors } = closing;
  await closeFacility(tx, { id, day, reason, by, ...(survivor ? { mergedInto: survivor } : { successors }) });
  await writeAudit(tx, who, {
    event: survivor ? 'facility.merged' : 'facility.closed',
    object: { type: 'Facility', id, label: name },
    ...{ scope, before: { status }, reason },
    after: {
      status: 'closed',
      closedOn: day,
      successors,
      clinics,
      trainees,
      preparations,
      workstations,
      projects,
      plans,
    },
  });
  return { ok: true };
}

/** Who approved a request. */
async function approverOf(tx: Transaction, requestId: string): Promise<string | null> {
  const step = await tx.changeStep.findFirst({
    where: { requestId, kind: 'approved' },
    select: { byName: true },
    orderBy: { version: 'desc' },
  });
  return step?.byName ?? null;
}

type Settling = { answers: Closing['answers']; day: CivilDate; reason: string };

/** A clinic with a record of the first day already goes on where it is until the day after. */
async function firstFreeDay(tx: Transaction, clinicId: string, day: CivilDate): Promise<CivilDate> {
  const taken = await tx.clinicSession.count({ where: { clinicId, date: { gte: toDbDate(day) } } });
  return taken > 0 ? addDays(later(day, dateInShanghai(now())), 1) : day;
}

async function settleClinics(tx: Transaction, who: Who, { answers, day, reason }: Settling) {
  const settled: { from: string; to: string | null }[] = [];
  for (const { kind, id: clinicId, to } of answers) {
    if (kind !== 'clinic') continue;
    const since = await firstFreeDay(tx, clinicId, day);
    if (!to) await endClinic(tx, who, { clinicId, day: since, reason });
    settled.push({
      from: clinicId,
      to: to ? await moveClinic(tx, who, { clinicId, centreId: to, day: since, reason }) : null,
    });
  }
  return settled;
}

type Learners = { id: string; day: CivilDate; survivor: string | null; answers: Closing['answers'] };

/** In a merge everybody goes along; otherwise each goes where it was said, or learns no more. */
async function moveLearners(tx: Transaction, { id, day, survivor, answers }: Learners): Promise<string[]> {
  if (survivor) return await moveTrainees(tx, { from: id, to: survivor, day }, null);
  const learners = answers.filter(({ kind }) => kind === 'trainee');
  const moved: string[] = [];
  for (const to of new Set(learners.flatMap((one) => one.to ?? []))) {
    const ids = learners.filter((one) => one.to === to).map((one) => one.id);
    moved.push(...(await moveTrainees(tx, { from: id, to, day }, ids)));
  }
  const ending = learners.filter((one) => one.to === null).map((one) => one.id);
  await tx.traineeDoctor.updateMany({ where: { centreId: id, id: { in: ending } }, data: { active: false } });
  return moved;
}

type Station = { id: string; day: CivilDate; scope: Change['scope']; reason: string; by: string | null };

async function endStation(tx: Transaction, who: Who, { id, day, scope, reason, by }: Station): Promise<void> {
  const { name, status } = await tx.facility.findUniqueOrThrow({ where: { id }, select: { name: true, status: true } });
  await moveDispensing(tx, { from: id, to: null, day });
  await closeFacility(tx, { id, day, reason, by });
  await writeAudit(tx, who, {
    event: 'facility.closed',
    object: { type: 'Facility', id, label: name },
    ...{ scope, before: { status }, after: { status: 'closed', closedOn: day }, reason },
  });
  for (const change of await listOpenChanges(tx, id)) {
    const step = { to: 'withdrawn', kind: 'withdrawn', told: 'withdrawn' } as const;
    await moveChange(tx, who, change, step);
  }
}
