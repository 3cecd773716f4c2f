import type { FormProblem } from '@/components/ui/form-state';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import type { SessionValues } from './session-values';

/** What the fields of the form of a session are drawn from. */
export type FieldSource = {
  form: SessionForm;
  /** what the fields begin with */
  values: SessionValues;
  /** what has been typed since, by which fields come and go */
  typed: SessionValues;
  problems: readonly FormProblem[];
};

export const FORM_ID = 'log';

/** The id of a field on the page. */
export const fieldId = (name: string) => `${FORM_ID}-${name}`;

/** What every control takes: its id, its name, what it begins with and what is wrong with it. */
export function controlOf({ values, problems }: FieldSource, name: string) {
  const error = problems.find(({ field }) => field === name)?.message ?? null;
  return { id: fieldId(name), name, error, defaultValue: values[name] ?? '' };
}
