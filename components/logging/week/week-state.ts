import type { FormProblem } from '@/components/ui/form-state';
import type { RowValues } from './row-values';

/** What became of a row that was sent. */
export type RowOutcome = 'saved' | 'waiting' | 'wrong' | 'conflict';

/** One row as it stands after it was sent, or after another was; `problems` name fields of the row. */
export type RowState = {
  row: RowValues;
  outcome: RowOutcome | null;
  version: number | null;
  problems: readonly FormProblem[];
};

/** The rows of a week by their slots. */
export type WeekState = Readonly<Record<string, RowState>>;

export type WeekAction = (previous: WeekState, data: FormData) => Promise<WeekState>;

export const FRESH_WEEK: WeekState = {};

/** The name of the button that sends one row, and what it says for all of them. */
export const ROW_BUTTON = 'row';
export const ALL_ROWS = 'all';
