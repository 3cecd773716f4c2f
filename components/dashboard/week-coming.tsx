import { useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { DateText } from '@/components/ui/date-text';
import { dayText } from '@/components/ui/date-words';
import { Section } from '@/components/ui/section';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { ComingStop, WeekDigest } from '@/lib/indicators/week-schema';

/** What is planned for the week after a digest, and what is called off. */
export function WeekComing({ coming: { week, expected, stops } }: Pick<WeekDigest, 'coming'>) {
  const t = useTranslations('views.week');
  const terms = useTranslations('terms');
  const locale = useLocale();
  const columns: Column<ComingStop>[] = [
    {
      key: 'clinic',
      header: t('clinic'),
      wide: true,
      cell: ({ clinicId, clinicName, clinicNameEn, centreName, centreNameEn }) => (
        <>
          <a href={localePath(locale, `/joint-clinics/${clinicId}`)} className="text-link">
            {inLocale(locale, clinicName, clinicNameEn)}
          </a>
          <span className="block text-sm text-ink-soft">{inLocale(locale, centreName, centreNameEn)}</span>
        </>
      ),
    },
    {
      key: 'date',
      header: t('date'),
      cell: ({ date, half }) => (
        <>
          <DateText date={date} /> {terms(`half.${half}`)}
        </>
      ),
    },
    {
      key: 'cause',
      header: t('cause'),
      cell: ({ cause, reason, reasonEn }) => {
        const word = cause === 'suspended' ? t('suspended') : t('removed');
        const why = reason === null ? null : inLocale(locale, reason, reasonEn);
        return why ? t('causeWith', { cause: word, reason: why }) : word;
      },
    },
  ];
  return (
    <Section id="coming" title={t('coming', { from: dayText(locale, week.from), to: dayText(locale, week.to) })}>
      <p className="mb-3">{t('expected', { count: expected })}</p>
      {stops.length === 0 ? (
        <p className="text-ink-soft">{t('noStops')}</p>
      ) : (
        <DataTable
          caption={t('stops')}
          columns={columns}
          rows={stops}
          rowKey={({ clinicId, date, half }) => `${clinicId}/${date}/${half}`}
        />
      )}
    </Section>
  );
}
