import { type CivilDate, civilDate } from '@/lib/core/dates';

/** How large a generated network is and how long its history. */
export type Scale = {
  stations: number;
  experts: number;
  clinics: number;
  /** the share of clinics that opened in the course of the history */
  openedLate: number;
  /** the weights of clinics with one, two, … lines of schedule */
  lines: readonly number[];
  trainees: number;
  dualEmployed: number;
  /** years of sessions that end with yesterday */
  years: number;
};

/** The network as it was published, with 24 months of sessions. */
export const DEMO_SCALE: Scale = {
  stations: 1_986,
  experts: 70,
  clinics: 134,
  openedLate: 0.14,
  lines: [0.15, 0.85],
  trainees: 286,
  dualEmployed: 116,
  years: 2,
};

/** A whole province's places: 100,000 with 249 centres, four lead and four partner hospitals. */
export const PROVINCE_SCALE: Scale = { ...DEMO_SCALE, stations: 100_000 - 249 - 8 };

/**
 * Ten years of 725 clinics with three to five half-days a week, so that there are a million sessions: what speed is
 * measured with. The published totals do not hold for it.
 */
export const DECADE_SCALE: Scale = {
  stations: 1_986,
  experts: 500,
  clinics: 725,
  openedLate: 0.25,
  lines: [0, 0.05, 0.3, 0.5, 0.15],
  trainees: 1_547,
  dualEmployed: 627,
  years: 10,
};

/** The first day of a history that ends on the eve of `today`: the first of its month, so many years ago. */
export function historyStart(today: CivilDate, years: number): CivilDate {
  return civilDate(`${Number(today.slice(0, 4)) - years}${today.slice(4, 8)}01`);
}
