import type { CivilDate } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import { compareSessions } from './rules';
import type { ExpectedSession, SessionPlan, StoppedSession } from './schema';
import type { PlanDifference } from './views-schema';

type Known = { expected?: ExpectedSession; stopped?: StoppedSession };

/** The half-days that two plans of the same dates have different, in order. */
export function planDifferences(before: SessionPlan, after: SessionPlan): PlanDifference[] {
  const slots = new Map<string, { date: CivilDate; half: Half; before: Known; after: Known }>();
  const slotOf = ({ date, half }: { date: CivilDate; half: Half }) => {
    const key = `${date}/${half}`;
    const slot = slots.get(key) ?? { date, half, before: {}, after: {} };
    slots.set(key, slot);
    return slot;
  };
  for (const [plan, side] of [
    [before, 'before'],
    [after, 'after'],
  ] as const) {
    for (const session of plan.expected) slotOf(session)[side].expected = session;
    for (const session of plan.stopped) slotOf(session)[side].stopped = session;
  }
  return [...slots.values()]
    .flatMap((slot): PlanDifference[] => {
      const kind = kindOf(slot.before, slot.after);
      if (!kind) return [];
      const { date, half } = slot;
      return [{ date, half, kind, before: slot.before.expected ?? null, after: slot.after.expected ?? null }];
    })
    .sort(compareSessions);
}

function kindOf(before: Known, after: Known): PlanDifference['kind'] | null {
  if (before.expected && after.expected) return isSame(before.expected, after.expected) ? null : 'changes';
  if (before.expected) return after.stopped ? 'stops' : 'goes';
  if (after.expected) return before.stopped ? 'resumes' : 'comes';
  return null;
}

type Slot = Pick<ExpectedSession, 'startsMinute' | 'endsMinute' | 'expertId'>;

function isSame(a: Slot, b: Slot): boolean {
  return a.expertId === b.expertId && a.startsMinute === b.startsMinute && a.endsMinute === b.endsMinute;
}
