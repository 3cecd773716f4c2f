import type { CivilDate } from '@/lib/core/dates';

/** The later of two dates. */
export function laterOf(one: CivilDate, other: CivilDate): CivilDate {
  return [one, other].sort()[1] ?? one;
}

/** The earlier of two dates. */
export function earlierOf(one: CivilDate, other: CivilDate): CivilDate {
  return [one, other].sort()[0] ?? one;
}
