import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { DateText } from '@/components/ui/date-text';
import { DemoMark } from '@/components/ui/origin-mark';
import { TwoLines } from '@/components/ui/table-cells';
import { inLocale } from '@/lib/i18n/locales';
import type { WorkstationListed } from '@/lib/training/workstation-schema';

/** Workstations with their team and its hospital, the centre they are in, and since when. */
export function WorkstationTable({ workstations }: { workstations: readonly WorkstationListed[] }) {
  const t = useTranslations('people.workstations');
  const locale = useLocale();
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
  return (
    <DataTable
      caption={t('caption')}
      empty={t('empty')}
      rows={workstations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'team',
          header: t('column.team'),
          wide: true,
          cell: ({ team, hospital, demonstration }) => (
            <>
              <TwoLines note={named(hospital)}>{named(team)}</TwoLines>
              {demonstration && <DemoMark />}
            </>
          ),
        },
        {
          key: 'centre',
          header: t('column.centre'),
          wide: true,
          cell: ({ centre, district }) => <TwoLines note={named(district)}>{named(centre)}</TwoLines>,
        },
        {
          key: 'since',
          header: t('column.since'),
          cell: ({ from, to, open }) => (
            <span className="grid gap-1">
              <DateText date={from} weekday="none" year />
              {to !== null && (
                <span className="text-sm">
                  {t('until')} <DateText date={to} weekday="none" year />
                </span>
              )}
              {!open && <Badge>{t('notOpen')}</Badge>}
            </span>
          ),
        },
      ]}
    />
  );
}
