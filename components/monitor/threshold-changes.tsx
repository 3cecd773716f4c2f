import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { inLocale } from '@/lib/i18n/locales';
import type { ThresholdPreview } from '@/lib/monitor/views-schema';
import { ReasonList } from './reason-list';
import { StateMark } from './state-mark';

/** The clinics whose state other thresholds would change. */
export function ThresholdChanges({ changes }: Pick<ThresholdPreview, 'changes'>) {
  const t = useTranslations('monitor.threshold');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('changesCaption')}
      captionHidden
      rows={changes}
      rowKey={({ clinic }) => clinic.id}
      empty={t('noChanges')}
      columns={[
        {
          key: 'clinic',
          header: t('column.clinic'),
          whole: true,
          cell: ({ clinic, centre, district }) => (
            <>
              {inLocale(locale, clinic.name, clinic.nameEn)}
              <span className="block text-sm text-ink-soft">
                {inLocale(locale, district.name, district.nameEn)} · {inLocale(locale, centre.name, centre.nameEn)}
              </span>
            </>
          ),
        },
        { key: 'before', header: t('column.before'), cell: ({ before }) => <StateMark state={before} /> },
        { key: 'after', header: t('column.after'), cell: ({ after }) => <StateMark state={after} /> },
        { key: 'why', header: t('column.why'), wide: true, cell: ({ reasons }) => <ReasonList reasons={reasons} /> },
      ]}
    />
  );
}
