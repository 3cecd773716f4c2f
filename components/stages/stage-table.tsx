import { useLocale, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { DateText } from '@/components/ui/date-text';
import { TwoLines } from '@/components/ui/table-cells';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import { stepName } from '@/lib/registry/stages/stage-rules';
import type { Stage, StageRecordView } from '@/lib/registry/stages/stage-schema';
import { stagesPath } from './stage-paths';

const TONES: Record<Stage, Tone> = {
  ...({ planned: 'neutral', building: 'accent', district_accepted: 'info', city_accepted: 'info' } as const),
  ...({ operating: 'success', suspended: 'warning', closed: 'danger' } as const),
};

/** Where something stands. */
export function StageBadge({ stage }: { stage: Stage }) {
  const t = useTranslations('stages.stage');
  return <Badge tone={TONES[stage]}>{t(stage)}</Badge>;
}

/** Records with where they stand and what the reader may do next, each leading to its history. */
export function StageTable({ records }: { records: readonly StageRecordView[] }) {
  const t = useTranslations('stages');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('list.title')}
      captionHidden
      empty={t('list.empty')}
      rows={records}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('column.name'),
          wide: true,
          cell: ({ id, kind, name, nameEn, centre }) => (
            <TwoLines note={inLocale(locale, centre.name, centre.nameEn)}>
              <TextLink href={stagesPath(locale, { kind, record: id })} className="inline-flex min-h-11 items-center">
                {inLocale(locale, name, nameEn)}
              </TextLink>
            </TwoLines>
          ),
        },
        { key: 'stage', header: t('column.stage'), cell: ({ stage }) => <StageBadge stage={stage} /> },
        { key: 'since', header: t('column.since'), cell: ({ since }) => <DateText date={since} year /> },
        {
          key: 'next',
          header: t('column.next'),
          wide: true,
          cell: ({ next, holder, ...record }) => {
            const names = next.map((stage) => t(`step.${stepName(record, stage)}`));
            return names.length > 0 ? names.join(t('list.or')) : t(`holder.${holder ?? 'nobody'}`);
          },
        },
      ]}
    />
  );
}
