import { useTranslations } from 'next-intl';
import { DateText, InstantText } from '@/components/ui/date-text';
import { civilDateSchema } from '@/lib/core/dates';
import type { ChangeSeen } from '@/lib/registry/changes/change-schema';

/** An approval's text is the day from which it holds. */
function dayOr(text: string): React.ReactNode {
  const day = civilDateSchema.safeParse(text);
  return day.success ? <DateText date={day.data} year /> : text;
}

/** What was done with a request, by whom and when, with the words they gave. */
export function ChangeHistory({ steps }: Pick<ChangeSeen, 'steps'>) {
  const t = useTranslations('changes');
  return (
    <ol className="grid gap-3">
      {steps.map(({ kind, text, byName, at, version }) => (
        <li key={`${version}-${kind}`} className="border-l-4 border-line pl-3">
          <p>
            <strong className="font-semibold">{t(`step.${kind}`)}</strong> · {byName ?? t('history.portal')} ·{' '}
            <InstantText at={at} />
          </p>
          {text && <p className="break-words whitespace-pre-wrap text-ink-soft">{dayOr(text)}</p>}
        </li>
      ))}
    </ol>
  );
}
