import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ChartFigure } from '@/components/charts/chart-figure';
import { chartWords } from '@/components/charts/chart-words';
import { survivalChart } from '@/components/charts/survival-chart';
import { ChartLinks } from '@/components/exports/chart-links';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Section } from '@/components/ui/section';
import type { Period } from '@/lib/indicators/period-rules';
import type { UnitNamed } from '@/lib/indicators/schema';
import { type Cohort, SURVIVAL_MARKS, type Survival } from '@/lib/indicators/survival-schema';

type Props = { survival: Survival; unit: UnitNamed; period: Period };

/** How long clinics stayed in service: over all of them, and by the quarter they opened in. */
export function SurvivalView({ survival, unit, period }: Props) {
  const { clinics, ended, cohorts } = survival;
  const t = useTranslations('views.survival');
  const charts = useTranslations('charts');
  const format = useFormatter();
  const words = chartWords(useLocale(), charts, format);
  const columns: Column<Cohort>[] = [
    { key: 'quarter', header: t('quarter'), cell: ({ quarter }) => quarter },
    { key: 'opened', header: t('opened'), numeric: true, cell: ({ opened }) => format.number(opened) },
    { key: 'inService', header: t('inService'), numeric: true, cell: ({ inService }) => format.number(inService) },
    ...SURVIVAL_MARKS.map(
      (mark): Column<Cohort> => ({
        key: String(mark),
        header: t('after', { months: mark }),
        numeric: true,
        cell: ({ after }) => {
          const share = after[mark];
          return share === null ? t('tooEarly') : `${format.number(share, { maximumFractionDigits: 0 })}%`;
        },
      }),
    ),
  ];
  return (
    <>
      <Section id="curve" title={t('curve')}>
        <p className="mb-3 max-w-prose">{t('summary', { clinics, ended })}</p>
        <p className="mb-3 max-w-prose text-ink-soft">{t('method')}</p>
        <div className="max-w-2xl">
          <ChartFigure
            drawing={survivalChart(survival, words)}
            tableLabel={charts('tableLabel')}
            actions={<ChartLinks unit={unit} period={period} chart="survival" />}
          />
        </div>
      </Section>
      <Section id="cohorts" title={t('cohorts')}>
        <p className="mb-3 max-w-prose text-ink-soft">{t('cohortsLead')}</p>
        <DataTable
          caption={t('cohorts')}
          captionHidden
          columns={columns}
          rows={cohorts}
          rowKey={({ quarter }) => quarter}
          empty={t('none')}
        />
      </Section>
    </>
  );
}
