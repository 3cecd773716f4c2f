import 'server-only';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormProblem, FormState, FormValues } from '@/components/ui/form-state';
import type { AppError } from '@/lib/core/errors';

// What actions have in common: reading a form, and answering it.

/** A text of a form; empty when it was not sent. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** Everything typed in a form, to be shown again. Not for forms with secrets, which name what they give back. */
export function typedIn(form: FormData): FormValues {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) {
    // names with a dollar are the framework's
    if (typeof value !== 'string' || name.startsWith('$')) continue;
    typed[name] = [...(typed[name] ?? []), value];
  }
  return typed;
}

/**
 * An expected failure of a command as problems in the reader's words.
 * @param fieldOf the names on the page of those fields that the command knows by another name
 */
export async function problemsOf(
  error: AppError,
  fieldOf: Readonly<Record<string, string>> = {},
): Promise<FormProblem[]> {
  const t = await getTranslations();
  const minutes = Math.ceil((error.retryAfterSeconds ?? 0) / 60);
  const worded = (key: string | undefined, otherwise: string, values = {}) =>
    t(key && t.has(key) ? key : otherwise, { minutes, ...values });
  if (!error.problems?.length) return [{ field: null, message: worded(error.messageKey, 'ui.form.problem.refused') }];
  return error.problems.map(({ path, messageKey, values }) => {
    const field = path.split('.')[0] ?? path;
    return { field: fieldOf[field] ?? field, message: worded(messageKey, 'ui.form.problem.field', values) };
  });
}

/** The form again with what is wrong and with what was typed; a record that is out of scope is not there. */
export async function refused(
  error: AppError,
  values: FormValues = {},
  fieldOf: Readonly<Record<string, string>> = {},
): Promise<FormState> {
  if (error.code === 'NOT_FOUND' && !error.messageKey) notFound();
  return { values, problems: await problemsOf(error, fieldOf) };
}
