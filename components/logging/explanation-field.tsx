import { useTranslations } from 'next-intl';
import { TextAreaField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TEXT_LIMIT } from '@/lib/clinic-sessions/schema';
import { controlOf, type FieldSource } from './field-source';
import { wordedProblem } from './problem-words';
import type { CheckedForm } from './session-checks';

type Props = { source: FieldSource; checked: CheckedForm };

/** What looks unusual in the form, said while it is typed, and the place to explain it. */
export function ExplanationField({ source, checked }: Props) {
  const t = useTranslations();
  const { typed, problems } = source;
  // what stops the form is said at once where it is no mere gap that is still to be filled
  const stopping = checked.content === null ? [] : checked.hard;
  const asked = checked.soft.length > 0 || Boolean(typed.explanation?.trim());
  const refused = problems.some(({ field }) => field === 'explanation');
  return (
    <>
      <div aria-live="polite" className="empty:absolute">
        {stopping.map((problem) => (
          <Notice key={problem.messageKey} kind="stop">
            <p>{wordedProblem(t, problem)}</p>
          </Notice>
        ))}
        {checked.soft.length > 0 && (
          <Notice kind="warning" title={t('logging.checks.soft')}>
            {checked.soft.map((problem) => (
              <p key={problem.messageKey}>{wordedProblem(t, problem)}</p>
            ))}
          </Notice>
        )}
      </div>
      <div className={asked || refused ? undefined : 'scripting:hidden'}>
        <TextAreaField
          {...controlOf(source, 'explanation')}
          label={t('sessions.field.explanation')}
          hint={t('logging.texts.explanationHint')}
          rows={2}
          maxLength={TEXT_LIMIT}
        />
      </div>
    </>
  );
}
