import { type CivilDate, daysBetween } from '@/lib/core/dates';
import type { KnownRecord, MonitorWindow, Signal, SignalCode, Thresholds } from './schema';
import type { Slot } from './window-rules';

// "Please check": patterns of records that honest work shows too, only less often. They are never a verdict, they change no
// state, and their words accuse nobody.

/** What the patterns are compared with, beside the records themselves. */
export type SignalFacts = {
  /** public holidays */
  holidays: ReadonlySet<CivilDate>;
  /** half-days, as `slotOf` writes them, for which another clinic has recorded the same expert */
  elsewhere: ReadonlySet<string>;
  /** visits a session that somebody has set as a target; null when nobody has */
  visitsTarget: number | null;
};

export const NO_FACTS: SignalFacts = { holidays: new Set(), elsewhere: new Set(), visitsTarget: null };

/** A half-day of a day as one text. */
export function slotOf({ date, half }: Slot): string {
  return `${date} ${half}`;
}

/** Shares of fewer held sessions than this say nothing. */
const SHARES_FROM = 6;
const HOUR_MS = 3_600_000;
/** Records sent together are usual for sessions of one week; a batch spans more days. */
const BATCH_SPAN_DAYS = 14;

/** The patterns of a window that ask somebody to look, each with the days of the records it is about. */
export function signalsOf(window: MonitorWindow, thresholds: Thresholds, facts: SignalFacts): Signal[] {
  const held = [...window.expected.flatMap(({ record }) => record ?? []), ...window.extra]
    .filter((record) => record.held)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const found = (code: SignalCode, records: readonly KnownRecord[], threshold: number): Signal => ({
    code,
    part: records.length,
    whole: held.length,
    threshold,
    dates: [...new Set(records.map(({ date }) => date))],
  });
  const counted = (code: SignalCode, records: readonly KnownRecord[], least: number) =>
    records.length >= least ? [found(code, records, least)] : [];
  const shared = (code: SignalCode, records: readonly KnownRecord[], percent: number) =>
    held.length >= SHARES_FROM && records.length * 100 >= percent * held.length ? [found(code, records, percent)] : [];
  const { visitsTarget } = facts;
  return [
    ...counted('repeated_rows', mostAlike(held), thresholds.signalRepeated),
    ...shared('round_numbers', held.filter(isRound), thresholds.signalRoundPercent),
    ...counted('batch_entry', largestBatch(held), thresholds.signalBatch),
    ...counted(
      'on_holidays',
      held.filter(({ date }) => facts.holidays.has(date)),
      1,
    ),
    ...counted(
      'two_places',
      held.filter((record) => facts.elsewhere.has(slotOf(record))),
      1,
    ),
    ...(visitsTarget === null
      ? []
      : shared(
          'at_target',
          held.filter(({ visitsNew, visitsReturn }) => visitsNew + visitsReturn === Math.ceil(visitsTarget)),
          thresholds.signalTargetPercent,
        )),
  ];
}

/** The largest group of records whose counts are all the same; sessions without a visit are alike by nature. */
function mostAlike(held: readonly KnownRecord[]): KnownRecord[] {
  const groups = new Map<string, KnownRecord[]>();
  for (const record of held) {
    const { visitsNew, visitsReturn, prescriptions, preparations, teachingCases } = record;
    if (visitsNew + visitsReturn < 3) continue;
    const key = [visitsNew, visitsReturn, prescriptions, preparations, teachingCases].join();
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most), []);
}

function isRound({ visitsNew, visitsReturn }: KnownRecord): boolean {
  return visitsNew + visitsReturn > 0 && visitsNew % 5 === 0 && visitsReturn % 5 === 0;
}

/** The most records sent within an hour whose sessions lie more than two weeks apart. */
function largestBatch(held: readonly KnownRecord[]): KnownRecord[] {
  const bySent = [...held].sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
  let largest: KnownRecord[] = [];
  bySent.forEach((first, index) => {
    const batch = bySent
      .slice(index)
      .filter(({ sentAt }) => sentAt.getTime() - first.sentAt.getTime() <= HOUR_MS)
      .sort((a, b) => (a.date < b.date ? -1 : 1));
    const [earliest, latest] = [batch[0], batch.at(-1)];
    if (!earliest || !latest || daysBetween(earliest.date, latest.date) < BATCH_SPAN_DAYS) return;
    if (batch.length > largest.length) largest = batch;
  });
  return largest;
}
