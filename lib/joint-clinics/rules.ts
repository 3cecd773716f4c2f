import {
  addDays,
  type CivilDate,
  dateInShanghai,
  datesBetween,
  daysBetween,
  instantInShanghai,
  mondayOf,
  weekdayOf,
} from '@/lib/core/dates';
import { HALVES, type Half, type Holiday } from '@/lib/directory/schema';
import type {
  ClinicStatus,
  ExpectedSession,
  ScheduleException,
  ScheduleLine,
  SessionPlan,
  StatusPeriod,
  StoppedSession,
} from './schema';

// Which sessions of a joint clinic are expected (domain.md §4). They follow from the schedule, its exceptions,
// the national holidays and the clinic's status history, and from nothing else; every reader asks this file.

export type PlanInput = {
  schedule: readonly ScheduleLine[];
  exceptions: readonly ScheduleException[];
  statuses: readonly StatusPeriod[];
  holidays: ReadonlyMap<CivilDate, Holiday>;
  /** both inclusive */
  from: CivilDate;
  to: CivilDate;
};

type AddedException = Extract<ScheduleException, { kind: 'added' }>;

/**
 * The sessions a clinic is expected to hold and those its schedule names that will not take place, both sorted by
 * date and half-day, at most one per date and half-day; the range includes both ends, times are Asia/Shanghai.
 */
export function planSessions({ schedule, exceptions, statuses, holidays, from, to }: PlanInput): SessionPlan {
  const plan: SessionPlan = { expected: [], stopped: [] };
  const exceptionsBySlot = groupExceptions(exceptions);
  for (const date of datesBetween(from, to)) {
    const period = statusPeriodOn(statuses, date);
    if (period?.status !== 'operating' && period?.status !== 'suspended') continue;
    const holiday = holidays.get(date);
    for (const half of HALVES) {
      const { added, removed } = exceptionsBySlot.get(slotKey(date, half)) ?? { added: null, removed: null };
      const slot = added ?? scheduledLine(schedule, holiday, date, half);
      if (!slot) continue;
      const session = {
        date,
        half,
        startsMinute: slot.startsMinute,
        endsMinute: slot.endsMinute,
        expertId: slot.expertId,
      };
      const stop = stopOf(period, added, removed, holiday);
      if (stop) plan.stopped.push({ ...session, ...stop });
      else plan.expected.push({ ...session, added: added && { reason: added.reason, reasonEn: added.reasonEn } });
    }
  }
  return plan;
}

/** The status period that covers a date, null where the history has none; validTo is exclusive. */
export function statusPeriodOn(statuses: readonly StatusPeriod[], date: CivilDate): StatusPeriod | null {
  return (
    statuses.find((period) => period.validFrom <= date && (period.validTo === null || date < period.validTo)) ?? null
  );
}

/** A clinic's status on a date: before its history begins it is preparing, after a history that ended it is closed. */
export function clinicStatusOn(statuses: readonly StatusPeriod[], date: CivilDate): ClinicStatus {
  const period = statusPeriodOn(statuses, date);
  if (period) return period.status;
  return statuses.some(({ validFrom }) => validFrom <= date) ? 'closed' : 'preparing';
}

/** The instant a session begins. */
export function sessionStart({ date, startsMinute }: Pick<ExpectedSession, 'date' | 'startsMinute'>): Date {
  return instantInShanghai(date, startsMinute);
}

/** The instant a session ends. */
export function sessionEnd({ date, endsMinute }: Pick<ExpectedSession, 'date' | 'endsMinute'>): Date {
  return instantInShanghai(date, endsMinute);
}

/** Orders sessions by date, then half-day; a comparator for sorting. */
export function compareSessions(a: { date: CivilDate; half: Half }, b: { date: CivilDate; half: Half }): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return HALVES.indexOf(a.half) - HALVES.indexOf(b.half);
}

/** The dates a resident's view of upcoming sessions covers: today and whole weeks from it, both ends inclusive. */
export function upcomingRange(instant: Date, weeks: number): { from: CivilDate; to: CivilDate } {
  const from = dateInShanghai(instant);
  return { from, to: addDays(from, weeks * 7 - 1) };
}

function slotKey(date: CivilDate, half: Half): string {
  return `${date}/${half}`;
}

type SlotExceptions = { added: AddedException | null; removed: ScheduleException | null };

function groupExceptions(exceptions: readonly ScheduleException[]): Map<string, SlotExceptions> {
  const bySlot = new Map<string, SlotExceptions>();
  for (const exception of exceptions) {
    const key = slotKey(exception.date, exception.half);
    const known = bySlot.get(key) ?? { added: null, removed: null };
    if (exception.kind === 'added') known.added ??= exception;
    else known.removed ??= exception;
    bySlot.set(key, known);
  }
  return bySlot;
}

/** The line that the weekly schedule names for a date and half-day: of its own weekday first, then of the made-up one. */
export function scheduledLine<Line extends ScheduleLine>(
  schedule: readonly Line[],
  holiday: Holiday | undefined,
  date: CivilDate,
  half: Half,
): Line | null {
  const own = weekdayOf(date);
  const madeUp = holiday?.kind === 'makeup_workday' ? holiday.followsWeekday : null;
  let best: Line | null = null;
  for (const line of schedule) {
    if (line.half !== half || (line.weekday !== own && line.weekday !== madeUp) || !runsOn(line, date)) continue;
    if (!best || precedes(line, best, own)) best = line;
  }
  return best;
}

function runsOn(line: ScheduleLine, date: CivilDate): boolean {
  if (date < line.validFrom || (line.validTo !== null && date > line.validTo)) return false;
  if (line.recurrence === 'weekly') return true;
  // whole ISO weeks, so the weekday of the anchor does not matter, and counting works backwards too
  return (daysBetween(mondayOf(line.anchorDate), mondayOf(date)) / 7) % 2 === 0;
}

/** A total order, so that the order of the input never decides which of two lines takes a half-day. */
function precedes(a: ScheduleLine, b: ScheduleLine, ownWeekday: number): boolean {
  if (a.weekday !== b.weekday) return a.weekday === ownWeekday;
  if (a.startsMinute !== b.startsMinute) return a.startsMinute < b.startsMinute;
  if (a.endsMinute !== b.endsMinute) return a.endsMinute < b.endsMinute;
  return a.expertId < b.expertId;
}

function stopOf(
  period: StatusPeriod,
  added: AddedException | null,
  removed: ScheduleException | null,
  holiday: Holiday | undefined,
): Pick<StoppedSession, 'cause' | 'reason' | 'reasonEn'> | null {
  if (period.status === 'suspended') {
    return { cause: 'suspended', reason: period.reason, reasonEn: period.reasonEn };
  }
  if (added) return null;
  if (removed) return { cause: 'removed', reason: removed.reason, reasonEn: removed.reasonEn };
  if (holiday?.kind === 'holiday') return { cause: 'holiday', reason: holiday.name, reasonEn: holiday.nameEn };
  return null;
}
