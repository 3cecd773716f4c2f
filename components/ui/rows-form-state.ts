import type { FormState } from './form-state';

/** A row of a list that was not dealt with, and why; `href` leads to it, for it may no longer stand in the list. */
export type RowRefusal = { key: string; href: string | null; message: string };

/** What a form around a list is answered with: what was done, and which rows were not. */
export type RowsFormState = FormState & {
  done: string | null;
  refusals: readonly RowRefusal[];
  /** fields whose words were sent and are empty again, although their row stays */
  sent: readonly string[];
};

export type RowsFormAction = (previous: RowsFormState, form: FormData) => Promise<RowsFormState>;

/** A list that nobody has answered yet. */
export const FRESH_ROWS: RowsFormState = { values: null, problems: [], done: null, refusals: [], sent: [] };

/** Whether there is something to say above the list. */
export function hasResult({ done, refusals }: RowsFormState): boolean {
  return done !== null || refusals.length > 0;
}
