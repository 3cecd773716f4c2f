import type { ProblemCode } from './problem-schema';

/** A time, until the day `to` (exclusive), in which an entry excludes all others of its group. */
export type Span = {
  group: string;
  from: string;
  to: string | null;
  /** where it is told that another was there before, and how */
  column: string;
  code: ProblemCode;
  /** what else could stand in that cell; without it the day on which the other ends */
  suggestion?: string;
};
