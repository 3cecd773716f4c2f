import { addDays, type CivilDate, civilDate, dateInShanghai, isCivilDate } from '@/lib/core/dates';

// Periods of dashboards, targets and reports: whole months of Shanghai, as an address writes them.

export const PERIOD_KINDS = ['month', 'quarter', 'year', 'twelve_months', 'custom'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Whole months; `from` is a first day, `to` a last one, both inclusive. */
export type Period = { kind: PeriodKind; from: CivilDate; to: CivilDate };

/** The longest period somebody may ask for. */
const MOST_MONTHS = 120;
const EARLIEST = '2015-01';

type YearMonth = number;

function yearMonth(year: number, month: number): YearMonth {
  return year * 12 + month - 1;
}

function yearMonthOf(date: CivilDate): YearMonth {
  return yearMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

function firstDay(month: YearMonth): CivilDate {
  const [year, index] = [Math.floor(month / 12), month % 12];
  return civilDate(`${String(year).padStart(4, '0')}-${String(index + 1).padStart(2, '0')}-01`);
}

function lastDay(month: YearMonth): CivilDate {
  return addDays(firstDay(month + 1), -1);
}

function period(kind: PeriodKind, from: YearMonth, to: YearMonth): Period {
  return { kind, from: firstDay(from), to: lastDay(to) };
}

/** The month a date lies in, as a period. */
export function monthOf(date: CivilDate): Period {
  return period('month', yearMonthOf(date), yearMonthOf(date));
}

/** The first days of a period's months, in order. */
export function monthsOf({ from, to }: Pick<Period, 'from' | 'to'>): CivilDate[] {
  const [first, last] = [yearMonthOf(from), yearMonthOf(to)];
  return Array.from({ length: last - first + 1 }, (_, index) => firstDay(first + index));
}

/**
 * Reads `2026-10`, `2026-Q3`, `2026`, `12m` (twelve months that end with the present one) or `2026-01..2026-06`.
 * @returns null for anything else, for months after the present one, before 2015, or more than ten years
 */
export function parsePeriod(text: string, today: CivilDate): Period | null {
  const read = readPeriod(text, yearMonthOf(today));
  if (!read) return null;
  const [first, last] = [yearMonthOf(read.from), yearMonthOf(read.to)];
  const fits = first <= last && last - first < MOST_MONTHS && first <= yearMonthOf(today);
  return fits && read.from >= `${EARLIEST}-01` ? read : null;
}

function readPeriod(text: string, present: YearMonth): Period | null {
  if (text === '12m') return period('twelve_months', present - 11, present);
  const month = readMonth(text);
  if (month !== null) return period('month', month, month);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) {
    const first = yearMonth(Number(quarter[1]), Number(quarter[2]) * 3 - 2);
    return period('quarter', first, first + 2);
  }
  if (/^\d{4}$/.test(text)) return period('year', yearMonth(Number(text), 1), yearMonth(Number(text), 12));
  const [from, to, ...rest] = text.split('..').map(readMonth);
  if (from === undefined || from === null || to === undefined || to === null || rest.length > 0) return null;
  return period('custom', from, to);
}

function readMonth(text: string): YearMonth | null {
  return /^\d{4}-\d{2}$/.test(text) && isCivilDate(`${text}-01`) ? yearMonthOf(civilDate(`${text}-01`)) : null;
}

/** A period as an address writes it; `parsePeriod` reads it back. */
export function periodText({ kind, from, to }: Period): string {
  switch (kind) {
    case 'month':
      return from.slice(0, 7);
    case 'quarter':
      return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`;
    case 'year':
      return from.slice(0, 4);
    case 'twelve_months':
      return '12m';
    case 'custom':
      return `${from.slice(0, 7)}..${to.slice(0, 7)}`;
  }
}

/** The same months, which stay the same when the present month is over. */
export function fixedPeriod(given: Period): Period {
  return given.kind === 'twelve_months' ? { ...given, kind: 'custom' } : given;
}

/** As many months directly before the period. */
export function previousOf({ kind, from, to }: Period): Period {
  const [first, last] = [yearMonthOf(from), yearMonthOf(to)];
  const length = last - first + 1;
  // twelve months that end elsewhere than now are no longer "the last twelve"
  return period(kind === 'twelve_months' ? 'custom' : kind, first - length, last - length);
}

/** As many months directly after the period. */
export function nextOf({ kind, from, to }: Period): Period {
  const [first, last] = [yearMonthOf(from), yearMonthOf(to)];
  const length = last - first + 1;
  return period(kind === 'twelve_months' ? 'custom' : kind, first + length, last + length);
}

/** The months from one to another as a period, called by what they are: a month, a quarter, a year, or neither. */
export function periodBetween(from: CivilDate, to: CivilDate): Period {
  const [first, last] = [yearMonthOf(from), yearMonthOf(to)];
  const [length, start] = [last - first + 1, first % 12];
  if (length === 1) return period('month', first, last);
  if (length === 3 && start % 3 === 0) return period('quarter', first, last);
  return period(length === 12 && start === 0 ? 'year' : 'custom', first, last);
}

/** The same months a year earlier. */
export function yearBefore({ kind, from, to }: Period): Period {
  return period(kind === 'twelve_months' ? 'custom' : kind, yearMonthOf(from) - 12, yearMonthOf(to) - 12);
}

/**
 * The months of some periods, each with the first of those that it can be told together with: those that lie in the same
 * of the periods.
 * @param alone months (first days) that are told by themselves, as the present one is
 */
export function toldTogether(
  periods: readonly Pick<Period, 'from' | 'to'>[],
  alone: readonly CivilDate[],
  instant: Date,
): Map<CivilDate, CivilDate> {
  const present = monthOf(dateInShanghai(instant)).from;
  const told = new Map(alone.map((month) => [month, month]));
  const firsts = new Map<string, CivilDate>();
  for (const month of periods.flatMap(monthsOf)) {
    if (told.has(month)) continue;
    const within = [month === present, ...periods.map(({ from, to }) => from <= month && month <= to)].join();
    const first = firsts.get(within) ?? month;
    firsts.set(within, first);
    told.set(month, first);
  }
  return told;
}

/** The last day of a period about which anything can be known: its end, or yesterday while it runs. */
export function knownUntil({ to }: Pick<Period, 'to'>, instant: Date): CivilDate {
  const yesterday = addDays(dateInShanghai(instant), -1);
  return to < yesterday ? to : yesterday;
}

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The period that an address asks for: `period`, or `from` and `to` as months, which win when given.
 * @param usual stands in where nothing is asked, or what is asked cannot be read; then `misread` repeats it
 */
export function askedPeriod(
  { period, from, to }: Parameters,
  usual: string,
  today: CivilDate,
): { period: Period; misread: string | null } {
  const given = (value: string | string[] | undefined) => (value === undefined || value === '' ? null : String(value));
  const [first, last] = [given(from), given(to)];
  const asked = first || last ? `${first ?? last}..${last ?? first}` : given(period);
  const read = asked === null ? null : parsePeriod(asked, today);
  const otherwise = parsePeriod(usual, today) ?? monthOf(today);
  return { period: read ?? otherwise, misread: asked !== null && read === null ? asked.slice(0, 60) : null };
}
