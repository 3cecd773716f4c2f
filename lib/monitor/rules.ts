import type { Judgement, MonitorNumbers, MonitorState, MonitorWindow, Reason, ReasonCode, Thresholds } from './schema';
import { numbersOf } from './window-rules';

// The judgement (domain.md §6): what cannot be judged first, then the worst state whose rule holds. Every reason names
// its number and the threshold it was compared with.

/** domain.md's thresholds, and ours where it names none; the first version that is stored. */
export const FIRST_THRESHOLDS: Thresholds = {
  windowWeeks: 8,
  minExpected: 4,
  minLoggedPercent: 50,
  nominalHeldPercent: 25,
  steadyHeldPercent: 80,
  steadyExpertPercent: 80,
  idleAbsentPercent: 50,
  idleMedianVisits: 1,
  warnHeldPercent: 50,
  logGraceDays: 3,
  confirmDays: 14,
  minUnconfirmed: 3,
  signalRepeated: 4,
  signalRoundPercent: 50,
  signalBatch: 4,
  signalTargetPercent: 50,
};

/** A share in percent, not rounded: what is just below a threshold is below it. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (part / whole) * 100;
}

type Shares = { logged: number; held: number; expert: number; absent: number; claimed: number };

function sharesOf({ expected, logged, held, expertPlanned, expertSubstitute, expertAbsent }: MonitorNumbers): Shares {
  const claimed = expertPlanned + expertSubstitute + expertAbsent;
  return {
    logged: percentOf(logged, expected),
    held: percentOf(held, expected),
    expert: percentOf(expertPlanned + expertSubstitute, claimed),
    absent: percentOf(expertAbsent, claimed),
    claimed,
  };
}

/** The state of a clinic in a window, why, and the numbers behind it. */
export function judge(window: MonitorWindow, thresholds: Thresholds): Judgement {
  const numbers = numbersOf(window, thresholds);
  const { state, reasons } = judgeNumbers(numbers, thresholds);
  return { state, reasons, numbers };
}

/** The same from numbers that are known already. */
export function judgeNumbers(
  numbers: MonitorNumbers,
  t: Thresholds,
): { state: MonitorState; reasons: readonly Reason[] } {
  const { expected, logged, held, expertPlanned, expertSubstitute, expertAbsent, medianVisits } = numbers;
  const share = sharesOf(numbers);
  const reason = (
    code: ReasonCode,
    [value, threshold]: readonly [number, number],
    [part, whole]: readonly [number, number],
  ): Reason => ({ code, value, threshold, part, whole });
  const ofExpected = [held, expected] as const;
  const withExpert = [expertPlanned + expertSubstitute, share.claimed] as const;

  if (expected < t.minExpected)
    return {
      state: 'insufficient',
      reasons: [reason('few_expected', [expected, t.minExpected], [expected, expected])],
    };
  if (share.logged < t.minLoggedPercent)
    return {
      state: 'insufficient',
      reasons: [reason('few_logged', [share.logged, t.minLoggedPercent], [logged, expected])],
    };

  const nominal: Reason[] = [];
  if (share.held < t.nominalHeldPercent)
    nominal.push(reason('hardly_held', [share.held, t.nominalHeldPercent], ofExpected));
  if (numbers.confirmedAny === 0 && numbers.unconfirmed >= t.minUnconfirmed)
    nominal.push({
      ...reason('none_confirmed', [numbers.unconfirmed, t.minUnconfirmed], [0, share.claimed]),
      days: t.confirmDays,
    });
  if (nominal.length > 0) return { state: 'nominal_only', reasons: nominal };

  const idle: Reason[] = [];
  if (share.claimed > 0 && share.absent > t.idleAbsentPercent)
    idle.push(reason('expert_mostly_absent', [share.absent, t.idleAbsentPercent], [expertAbsent, share.claimed]));
  if (medianVisits !== null && medianVisits <= t.idleMedianVisits)
    idle.push(reason('hardly_visited', [medianVisits, t.idleMedianVisits], [share.claimed, share.claimed]));
  if (idle.length > 0) return { state: 'idle', reasons: idle };

  const irregular: Reason[] = [];
  if (share.held < t.steadyHeldPercent)
    irregular.push(reason('held_below_steady', [share.held, t.steadyHeldPercent], ofExpected));
  if (share.held < t.warnHeldPercent)
    irregular.push(reason('held_warning', [share.held, t.warnHeldPercent], ofExpected));
  if (share.expert < t.steadyExpertPercent)
    irregular.push(reason('expert_below_steady', [share.expert, t.steadyExpertPercent], withExpert));
  if (irregular.length > 0) return { state: 'irregular', reasons: irregular };

  return {
    state: 'steady',
    reasons: [
      reason('held_steady', [share.held, t.steadyHeldPercent], ofExpected),
      reason('expert_steady', [share.expert, t.steadyExpertPercent], withExpert),
    ],
  };
}

/** Whether the reasons of a state hold a warning: less held than half, yet not nominal-only. */
export function isWarned(reasons: readonly Reason[]): boolean {
  return reasons.some(({ code }) => code === 'held_warning');
}
