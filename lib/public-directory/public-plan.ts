import { type PlanInput, planSessions } from '@/lib/joint-clinics/rules';
import type { ExpectedSession, SessionPlan, StoppedSession } from '@/lib/joint-clinics/schema';
import type { ClinicRecord, NotHeldRecord } from './records-schema';

// What residents are told of a clinic's sessions: the plan, and since a centre has logged that a session of today will
// not take place, that as well. The expected sessions of staff stay what they were: the record is counted against them.

/** A session that residents are told will not take place; `notHeld` when its centre has said so on the day. */
export type PublicStop = Omit<StoppedSession, 'cause'> &
  ({ cause: StoppedSession['cause']; notHeld: null } | { cause: 'not_held'; notHeld: NotHeldRecord['reason'] });

export type PublicPlan = Pick<SessionPlan, 'expected'> & { stopped: PublicStop[] };

type Clinic = Pick<ClinicRecord, 'schedule' | 'exceptions' | 'statuses' | 'notHeld'>;

/** The planned sessions of a clinic with what its centre has logged as not held taken out and told as stopped. */
export function publicPlan(clinic: Clinic, range: Pick<PlanInput, 'holidays' | 'from' | 'to'>): PublicPlan {
  const { schedule, exceptions, statuses, notHeld } = clinic;
  const { from, to, holidays } = range;
  const plan = planSessions({ schedule, exceptions, statuses, holidays, from, to });
  const stopped = plan.stopped.map((session): PublicStop => ({ ...session, notHeld: null }));
  if (notHeld.length === 0) return { expected: plan.expected, stopped };
  const expected: ExpectedSession[] = [];
  for (const session of plan.expected) {
    const logged = notHeld.find(({ date, half }) => date === session.date && half === session.half);
    if (!logged) {
      expected.push(session);
      continue;
    }
    const { added: _, ...slot } = session;
    stopped.push({ ...slot, cause: 'not_held', notHeld: logged.reason, reason: null, reasonEn: null });
  }
  return { expected, stopped };
}
