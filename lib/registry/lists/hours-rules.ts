import { clockTime, WEEKDAYS, type Weekday } from '@/lib/core/dates';
import type { WeeklyInterval } from '@/lib/directory/schema';
import type { Locale } from '@/lib/i18n/locales';

// A week of opening hours as one cell: 周一至周五 08:00-11:30 13:00-17:00；周六 08:00-11:30.

const CHINESE = '一二三四五六日';
const ENGLISH = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const WORDS: Record<string, string> = {
  每天: '1-7',
  每日: '1-7',
  全周: '1-7',
  工作日: '1-5',
  周末: '6-7',
  双休日: '6-7',
  daily: '1-7',
  weekdays: '1-5',
  weekends: '6-7',
};
const DAY_MINUTES = 1440;

/** The weekday that a text names: 周四, 星期四, Thu, 4; null when it names none. */
export function readWeekday(text: string): Weekday | null {
  const chinese = /^(?:星期|礼拜|周)?([一二三四五六日天1-7])$/.exec(text)?.[1];
  if (chinese)
    return WEEKDAYS.find((day) => day === Number(chinese) || CHINESE[day - 1] === chinese.replace('天', '日')) ?? null;
  const english = ENGLISH.findIndex((name) => text.toLowerCase().startsWith(name.toLowerCase()));
  return english >= 0 ? (WEEKDAYS[english] ?? null) : null;
}

/** The days of 周一至周五、周日, Mon-Fri, 1-5 or 每天. */
function daysOf(text: string): Weekday[] | null {
  const word = WORDS[text.toLowerCase()] ?? text;
  const days: Weekday[] = [];
  for (const part of word.split(/[、,，和及&]/).filter((piece) => piece !== '')) {
    const [from, to, ...more] = part.split(/[-~至到]/);
    const first = readWeekday(from ?? '');
    const last = to === undefined ? first : readWeekday(to);
    if (!first || !last || last < first || more.length > 0) return null;
    days.push(...WEEKDAYS.filter((day) => day >= first && day <= last));
  }
  return days.length > 0 && new Set(days).size === days.length ? days : null;
}

function minuteOf(text: string): number | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:点时](\d{2})?分?$/.exec(text) ?? [];
  if (hours === '') return null;
  const minute = Number(hours) * 60 + Number(minutes || 0);
  return Number(minutes) < 60 && minute <= DAY_MINUTES ? minute : null;
}

const TIME = String.raw`\d{1,2}[:点时](?:\d{2}分?)?`;
const SPAN = new RegExp(`(${TIME})[-~至到](${TIME})`, 'g');

type Span = { opensMinute: number; closesMinute: number };
type Trouble = 'hours' | 'hoursBackwards' | 'hoursBreak' | 'hoursOverlap';

function spansOf(text: string): Span[] | Trouble {
  const spans = [...text.matchAll(SPAN)].map(([, from = '', to = '']) => ({
    opens: minuteOf(from),
    closes: minuteOf(to),
  }));
  const rest = text.replace(SPAN, '').replace(/[\s、,，和及/]/g, '');
  const read = spans.flatMap(({ opens, closes }) =>
    opens !== null && closes !== null ? [{ opensMinute: opens, closesMinute: closes }] : [],
  );
  if (rest !== '' || read.length === 0 || read.length < spans.length) return 'hours';
  return read.every(({ opensMinute, closesMinute }) => opensMinute < closesMinute) ? read : 'hoursBackwards';
}

const REST = '(?:中午|午间|午)?(?:休息|午休|休)|(?:lunch )?(?:closed|break)';
const BREAK = new RegExp(
  String.raw`\(?\s*(?:${REST})[\s:]*(${TIME}[-~至到]${TIME})\s*\)?|\(?\s*(${TIME}[-~至到]${TIME})\s*(?:${REST})\s*\)?`,
  'gi',
);

/** Hours with a break said beside them: 8:00-17:00（午休 11:30-13:00）. */
function withoutBreaks(text: string): { open: string; breaks: string } {
  const breaks = [...text.matchAll(BREAK)].map(([, after, before]) => after ?? before ?? '');
  return { open: text.replace(BREAK, ' '), breaks: breaks.join(' ') };
}

/** Takes a break out of the hours in which it lies; null when it lies in none. */
function cutOut(spans: readonly Span[], { opensMinute: from, closesMinute: to }: Span): Span[] | null {
  const around = spans.find(({ opensMinute, closesMinute }) => opensMinute < from && to < closesMinute);
  if (!around) return null;
  const halves = [
    { ...around, closesMinute: from },
    { ...around, opensMinute: to },
  ];
  return spans.flatMap((span) => (span === around ? halves : [span]));
}

/** What hours that overlap were probably meant to be: those of which one lies within another, with a break there. */
function withHoles(intervals: readonly WeeklyInterval[]): WeeklyInterval[] | null {
  const within = (inner: WeeklyInterval, outer: WeeklyInterval) =>
    inner.weekday === outer.weekday && outer.opensMinute < inner.opensMinute && inner.closesMinute < outer.closesMinute;
  const holes = intervals.filter((one) => intervals.some((other) => within(one, other)));
  const cut = intervals
    .filter((one) => !holes.includes(one))
    .flatMap((one) =>
      holes
        .filter((hole) => within(hole, one))
        .reduce<Span[]>((spans, hole) => cutOut(spans, hole) ?? spans, [one])
        .map((span) => ({ ...span, weekday: one.weekday })),
    );
  return holes.length === 0 || overlaps(cut) ? null : sorted(cut);
}

function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[—–−―‐〜～]+|--+/g, '-')
    .replace(/：/g, ':')
    .replace(/\s*([-~至到])\s*/g, '$1')
    .replace(/24小时|全天/g, '00:00-24:00')
    .trim();
}

function overlaps(intervals: readonly WeeklyInterval[]): boolean {
  return intervals.some((one, index) =>
    intervals
      .slice(index + 1)
      .some(
        (other) =>
          one.weekday === other.weekday && one.opensMinute < other.closesMinute && other.opensMinute < one.closesMinute,
      ),
  );
}

function sorted(intervals: readonly WeeklyInterval[]): WeeklyInterval[] {
  return intervals.toSorted((a, b) => a.weekday - b.weekday || a.opensMinute - b.opensMinute);
}

export type HoursReading =
  | { ok: true; intervals: WeeklyInterval[]; rested: boolean }
  | { ok: false; code: Trouble; instead: WeeklyInterval[] | null };

/** The intervals that a cell names, with a break at noon taken out of them, or what is wrong and was probably meant. */
export function hoursOf(text: string): HoursReading {
  const intervals: WeeklyInterval[] = [];
  let rested = false;
  const wrong = (code: Trouble, instead: WeeklyInterval[] | null = null): HoursReading => ({
    ok: false,
    code,
    instead,
  });
  const times = new RegExp(TIME);
  for (const part of plainForm(text)
    .split(/[;；\n]/)
    .map((piece) => piece.trim())) {
    if (part === '') continue;
    const { open, breaks } = withoutBreaks(part);
    const at = open.search(times);
    if (at < 0) return wrong('hours');
    const head = open.slice(0, at).replace(/[\s:]/g, '');
    const days = head === '' && intervals.length === 0 ? [...WEEKDAYS] : daysOf(head);
    const [spans, rests] = [spansOf(open.slice(at)), breaks === '' ? [] : spansOf(breaks)];
    if (!days) return wrong('hours');
    if (typeof spans === 'string') return wrong(spans);
    if (typeof rests === 'string') return wrong(rests);
    const left = rests.reduce<Span[] | null>((all, rest) => all && cutOut(all, rest), spans);
    if (left === null) return wrong('hoursBreak');
    rested ||= rests.length > 0;
    for (const weekday of days) for (const span of left) intervals.push({ weekday, ...span });
  }
  if (intervals.length === 0) return wrong('hours');
  return overlaps(intervals)
    ? wrong('hoursOverlap', withHoles(intervals))
    : { ok: true, intervals: sorted(intervals), rested };
}

/** The intervals that a cell names; null when it cannot be read or overlaps itself. */
export function readHours(text: string): WeeklyInterval[] | null {
  const hours = hoursOf(text);
  return hours.ok ? hours.intervals : null;
}

/** The one way in which a week is kept: `1-5 08:00-11:30 13:00-17:00;6 08:00-11:30`; null without hours. */
export function weekText(intervals: readonly WeeklyInterval[]): string | null {
  const byDay = new Map<Weekday, string>();
  for (const { weekday, opensMinute, closesMinute } of sorted(intervals)) {
    const span = `${clockTime(opensMinute)}-${clockTime(closesMinute)}`;
    const known = byDay.get(weekday);
    byDay.set(weekday, known ? `${known} ${span}` : span);
  }
  const runs: { from: Weekday; to: Weekday; spans: string }[] = [];
  for (const [day, spans] of byDay) {
    const last = runs.at(-1);
    if (last && last.spans === spans && last.to === day - 1) last.to = day;
    else runs.push({ from: day, to: day, spans });
  }
  return runs.length === 0
    ? null
    : runs.map(({ from, to, spans }) => `${from === to ? from : `${from}-${to}`} ${spans}`).join(';');
}

/** A kept week in a language, as `readHours` reads it again. */
export function shownWeek(kept: string, locale: Locale): string {
  const named = (day: string) =>
    locale === 'en' ? (ENGLISH[Number(day) - 1] ?? day) : `周${CHINESE[Number(day) - 1] ?? day}`;
  const parts = kept.split(';').map((part) => {
    const [days = '', ...spans] = part.split(' ');
    return `${days
      .split('-')
      .map(named)
      .join(locale === 'en' ? '-' : '至')} ${spans.join(' ')}`;
  });
  return parts.join(locale === 'en' ? '; ' : '；');
}

/** A day on which a place is closed, as its cell keeps it. */
export const CLOSED_DAY = 'closed';

const CLOSED = /^(全天)?(停诊|休息|关闭|不开放)$|^closed( all day)?$/i;

/** The hours of one day in the one way in which they are kept: `08:00-11:30 13:00-17:00`, or `closed`; null when they cannot be read. */
export function readDayHours(text: string): string | null {
  if (CLOSED.test(text.trim())) return CLOSED_DAY;
  const week = weekText(readHours(text) ?? []);
  const whole = '1-7 ';
  return week?.startsWith(whole) && !week.includes(';') ? week.slice(whole.length) : null;
}
