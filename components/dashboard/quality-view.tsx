import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ChartFigure } from '@/components/charts/chart-figure';
import { chartWords } from '@/components/charts/chart-words';
import { qualityChart } from '@/components/charts/quality-chart';
import { ChartLinks } from '@/components/exports/chart-links';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Section } from '@/components/ui/section';
import { inLocale } from '@/lib/i18n/locales';
import type { Period } from '@/lib/indicators/period-rules';
import {
  QUALITY_DIMENSIONS,
  type Quality,
  type QualityDimension,
  type QualityRow,
} from '@/lib/indicators/quality-schema';
import { useFigureText } from './figure-text';
import { recordsPath } from './unit-path';
import { viewPath } from './view-path';

const PERCENT = { unit: 'percent', decimals: 1 } as const;

/** The records that a dimension finds wanting, as the list is asked for them; nothing stands for what was not logged. */
const ROWS: Partial<Record<QualityDimension, Readonly<Record<string, string>>>> = {
  timeliness: { late: '1' },
  confirmed: { held: 'held', state: 'submitted' },
  consistency: { state: 'disputed' },
};

type Props = { quality: Quality; period: Period };

/** How good the records of a unit are, in four dimensions, and centre by centre. */
export function QualityView({ quality: { whole, groups }, period }: Props) {
  const t = useTranslations('views.quality');
  const charts = useTranslations('charts');
  const locale = useLocale();
  const text = useFigureText();
  const named = ({ unit }: QualityRow) => inLocale(locale, unit.name, unit.nameEn);
  const drawing = qualityChart(whole, chartWords(locale, charts, useFormatter()), (one) => t(`${one}.name`));
  const columns: Column<QualityRow>[] = [
    {
      key: 'unit',
      header: t('unit'),
      cell: (row) => (
        <a href={viewPath(locale, 'quality', { unit: row.unit, period })} className="text-link">
          {named(row)}
        </a>
      ),
    },
    ...QUALITY_DIMENSIONS.map(
      (dimension): Column<QualityRow> => ({
        key: dimension,
        header: t(`${dimension}.name`),
        numeric: true,
        cell: ({ unit, figures }) => {
          const figure = figures[dimension];
          const ask = ROWS[dimension];
          const short = figure.value !== null && figure.value < 100;
          const words = text.figure(figure, PERCENT);
          if (!ask || !short) return words;
          return (
            <a href={recordsPath(locale, unit, period, ask)} className="text-link">
              {words}
            </a>
          );
        },
      }),
    ),
  ];
  return (
    <>
      <Section id="dimensions" title={t('dimensions')}>
        <div className="grid items-start gap-4 lg:grid-cols-2 print:grid-cols-2">
          <ChartFigure
            drawing={drawing}
            tableLabel={charts('tableLabel')}
            actions={<ChartLinks unit={whole.unit} period={period} chart="quality" />}
          />
          <dl className="grid gap-3">
            {QUALITY_DIMENSIONS.map((dimension) => (
              <div key={dimension}>
                <dt className="font-medium">{t(`${dimension}.name`)}</dt>
                <dd className="text-ink-soft">{t(`${dimension}.tells`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Section>
      {groups.length === 0 && <p className="mt-6">{t('none')}</p>}
      {groups.map((group) => (
        <Section key={group.whole.unit.code} id={`of-${group.whole.unit.code}`} title={named(group.whole)}>
          <DataTable
            caption={t('caption', { name: named(group.whole) })}
            captionHidden
            columns={columns}
            rows={group.rows.length > 1 ? [...group.rows, group.whole] : group.rows}
            rowKey={({ unit }) => `${unit.level}/${unit.code}`}
          />
        </Section>
      ))}
    </>
  );
}
