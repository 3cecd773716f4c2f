import { median } from '@/lib/clinic-sessions/history-rules';
import type { SessionContent } from '@/lib/clinic-sessions/schema';
import { addDays, type CivilDate, daysBetween, instantInShanghai } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import type { KnownRecord, MonitorNumbers, MonitorWindow, RecordFacts, Thresholds } from './schema';

// Puts together what was known of a clinic's last weeks on a day: the past is judged by what could be known then.

/** A record with what it said before; instants of what happened to it. */
export type RecordHistory = {
  date: CivilDate;
  half: Half;
  firstSentAt: Date;
  /** what stands now, and since when it is confirmed; null when it is not */
  facts: RecordFacts;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
  /** what it said until it was replaced, the oldest first */
  earlier: readonly { facts: RecordFacts; confirmed: boolean; until: Date }[];
};

export type Slot = { date: CivilDate; half: Half };

const slotKey = ({ date, half }: Slot) => `${date} ${half}`;

/** The first and the last day of the window that ends on a day. */
export function windowOf(to: CivilDate, { windowWeeks }: Pick<Thresholds, 'windowWeeks'>) {
  return { from: addDays(to, 1 - windowWeeks * 7), to };
}

/** The instant until which something counts as known on a day: its end, or the present while it lasts. */
export function knownUntil(day: CivilDate, instant: Date): Date {
  const end = instantInShanghai(addDays(day, 1), 0);
  return end < instant ? end : instant;
}

/** What of a content the monitor looks at. */
export function factsOf(content: SessionContent, plannedExpertId: string | null): RecordFacts {
  if (!content.held) {
    const none = { visitsNew: 0, visitsReturn: 0, prescriptions: 0, preparations: 0, teachingCases: 0, trainees: 0 };
    return { held: false, presence: null, expertId: null, mode: null, ...none };
  }
  const { expert, mode, visitsNew, visitsReturn, prescriptions, preparations, teachingCases, trainees } = content;
  const { presence } = expert;
  const expertId = presence === 'substitute' ? expert.expertId : presence === 'planned' ? plannedExpertId : null;
  const counts = { visitsNew, visitsReturn, prescriptions, preparations, teachingCases };
  return { held: true, presence, expertId, mode, ...counts, trainees: trainees.length };
}

/**
 * What a record said at an instant; null before it was sent and after it was withdrawn. Whether a version that has been
 * replaced since was confirmed meanwhile is known only as far as the version says so.
 */
export function recordAt(record: RecordHistory, instant: Date): KnownRecord | null {
  const { date, half, firstSentAt, facts, confirmedAt, withdrawnAt, earlier } = record;
  if (firstSentAt > instant || (withdrawnAt !== null && withdrawnAt <= instant)) return null;
  const then = earlier.find(({ until }) => until > instant);
  const confirmed = then ? then.confirmed : confirmedAt !== null && confirmedAt <= instant;
  return { date, half, sentAt: firstSentAt, ...(then?.facts ?? facts), confirmed };
}

type WindowInput = {
  to: CivilDate;
  knownAt: Date;
  thresholds: Pick<Thresholds, 'windowWeeks'>;
  /** expected sessions and records may reach beyond the window */
  expected: readonly Slot[];
  records: readonly RecordHistory[];
};

/** The window of one clinic. A session counts as extra when the schedule does not expect one in its half-day. */
export function openWindow({ to, knownAt, thresholds, expected, records }: WindowInput): MonitorWindow {
  const range = windowOf(to, thresholds);
  const inside = ({ date }: Slot) => range.from <= date && date <= range.to;
  const known = new Map<string, KnownRecord>();
  for (const record of records) {
    const at = inside(record) ? recordAt(record, knownAt) : null;
    if (at) known.set(slotKey(at), at);
  }
  const slots = expected.filter(inside);
  const planned = new Set(slots.map(slotKey));
  return {
    ...range,
    knownAt,
    expected: slots.map(({ date, half }) => ({ date, half, record: known.get(slotKey({ date, half })) ?? null })),
    extra: [...known.values()].filter((record) => !planned.has(slotKey(record))),
  };
}

const DAY_MS = 86_400_000;

/** The numbers behind a window. */
export function numbersOf(window: MonitorWindow, thresholds: Pick<Thresholds, 'logGraceDays' | 'confirmDays'>) {
  const due = window.expected.filter(
    ({ date, record }) => record !== null || daysBetween(date, window.to) > thresholds.logGraceDays,
  );
  const logged = due.flatMap(({ record }) => (record ? [record] : []));
  const held = logged.filter((record) => record.held);
  const claimed = [...held, ...window.extra.filter((record) => record.held)];
  const sum = (of: (record: KnownRecord) => number) => claimed.reduce((total, record) => total + of(record), 0);
  const withExpert = (presence: KnownRecord['presence']) => sum((record) => (record.presence === presence ? 1 : 0));
  const waited = window.knownAt.getTime() - thresholds.confirmDays * DAY_MS;
  return {
    expected: due.length,
    pending: window.expected.length - due.length,
    logged: logged.length,
    held: held.length,
    confirmed: held.filter((record) => record.confirmed).length,
    extra: claimed.length - held.length,
    expertPlanned: withExpert('planned'),
    expertSubstitute: withExpert('substitute'),
    expertAbsent: withExpert('absent'),
    visitsNew: sum((record) => record.visitsNew),
    visitsReturn: sum((record) => record.visitsReturn),
    medianVisits:
      claimed.length === 0 ? null : median(claimed.map(({ visitsNew, visitsReturn }) => visitsNew + visitsReturn)),
    trainees: sum((record) => record.trainees),
    unconfirmed: claimed.filter(({ confirmed, sentAt }) => !confirmed && sentAt.getTime() <= waited).length,
    confirmedAny: claimed.filter(({ confirmed }) => confirmed).length,
  } satisfies MonitorNumbers;
}
