import type { useTranslations } from 'next-intl';
import type { FieldProblem } from '@/lib/core/errors';

/** A translator over whole keys, of the browser or of the server. */
export type Words = Pick<ReturnType<typeof useTranslations<never>>, 'has'> &
  ((key: string, values?: Record<string, string | number>) => string);

/** A problem in the reader's words. */
export function wordedProblem(t: Words, { messageKey, values }: Pick<FieldProblem, 'messageKey' | 'values'>): string {
  return t.has(messageKey) ? t(messageKey, values) : t('ui.form.problem.field');
}

/** Problems by field in the reader's words. */
export function wordedProblems(t: Words, problems: readonly (FieldProblem & { field: string | null })[]) {
  return problems.map((problem) => ({ field: problem.field, message: wordedProblem(t, problem) }));
}
