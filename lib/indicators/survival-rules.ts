import { addDays, type CivilDate, civilDate } from '@/lib/core/dates';
import { type ClinicLife, type Cohort, SURVIVAL_MARKS, type Survival, type SurvivalStep } from './survival-schema';

// How long clinics stay in service: the estimate of Kaplan and Meier (1958) over all of them, because most have not ended
// and were open for different times; and quarter by quarter a plain table.

/** Whole months from one day to another: from the 15th of one month to the 14th of the next is none yet. */
export function wholeMonths(from: CivilDate, to: CivilDate): number {
  const at = (date: CivilDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const months = at(to) - at(from) - (to.slice(8) < from.slice(8) ? 1 : 0);
  return Math.max(0, months);
}

/** The first month without service after the last one with it, or the day a clinic closed, whichever came first. */
export function endOf(
  {
    openedOn,
    closedOn,
    lastHeldMonth,
  }: { openedOn: CivilDate; closedOn: CivilDate | null; lastHeldMonth: CivilDate | null },
  quietSince: CivilDate,
): CivilDate | null {
  const last = lastHeldMonth === null ? openedOn : nextMonth(lastHeldMonth);
  // who opened lately, or held a session lately, is in service
  const quiet = last <= quietSince && openedOn < quietSince ? (last < openedOn ? openedOn : last) : null;
  if (closedOn === null) return quiet;
  return quiet !== null && quiet < closedOn ? quiet : closedOn;
}

function nextMonth(month: CivilDate): CivilDate {
  return civilDate(`${addDays(month, 31).slice(0, 7)}-01`);
}

type Observed = { months: number; ended: boolean };

function observe({ openedOn, endedOn }: ClinicLife, until: CivilDate): Observed {
  return { months: wholeMonths(openedOn, endedOn ?? until), ended: endedOn !== null };
}

/** The 1 − α/2 quantile of the normal distribution at 95 %. */
const NORMAL_95 = 1.959964;

/**
 * The product-limit estimate of Kaplan and Meier, one step for every month in which clinics ended, with Greenwood's
 * variance and an interval on the log-log scale (Kalbfleisch and Prentice), which stays within 0 and 1.
 */
export function kaplanMeier(observed: readonly Observed[]): SurvivalStep[] {
  const months = [...new Set(observed.filter(({ ended }) => ended).map((one) => one.months))].sort((a, b) => a - b);
  let [share, sum] = [1, 0];
  return months.map((month) => {
    const atRisk = observed.filter((one) => one.months >= month).length;
    const ended = observed.filter((one) => one.ended && one.months === month).length;
    share *= 1 - ended / atRisk;
    sum += ended === atRisk ? 0 : ended / (atRisk * (atRisk - ended));
    return { month, atRisk, ended, share, ...interval(share, sum) };
  });
}

function interval(share: number, sum: number): { lower: number; upper: number } {
  if (share <= 0 || share >= 1) return { lower: share, upper: share };
  const error = (NORMAL_95 * Math.sqrt(sum)) / Math.abs(Math.log(share));
  return { lower: share ** Math.exp(error), upper: share ** Math.exp(-error) };
}

/** The quarter a day lies in. */
export function quarterOf(date: CivilDate): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** The clinics by the quarter they opened in. */
export function cohortsOf(lives: readonly ClinicLife[], until: CivilDate): Cohort[] {
  const byQuarter = new Map<string, ClinicLife[]>();
  for (const life of lives) {
    const quarter = quarterOf(life.openedOn);
    byQuarter.set(quarter, [...(byQuarter.get(quarter) ?? []), life]);
  }
  return [...byQuarter]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, list]) => ({
      quarter,
      opened: list.length,
      inService: list.filter(({ endedOn }) => endedOn === null).length,
      after: Object.fromEntries(SURVIVAL_MARKS.map((mark) => [mark, after(list, mark, until)])) as Cohort['after'],
    }));
}

function after(list: readonly ClinicLife[], mark: number, until: CivilDate): number | null {
  if (list.some(({ openedOn }) => wholeMonths(openedOn, until) < mark)) return null;
  const still = list.filter((life) => {
    const { months, ended } = observe(life, until);
    return !ended || months >= mark;
  });
  return (still.length / list.length) * 100;
}

/** Both tellings of the same lives, as they are known until a day. */
export function survivalOf(lives: readonly ClinicLife[], until: CivilDate): Survival {
  const observed = lives.map((life) => observe(life, until));
  return {
    clinics: lives.length,
    ended: lives.filter(({ endedOn }) => endedOn !== null).length,
    longest: observed.reduce((most, { months }) => Math.max(most, months), 0),
    steps: kaplanMeier(observed),
    cohorts: cohortsOf(lives, until),
  };
}
