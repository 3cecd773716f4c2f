import { getTranslations } from 'next-intl/server';
import type { FormState } from '@/components/auth/form-state';
import type { AppError } from '@/lib/core/errors';

/** A text of a form; empty when it was not sent. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** An expected failure of a command as problems in the reader's words. */
export async function problemsOf(error: AppError): Promise<FormState['problems']> {
  const [t, auth] = await Promise.all([getTranslations('accounts.problem'), getTranslations('auth.signIn')]);
  const worded = (key: string | undefined) => {
    const known = key?.replace(/^accounts\.problem\./, '') ?? '';
    return t.has(known) ? t(known) : t('notNow');
  };
  if (error.problems)
    return error.problems.map(({ path, messageKey }) => ({ field: path, message: worded(messageKey) }));
  if (error.retryAfterSeconds !== undefined)
    return [{ field: null, message: auth('locked', { minutes: Math.ceil(error.retryAfterSeconds / 60) }) }];
  return [{ field: null, message: worded(error.messageKey) }];
}

/** What a refused form comes back with. */
export async function refused(error: AppError, values: FormState['values'] = {}): Promise<FormState> {
  return { values, problems: await problemsOf(error) };
}
