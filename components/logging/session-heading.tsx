import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ClockRange, DateText } from '@/components/ui/date-text';
import { PageHeading } from '@/components/ui/page-heading';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { inLocale } from '@/lib/i18n/locales';

/** Which session the form is of: clinic, date, half-day and who was planned. */
export function SessionHeading({ form }: { form: SessionForm }) {
  const t = useTranslations('logging.heading');
  const halves = useTranslations('terms.half');
  const sessions = useTranslations('sessions');
  const locale = useLocale();
  const { clinic, date, half, planned, plannedExpert, record } = form;
  return (
    <PageHeading
      title={inLocale(locale, clinic.name, clinic.nameEn)}
      lead={
        <>
          <span className="block text-lg font-medium text-ink">
            <DateText date={date} weekday="long" /> {halves(half)}
            {planned && (
              <span className="ms-2 font-normal text-ink-soft">
                <ClockRange from={planned.startsMinute} to={planned.endsMinute} />
              </span>
            )}
          </span>
          <span className="block">
            {plannedExpert
              ? `${t('expert')} ${inLocale(locale, plannedExpert.name, plannedExpert.nameEn)}`
              : t('nobodyPlanned')}
            {clinic.room && ` · ${t('room')} ${clinic.room}`}
          </span>
        </>
      }
    >
      {!planned && <Badge tone="warning">{t('extra')}</Badge>}
      {record && <Badge tone="info">{sessions(`stateShort.${record.state}`)}</Badge>}
    </PageHeading>
  );
}
