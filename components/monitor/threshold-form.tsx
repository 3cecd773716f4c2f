import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { InputField } from '@/components/ui/field';
import type { FormProblem } from '@/components/ui/form-state';
import { localePath } from '@/lib/i18n/locales';
import { THRESHOLD_NAMES, type ThresholdName } from '@/lib/monitor/schema';

type Props = { values: Readonly<Record<ThresholdName, unknown>>; problems: readonly FormProblem[] };

/** Every threshold; the answer is a page that shows what would change before anything is saved. */
export function ThresholdForm({ values, problems }: Props) {
  const t = useTranslations('monitor.threshold');
  const ui = useTranslations('ui.form');
  const locale = useLocale();
  return (
    <>
      {problems.length > 0 && (
        <ErrorSummary
          id="threshold-problems"
          title={ui('errorTitle')}
          problems={problems.map(({ field, message }) => ({ fieldId: `threshold-${field}`, message }))}
        />
      )}
      <form method="get" action={localePath(locale, '/monitor/thresholds')} className="no-print grid gap-4">
        <div className="grid items-end gap-4 sm:not-senior:grid-cols-2 lg:not-senior:grid-cols-3">
          {THRESHOLD_NAMES.map((name) => (
            <InputField
              key={name}
              id={`threshold-${name}`}
              name={name}
              inputMode="numeric"
              maxLength={4}
              label={t(`name.${name}`)}
              error={problems.find(({ field }) => field === name)?.message ?? null}
              defaultValue={String(values[name])}
            />
          ))}
        </div>
        <p>
          <Button>{t('show')}</Button>
        </p>
      </form>
    </>
  );
}
