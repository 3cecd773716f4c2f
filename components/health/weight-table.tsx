import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { PROFILE_FIELDS, PROFILE_WEIGHTS, WEIGHTS_REVIEWED_ON } from '@/lib/registry/health/health-schema';

/** What each part of a profile counts, and why. */
export function WeightTable() {
  const t = useTranslations('health');
  return (
    <Disclosure summary={t('weights.title')}>
      <p className="mb-3 max-w-prose text-ink-soft">{t('weights.lead', { on: WEIGHTS_REVIEWED_ON })}</p>
      <DataTable
        caption={t('weights.caption')}
        captionHidden
        rows={PROFILE_FIELDS}
        rowKey={(field) => field}
        columns={[
          { key: 'field', header: t('weights.field'), cell: (field) => t(`field.${field}`) },
          {
            key: 'centre',
            header: t('weights.centre'),
            numeric: true,
            cell: (field) => PROFILE_WEIGHTS.community_centre[field],
          },
          {
            key: 'station',
            header: t('weights.station'),
            numeric: true,
            cell: (field) => PROFILE_WEIGHTS.service_station[field],
          },
          { key: 'why', header: t('weights.why'), wide: true, cell: (field) => t(`why.${field}`) },
        ]}
      />
    </Disclosure>
  );
}
