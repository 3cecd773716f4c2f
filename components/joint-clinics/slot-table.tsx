import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { CivilDate } from '@/lib/core/dates';
import type { PlacedLine } from '@/lib/joint-clinics/plan-schema';
import type { ExpertNamed } from '@/lib/joint-clinics/views-schema';
import { changePath } from './clinic-paths';
import { PeriodText } from './period-text';
import { NamedExpert, SlotText } from './slot-text';

type Props = {
  clinicId: string;
  lines: readonly PlacedLine[];
  named: readonly ExpertNamed[];
  today: CivilDate;
  caption: string;
  empty: string;
  mayChange: boolean;
};

/** The weekly slots of a clinic, running, coming or past, each with what may be done about it. */
export function SlotTable({ clinicId, lines, named, today, caption, empty, mayChange }: Props) {
  const t = useTranslations('joint-clinics.slots');
  const locale = useLocale();
  const action = {
    key: 'action',
    header: t('column.action'),
    label: '',
    cell: ({ id }: PlacedLine) => (
      <span className="flex flex-wrap gap-x-4">
        {(['changeLine', 'endLine'] as const).map((kind) => (
          <TextLink
            key={kind}
            href={changePath(locale, clinicId, kind, { lineId: id })}
            className="inline-flex min-h-11 items-center"
          >
            {t(kind)}
          </TextLink>
        ))}
      </span>
    ),
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      empty={empty}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'slot',
          header: t('column.slot'),
          wide: true,
          cell: (line) => (
            <span className="flex flex-wrap items-center gap-x-2">
              <span>
                <SlotText slot={line} />
              </span>
              {line.validFrom > today && <Badge tone="info">{t('coming')}</Badge>}
            </span>
          ),
        },
        {
          key: 'expert',
          header: t('column.expert'),
          cell: ({ expertId }) => <NamedExpert id={expertId} named={named} />,
        },
        {
          key: 'period',
          header: t('column.period'),
          cell: ({ validFrom, validTo }) => <PeriodText from={validFrom} last={validTo} />,
        },
        ...(mayChange ? [action] : []),
      ]}
    />
  );
}
