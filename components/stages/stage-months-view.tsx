import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ChartFigure } from '@/components/charts/chart-figure';
import { chartWords } from '@/components/charts/chart-words';
import { movesChart, wayChart } from '@/components/charts/stage-charts';
import { type Column, DataTable } from '@/components/ui/data-table';
import { monthText } from '@/components/ui/date-words';
import { inLocale } from '@/lib/i18n/locales';
import { reachedIn } from '@/lib/registry/stages/stage-month-rules';
import { STAGES, type StageMonths, type StagePoint, type StageUnit } from '@/lib/registry/stages/stage-schema';

const ON_WAY = ['planned', 'building', 'district_accepted', 'city_accepted'] as const;

/** Progress by month: what is on its way, what opened and closed, the numbers behind both, and districts today. */
export function StageMonthsView({ progress }: { progress: StageMonths }) {
  const t = useTranslations('stages.months');
  const charts = useTranslations('charts');
  const stage = useTranslations('stages.stage');
  const format = useFormatter();
  const locale = useLocale();
  const { kind, whole, districts } = progress;
  const words = chartWords(locale, charts, format);
  const counts = <Row,>(pointOf: (row: Row) => StagePoint | undefined): Column<Row>[] => [
    ...STAGES.map((one) => ({
      key: one,
      header: stage(one),
      numeric: true,
      cell: (row: Row) => format.number(pointOf(row)?.[one] ?? 0),
    })),
    ...(['opened', 'closedIn'] as const).map((key) => ({
      key,
      header: t(key),
      numeric: true,
      cell: (row: Row) => format.number(pointOf(row)?.[key] ?? 0),
    })),
    {
      key: 'reached',
      header: t('reached'),
      numeric: true,
      cell: (row: Row) => {
        const point = pointOf(row);
        return format.number(point ? reachedIn(kind, point) : 0);
      },
    },
  ];
  const now = whole.points.at(-1);
  const onWay = whole.points.some((point) => ON_WAY.some((one) => point[one] > 0));
  const moved = whole.points.some(({ opened, closedIn }) => opened + closedIn > 0);
  return (
    <>
      {whole.target && now && (
        <p className="mb-3">
          {t('towards', {
            reached: reachedIn(kind, now),
            target: whole.target.value,
            share: Math.round((reachedIn(kind, now) / Math.max(1, whole.target.value)) * 100),
            until: whole.target.until,
          })}
        </p>
      )}
      {/* a drawing of nothing but zeros says less than a sentence */}
      {!onWay && <p className="mb-3">{t('noneOnWay')}</p>}
      {!moved && <p className="mb-3">{t('noMoves')}</p>}
      <div className="mb-4 grid items-start gap-4 lg:not-senior:grid-cols-2">
        {onWay && <ChartFigure drawing={wayChart(whole.points, words)} tableLabel={charts('tableLabel')} />}
        {moved && <ChartFigure drawing={movesChart(whole.points, words)} tableLabel={charts('tableLabel')} />}
      </div>
      <DataTable
        compares
        caption={t('byMonth')}
        columns={[
          {
            key: 'month',
            header: t('month'),
            whole: true,
            cell: ({ month }: StagePoint) => <time dateTime={month.slice(0, 7)}>{monthText(locale, month)}</time>,
          },
          ...counts<StagePoint>((point) => point),
        ]}
        rows={whole.points.toReversed()}
        rowKey={({ month }) => month}
      />
      <p className="mt-2 mb-4 max-w-prose text-sm text-ink-soft">
        {t('note')} {t(`counted.${kind}`)}
      </p>
      {districts.length > 1 && (
        <DataTable
          caption={t('byDistrict', { month: now ? monthText(locale, now.month) : '' })}
          columns={[
            {
              key: 'unit',
              header: t('unit'),
              cell: ({ district }: StageUnit) =>
                district ? inLocale(locale, district.name, district.nameEn) : t('whole'),
            },
            ...counts<StageUnit>(({ points }) => points.at(-1)),
            {
              key: 'target',
              header: t('target'),
              numeric: true,
              cell: ({ target }: StageUnit) => (target ? format.number(target.value) : t('noTarget')),
            },
          ]}
          rows={[...districts, whole]}
          rowKey={({ district }) => district?.code ?? 'whole'}
        />
      )}
    </>
  );
}
