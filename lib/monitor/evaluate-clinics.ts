import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { type SystemActor, writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import {
  addDays,
  type CivilDate,
  dateInShanghai,
  datesBetween,
  fromDbDate,
  instantInShanghai,
  toDbDate,
} from '@/lib/core/dates';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Job, JobRun } from '@/lib/jobs/job';
import { NIGHTLY_JOBS } from '@/lib/jobs/job-schema';
import { FOLLOW_UP_DAYS, LEFT_ALONE_DAYS } from './follow-up-rules';
import { followUpObject, say } from './follow-up-steps';
import { judgeAll, readClinics } from './judge-clinics';
import { FOLLOWED_STATES } from './schema';
import { listThresholds, versionOn } from './threshold-queries';
import type { ClinicMonitored } from './views-schema';
import { knownUntil } from './window-rules';

// Writes down how clinics were judged on a day, and opens follow-ups of those that somebody should look into. Running it
// again changes nothing.

/** A portal that was off for longer than this catches up with so many days. */
const CATCH_UP_DAYS = 7;

export type Evaluated = { days: number; clinics: number; followUps: number };

async function keepStates(
  day: CivilDate,
  judged: readonly ClinicMonitored[],
  { computedAt, version }: { computedAt: Date; version: number },
): Promise<void> {
  const ended = instantInShanghai(addDays(day, 1), 0);
  await db().$transaction([
    // what was judged while the day lasted gives way to the day as a whole
    db().clinicStateHistory.deleteMany({
      where: {
        ...{ date: toDbDate(day), clinicId: { in: judged.map(({ clinic }) => clinic.id) } },
        ...(computedAt >= ended && { computedAt: { lt: ended } }),
      },
    }),
    db().clinicStateHistory.createMany({
      data: judged.map(({ clinic, state, numbers: { expected, logged, held, confirmed }, signals }) => ({
        ...{ clinicId: clinic.id, date: toDbDate(day), state, expected, logged, held, confirmed },
        ...{ signals: signals.length, thresholdVersion: version, computedAt },
      })),
      skipDuplicates: true,
    }),
  ]);
}

/** Judges the clinics of a condition on every day of a range and keeps it; answers the last day's judgement. */
async function evaluateDays(
  where: Prisma.JointClinicWhereInput,
  days: readonly CivilDate[],
  instant: Date,
): Promise<ClinicMonitored[]> {
  const versions = await listThresholds();
  let last: ClinicMonitored[] = [];
  for (const day of days) {
    const { values, version } = versionOn(versions, day);
    const knownAt = knownUntil(day, instant);
    const read = await readClinics(db(), where, { from: day, to: day }, { thresholds: values, since: knownAt });
    last = judgeAll(read, day, knownAt, values);
    await keepStates(day, last, { computedAt: instant, version });
  }
  return last;
}

/** Opens follow-ups, with the district of the clinic, where a state asks for one and none is or lately was open. */
async function openFollowUps(
  by: Actor | SystemActor,
  judged: readonly ClinicMonitored[],
  day: CivilDate,
  instant: Date,
): Promise<number> {
  const asking = judged.filter(({ state }) => FOLLOWED_STATES.some((followed) => followed === state));
  const lately = await db().followUp.findMany({
    where: {
      clinicId: { in: asking.map(({ clinic }) => clinic.id) },
      OR: [{ closedAt: null }, { closedAt: { gt: instantInShanghai(addDays(day, -LEFT_ALONE_DAYS), 0) } }],
    },
    select: { clinicId: true },
  });
  const known = new Set(lately.map(({ clinicId }) => clinicId));
  const dueOn = addDays(dateInShanghai(instant), FOLLOW_UP_DAYS);
  let opened = 0;
  for (const { clinic, centre, state } of asking.filter(({ clinic: { id } }) => !known.has(id)))
    await db().$transaction(async (tx) => {
      const office = 'district';
      const [followUp] = await tx.followUp.createManyAndReturn({
        data: {
          ...{ clinicId: clinic.id, state, office, stateOn: toDbDate(day), openedAt: instant, dueOn: toDbDate(dueOn) },
          ...('accountId' in by && { openedById: by.accountId, openedByName: by.displayName }),
        },
        // another process may have been here
        skipDuplicates: true,
        select: { id: true },
      });
      if (!followUp) return;
      await say(tx, 'accountId' in by ? by : null, followUp.id, { kind: 'opened', text: '', at: instant });
      await writeAudit(tx, by, {
        event: 'followUp.opened',
        ...followUpObject(followUp.id, { name: clinic.name, centreId: centre.id }),
        after: { state, office, dueOn },
      });
      opened += 1;
    });
  return opened;
}

/** Judges all clinics on the days that are over and not written down yet, a week of them at most. */
export async function evaluateNightly({ id }: Pick<JobRun, 'id'>): Promise<Evaluated> {
  const instant = now();
  const yesterday = addDays(dateInShanghai(instant), -1);
  const earliest = addDays(yesterday, 1 - CATCH_UP_DAYS);
  const kept = await db().$queryRaw<{ date: Date }[]>`
    SELECT DISTINCT date FROM clinic_state_history
    WHERE date >= ${earliest}::date AND computed_at >= (date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`;
  const known = new Set(kept.map(({ date }) => fromDbDate(date)));
  const days = datesBetween(earliest, yesterday).filter((day) => !known.has(day));
  const judged = await evaluateDays({}, days, instant);
  const last = days.at(-1);
  const by = { system: 'job', requestId: `job-${id}` } as const;
  const followUps = last ? await openFollowUps(by, judged, last, instant) : 0;
  const done = { days: days.length, clinics: judged.length, followUps };
  if (days.length > 0)
    await db().$transaction((tx) =>
      writeAudit(tx, by, { event: 'monitor.evaluated', object: { type: 'Monitor', id: yesterday }, after: done }),
    );
  return done;
}

/** An officer has the clinics of the own scope judged now, with what is known at this moment. */
export async function evaluateNow(actor: Actor): Promise<Result<Evaluated>> {
  if (!mayI(actor, 'create', 'FollowUp')) return err({ code: 'NOT_FOUND' });
  const instant = now();
  const today = dateInShanghai(instant);
  const judged = await evaluateDays(whereFor(actor, 'read', 'JointClinic'), [today], instant);
  const followUps = await openFollowUps(actor, judged, today, instant);
  const done = { days: 1, clinics: judged.length, followUps };
  await db().$transaction((tx) =>
    writeAudit(tx, actor, { event: 'monitor.evaluated', object: { type: 'Monitor', id: today }, after: done }),
  );
  return ok(done);
}

/** Runs at four at night. */
export const EVALUATE_CLINICS: Job = {
  name: 'evaluate-clinics',
  dailyAtMinute: NIGHTLY_JOBS['evaluate-clinics'],
  limitMinutes: 30,
  run: async (run) => {
    await evaluateNightly(run);
  },
};
