import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { inLocale } from '@/lib/i18n/locales';
import type { StageStepView } from '@/lib/registry/stages/stage-schema';
import { StageBadge } from './stage-table';

/** The steps of a record, the latest first, with who took each and why. */
export function StageHistory({ steps }: { steps: readonly StageStepView[] }) {
  const t = useTranslations('stages.history');
  const locale = useLocale();
  return (
    <ol className="grid gap-3">
      {steps.map(({ stage, beganOn, reason, reasonEn, byName }) => (
        <li key={beganOn} className="border-l-4 border-line pl-3">
          <p className="flex flex-wrap items-center gap-2">
            <DateText date={beganOn} year />
            <StageBadge stage={stage} />
            <span className="text-ink-soft">{byName ? t('by', { name: byName }) : t('carried')}</span>
          </p>
          {reason && <p className="break-words">{inLocale(locale, reason, reasonEn ?? reason)}</p>}
        </li>
      ))}
    </ol>
  );
}
