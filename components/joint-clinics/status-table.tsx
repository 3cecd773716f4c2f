import { useLocale, useTranslations } from 'next-intl';
import { STATUS_TONES } from '@/components/clinics/status-tones';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import type { PlacedPeriod } from '@/lib/joint-clinics/plan-schema';
import { changePath } from './clinic-paths';
import { lastDayOf, PeriodText } from './period-text';

type Props = { clinicId: string; statuses: readonly PlacedPeriod[]; today: CivilDate; mayChange: boolean };

/** Every status a clinic has had or will have, the latest first. */
export function StatusTable({ clinicId, statuses, today, mayChange }: Props) {
  const t = useTranslations('joint-clinics.statuses');
  const term = useTranslations('terms.clinicStatus');
  const locale = useLocale();
  // the first period has nothing before it that could go on
  const first = statuses[0]?.id;
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      rows={statuses.toReversed()}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'status',
          header: t('column.status'),
          cell: ({ status }) => <Badge tone={STATUS_TONES[status]}>{term(status)}</Badge>,
        },
        {
          key: 'period',
          header: t('column.period'),
          wide: true,
          cell: ({ id, validFrom, validTo }) => (
            <>
              <PeriodText from={validFrom} last={lastDayOf(validTo)} />
              {mayChange && validFrom >= today && id !== first && (
                <span className="block">
                  <TextLink
                    href={changePath(locale, clinicId, 'withdrawStatus', { periodId: id })}
                    className="inline-flex min-h-11 items-center"
                  >
                    {t('withdraw')}
                  </TextLink>
                </span>
              )}
            </>
          ),
        },
        {
          key: 'reason',
          header: t('column.reason'),
          wide: true,
          cell: ({ reason, reasonEn }) => inLocale(locale, reason, reasonEn) ?? '',
        },
      ]}
    />
  );
}
