import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { inLocale } from '@/lib/i18n/locales';
import type { PublicUnit } from '@/lib/indicators/public-figures-schema';
import type { IndicatorDefinition } from '@/lib/indicators/schema';
import { usePublicFigureText } from './public-figure-text';

type Props = { definition: IndicatorDefinition; units: readonly PublicUnit[]; caption: string };

/** One indicator by unit, in the order of the network: no rank. Units that it is not told for are left out. */
export function UnitFigures({ definition, units, caption }: Props) {
  const t = useTranslations('figures');
  const locale = useLocale();
  const format = useFormatter();
  const text = usePublicFigureText();
  const figureOf = ({ figures }: PublicUnit) => figures.get(definition.id);
  const rows = units.filter((one) => figureOf(one)?.missing !== 'not_at_this_level');
  const part = (value: number | null | undefined) =>
    value === null || value === undefined ? '—' : format.number(value);
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ unit }) => unit.code}
      empty={t('notTold')}
      columns={[
        {
          key: 'unit',
          header: t('column.unit'),
          cell: ({ unit, allianceCode }) => (
            <span className={unit.level === 'district' ? 'ps-4' : 'font-semibold'}>
              {inLocale(locale, unit.name, unit.nameEn)}
              {unit.level === 'district' && allianceCode === null && ` ${t('noAlliance')}`}
            </span>
          ),
        },
        {
          key: 'value',
          header: t('column.value'),
          numeric: true,
          cell: (one) => {
            const figure = figureOf(one);
            return figure && text(figure, definition);
          },
        },
        ...(definition.unit === 'count'
          ? []
          : (['numerator', 'denominator'] as const).map((side) => ({
              key: side,
              header: t(`column.${side}`),
              numeric: true,
              cell: (one: PublicUnit) => part(figureOf(one)?.[side]),
            }))),
      ]}
    />
  );
}
