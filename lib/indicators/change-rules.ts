import type { CivilDate } from '@/lib/core/dates';
import type { IndicatorId, UnitNamed } from './schema';

// What changed (ours): the last three whole months of a rate, taken together, against the months before, taken together.
// Months are pooled, which smooths them by the sessions they have. A change counts when it is larger than chance among all
// that was looked at, and large enough to matter.

/** The rates that are compared: each hardly depends on the season, and none waits for others to confirm. */
export const WATCHED_INDICATORS = [
  'held_rate',
  'on_time_rate',
  'expert_attendance_rate',
  'trainee_attendance_rate',
  'trainee_led_share',
  'visits_per_held_session',
] as const satisfies readonly IndicatorId[];
export type WatchedIndicator = (typeof WATCHED_INDICATORS)[number];

/** A month's numerator and denominator. */
export type MonthParts = { month: CivilDate; numerator: number; denominator: number };
export type ChangeSeries = { unit: UnitNamed; indicatorId: WatchedIndicator; months: readonly MonthParts[] };

export type Change = {
  unit: UnitNamed;
  indicatorId: WatchedIndicator;
  /** percentages from 0 to 100, as figures have them */
  now: number;
  before: number;
  /** whole months, first days */
  recent: { from: CivilDate; to: CivilDate };
  earlier: { from: CivilDate; to: CivilDate };
};

/** So many months are the present, taken together. */
export const RECENT_MONTHS = 3;
const LEAST_EARLIER_MONTHS = 4;
/** Fewer than this say nothing of a rate. */
const LEAST_RECENT = 12;
const LEAST_EARLIER = 24;
/** A change this small is not worth a line: points of a percentage, or a part of a ratio. */
const LEAST_POINTS = 5;
const LEAST_PART = 0.1;
/** How likely chance alone may bring any line at all. */
const CHANCE = 0.05;

/**
 * How many standard errors a change must be, so that the chance of any false one among so many looked at is at most 5 %:
 * P(|Z| ≥ z) ≤ exp(−z²/2) (Chernoff), times the number (Bonferroni).
 */
export function leastErrors(lookedAt: number): number {
  return Math.sqrt(2 * Math.log(Math.max(1, lookedAt) / CHANCE));
}

function pooled(months: readonly MonthParts[]): { numerator: number; denominator: number } {
  return months.reduce(
    (sum, { numerator, denominator }) => ({
      numerator: sum.numerator + numerator,
      denominator: sum.denominator + denominator,
    }),
    { numerator: 0, denominator: 0 },
  );
}

/** A change of one series in standard errors; null when there is too little to compare. */
export function changeOf(series: ChangeSeries): (Change & { errors: number }) | null {
  const { unit, indicatorId, months } = series;
  const [recent, earlier] = [months.slice(-RECENT_MONTHS), months.slice(0, -RECENT_MONTHS)];
  const [first, last, start, end] = [earlier[0], earlier.at(-1), recent[0], recent.at(-1)];
  if (!first || !last || !start || !end) return null;
  const told = earlier.filter(({ denominator }) => denominator > 0);
  const [present, past] = [pooled(recent), pooled(earlier)];
  if (told.length < LEAST_EARLIER_MONTHS) return null;
  if (present.denominator < LEAST_RECENT || past.denominator < LEAST_EARLIER) return null;
  const ratio = indicatorId === 'visits_per_held_session';
  const [now, before] = [present.numerator / present.denominator, past.numerator / past.denominator];
  const variance = ratio ? Math.max(before, 1 / past.denominator) : varianceOfShare(past);
  const spread = Math.max(1, dispersion(told, before, variance));
  const error = Math.sqrt(variance * spread * (1 / present.denominator + 1 / past.denominator));
  const times = ratio ? 1 : 100;
  return {
    unit,
    indicatorId,
    now: now * times,
    before: before * times,
    recent: { from: start.month, to: end.month },
    earlier: { from: first.month, to: last.month },
    errors: (now - before) / error,
  };
}

/** Of one session; a share of 0 or 1 is not taken for certain (half a session is added to either side). */
function varianceOfShare({ numerator, denominator }: { numerator: number; denominator: number }): number {
  const share = (numerator + 0.5) / (denominator + 1);
  return share * (1 - share);
}

/** How much more the earlier months differ among themselves than sessions by chance (Laney's correction of p and u charts, 2002). */
function dispersion(months: readonly MonthParts[], rate: number, variance: number): number {
  const squares = months.map(
    ({ numerator, denominator }) => (numerator - rate * denominator) ** 2 / (variance * denominator),
  );
  return squares.reduce((sum, square) => sum + square, 0) / Math.max(1, months.length - 1);
}

function matters({ indicatorId, now, before }: Change): boolean {
  return indicatorId === 'visits_per_held_session'
    ? Math.abs(now - before) >= before * LEAST_PART
    : Math.abs(now - before) >= LEAST_POINTS;
}

/**
 * The changes that stand out most, the surest first and at most one of a unit, so that one place does not fill the list.
 * @param most how many at most
 */
export function changesIn(series: readonly ChangeSeries[], most: number): Change[] {
  const compared = series.flatMap((one) => changeOf(one) ?? []);
  const least = leastErrors(compared.length);
  const sure = compared
    .filter((change) => Math.abs(change.errors) >= least && matters(change))
    .sort((a, b) => Math.abs(b.errors) - Math.abs(a.errors));
  const units = new Set<string>();
  return sure
    .filter(({ unit }) => {
      const key = `${unit.level}/${unit.code}`;
      return !units.has(key) && units.add(key);
    })
    .slice(0, most)
    .map(({ errors: _errors, ...change }) => change);
}
