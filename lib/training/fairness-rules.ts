import type { CivilDate } from '@/lib/core/dates';
import type { Gap, Spread, TraineeChance } from './mentor-schema';

// How evenly something is shared among people, and who had no chance.

/**
 * The Gini coefficient: half the mean difference between any two people, in parts of the mean. 0 means that all have the
 * same, near 1 that one has everything; null where nobody has any. C. Gini, Variabilità e mutabilità, 1912.
 */
export function gini(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const sum = sorted.reduce((total, value) => total + value, 0);
  if (sum <= 0) return null;
  const count = sorted.length;
  const weighted = sorted.reduce((total, value, index) => total + (2 * (index + 1) - count - 1) * value, 0);
  return weighted / (count * sum);
}

/** Least, middle and most of some counts; the middle of an even number of them is the mean of two. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (index: number) => sorted[index] ?? 0;
  return {
    people: sorted.length,
    least: at(0),
    middle: sorted.length === 0 ? 0 : (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    most: at(sorted.length - 1),
    none: sorted.filter((value) => value === 0).length,
    gini: gini(sorted),
  };
}

/** The first day of the last so many months, the present one included. */
export function startOfLast(months: number, today: CivilDate): CivilDate {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as CivilDate;
}

/** Whoever learns in the present clinics since before the day had the time for a chance. */
export function hadTime({ since }: Pick<TraineeChance, 'since'>, day: CivilDate): boolean {
  return since !== null && since <= day;
}

/** Trainees to look after first: without leading for six months though there was time, without a clinic, without a mentor. */
export function gapsOf(trainees: readonly TraineeChance[], six: CivilDate): Record<Gap, TraineeChance[]> {
  return {
    noLeading: trainees.filter((trainee) => hadTime(trainee, six) && trainee.ledLately === 0),
    noClinic: trainees.filter(({ since }) => since === null),
    noMentor: trainees.filter(({ mentor }) => mentor === null),
  };
}
