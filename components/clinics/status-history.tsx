import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '@/components/ui/date-text';
import { Disclosure } from '@/components/ui/disclosure';
import { inLocale } from '@/lib/i18n/locales';
import type { StatusPeriod } from '@/lib/joint-clinics/schema';

/** Every status a clinic has had, latest first; nothing where there was only one. */
export function StatusHistory({ history }: { history: readonly StatusPeriod[] }) {
  const t = useTranslations('clinics.history');
  const term = useTranslations('terms.clinicStatus');
  const locale = useLocale();
  if (history.length < 2) return null;
  return (
    <div className="mt-4">
      <Disclosure summary={t('title')}>
        <ol className="grid gap-2">
          {history.toReversed().map((period) => {
            const reason = inLocale(locale, period.reason, period.reasonEn);
            return (
              <li key={period.validFrom}>
                <DateText date={period.validFrom} year weekday="none" /> {term(period.status)}
                {reason && <span className="text-ink-soft"> · {reason}</span>}
              </li>
            );
          })}
        </ol>
      </Disclosure>
    </div>
  );
}
