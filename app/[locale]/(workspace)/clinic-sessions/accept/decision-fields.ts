import 'server-only';
import { getTranslations } from 'next-intl/server';
import { refsOf } from '@/app/[locale]/(workspace)/clinic-sessions/review/rows-answer';
import { textOf } from '@/app/[locale]/form-answer';
import { rowField } from '@/components/clinic-sessions/row-names';
import type { Decision, RowOutcome } from '@/lib/clinic-sessions/review-schema';
import { err, type Result } from '@/lib/core/result';

// The rows of a district's list as its form sends them, and back.

/** What a form decides; rows that are left for later are not in it. */
export function decisionsIn(form: FormData): Decision[] {
  return refsOf(form, 'listed').flatMap((ref): Decision[] => {
    switch (textOf(form, rowField('decision', ref.id))) {
      case 'accept':
        return [{ ...ref, decision: 'accept' }];
      case 'return':
        return [{ ...ref, decision: 'return', reason: textOf(form, rowField('reason', ref.id)) }];
      default:
        return [];
    }
  });
}

/** A refusal whose problems name the fields of rows: `decisions.3.reason` is the reason of the fourth of them. */
export function withRowFields<T>(result: Result<T>, decisions: readonly Decision[]): Result<T> {
  if (result.ok || !result.error.problems) return result;
  const problems = result.error.problems.map((problem) => {
    const [, index, field] = problem.path.split('.');
    const row = decisions[Number(index)];
    return row && field === 'reason' ? { ...problem, path: rowField('reason', row.id) } : problem;
  });
  return err({ ...result.error, problems });
}

/** Says how many were accepted and how many returned. */
export async function doneWords(decisions: readonly Decision[]) {
  const t = await getTranslations('review.accept');
  return (done: readonly RowOutcome[]): string => {
    const returns = new Set(decisions.filter(({ decision }) => decision === 'return').map(({ id }) => id));
    const returned = done.filter(({ id }) => returns.has(id)).length;
    const accepted = done.length - returned;
    const said = [
      ...(accepted > 0 ? [t('accepted', { count: accepted })] : []),
      ...(returned > 0 ? [t('returned', { count: returned })] : []),
    ];
    return said.join(' ') || t('nothing');
  };
}
