import { useFormatter, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { useCountColumn } from '@/components/ui/table-cells';
import { type MentorComparison, SHARED, type Spread } from '@/lib/training/mentor-schema';

type Row = Spread & { key: (typeof SHARED)[number] };

/** How evenly load and chances are shared, with what the measure means. */
export function FairnessTable({ spreads }: { spreads: MentorComparison['spreads'] }) {
  const t = useTranslations('people.mentors');
  const format = useFormatter();
  const counted = useCountColumn<Row>();
  return (
    <>
      <DataTable
        caption={t('spreadCaption')}
        rows={SHARED.map((key): Row => ({ key, ...spreads[key] }))}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', header: t('spread.what'), wide: true, cell: ({ key }) => t(`shared.${key}`) },
          counted('people', t('spread.people'), ({ people }) => people),
          counted('least', t('spread.least'), ({ least }) => least),
          counted('middle', t('spread.middle'), ({ middle }) => middle),
          counted('most', t('spread.most'), ({ most }) => most),
          counted('none', t('spread.none'), ({ none }) => none),
          {
            key: 'gini',
            header: t('spread.gini'),
            numeric: true,
            cell: ({ gini }) =>
              gini === null ? t('noGini') : format.number(gini, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
          },
        ]}
      />
      <div className="mt-4">
        <Disclosure summary={t('giniTitle')} id="gini">
          <p>{t('giniMeaning')}</p>
          <p className="my-2">{t('giniFormula')}</p>
          <p className="text-sm text-ink-soft">{t('giniSource')}</p>
          <p className="mt-2">{t('settled')}</p>
        </Disclosure>
      </div>
    </>
  );
}
