import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ChartFigure } from '@/components/charts/chart-figure';
import { chartWords } from '@/components/charts/chart-words';
import { weeksChart } from '@/components/charts/weeks-chart';
import { ChartLinks } from '@/components/exports/chart-links';
import { type Column, DataTable } from '@/components/ui/data-table';
import { FigureTile } from '@/components/ui/figure-tile';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { Period } from '@/lib/indicators/period-rules';
import type { UnitNamed } from '@/lib/indicators/schema';
import { NO_WEEK } from '@/lib/indicators/week-rules';
import type { WeekDigest, WeekNumbers } from '@/lib/indicators/week-schema';
import { recordsPath } from './unit-path';
import { weekPath } from './view-path';
import { WeekComing } from './week-coming';

const ROWS = ['expected', 'logged', 'held', 'confirmed', 'visits', 'absent', 'extra'] as const;
const PART_ROWS = ['expected', 'logged', 'held', 'confirmed', 'visits', 'absent'] as const;

/** What an officer reads on Monday: the week in numbers, what waits, the parts, and what comes. */
export function WeekView({ digest, unit, period }: { digest: WeekDigest; unit: UnitNamed; period: Period }) {
  const t = useTranslations('views.week');
  const charts = useTranslations('charts');
  const format = useFormatter();
  const locale = useLocale();
  const { week, weeks, parts, coming } = digest;
  const [before = NO_WEEK, present = NO_WEEK] = weeks.slice(-2);
  const name = inLocale(locale, unit.name, unit.nameEn);
  const columns: Column<(typeof ROWS)[number]>[] = [
    { key: 'number', header: t('number'), cell: (row) => t(`rows.${row}`) },
    {
      key: 'now',
      header: t('thisWeek'),
      numeric: true,
      cell: (row) => <strong className="font-semibold">{format.number(present[row])}</strong>,
    },
    { key: 'before', header: t('lastWeek'), numeric: true, cell: (row) => format.number(before[row]) },
    {
      key: 'change',
      header: t('change'),
      numeric: true,
      cell: (row) => format.number(present[row] - before[row], { signDisplay: 'exceptZero' }),
    },
  ];
  return (
    <>
      <Section id="numbers" title={t('numbers')}>
        <div className="grid items-start gap-4 lg:grid-cols-2 print:grid-cols-2">
          <div className="grid gap-3">
            <DataTable caption={t('numbers')} captionHidden columns={columns} rows={ROWS} rowKey={(row) => row} />
            <p>{t('notLogged', { count: Math.max(0, present.expected - present.logged) })}</p>
            <p>
              <TextLink href={recordsPath(locale, unit, week, {})}>{t('records')}</TextLink>
            </p>
          </div>
          <ChartFigure
            drawing={weeksChart(weeks, chartWords(locale, charts, format))}
            tableLabel={charts('tableLabel')}
            actions={<ChartLinks unit={unit} period={period} chart="weeks" more={{ week: week.from }} />}
          />
        </div>
      </Section>
      <Waiting digest={digest} unit={unit} />
      {unit.level !== 'clinic' && (
        <Section id="parts" title={t('parts')}>
          <Parts parts={parts} name={name} monday={week.from} />
        </Section>
      )}
      <WeekComing coming={coming} />
    </>
  );
}

/** Records that wait for somebody; each number leads to them. */
function Waiting({ digest: { waiting }, unit }: { digest: WeekDigest; unit: UnitNamed }) {
  const t = useTranslations('views.week');
  const locale = useLocale();
  const place: Record<string, string> = unit.level === 'city' ? {} : { [unit.level]: unit.code };
  const path = (ask: Record<string, string>) =>
    `${localePath(locale, '/clinic-sessions')}?${new URLSearchParams({ ...place, ...ask })}`;
  const tiles = [
    { key: 'disputed', ask: { state: 'disputed' } },
    { key: 'returned', ask: { state: 'returned' } },
    { key: 'unconfirmed', ask: { state: 'submitted', held: 'held' } },
  ] as const;
  return (
    <Section id="waiting" title={t('waiting')}>
      <p className="mb-3 text-ink-soft">{t('waitingLead')}</p>
      <div className="grid gap-4 sm:not-senior:grid-cols-3">
        {tiles.map(({ key, ask }) => (
          <FigureTile key={key} value={waiting[key]} label={t(key)} href={waiting[key] > 0 ? path(ask) : undefined} />
        ))}
      </div>
    </Section>
  );
}

type PartsProps = { parts: WeekDigest['parts']; name: string; monday: WeekDigest['week']['from'] };

function Parts({ parts, name, monday }: PartsProps) {
  const t = useTranslations('views.week');
  const format = useFormatter();
  const locale = useLocale();
  const columns: Column<WeekNumbers & { unit: UnitNamed }>[] = [
    {
      key: 'unit',
      header: t('unit'),
      cell: (row) => (
        <a href={weekPath(locale, row.unit, monday)} className="text-link">
          {inLocale(locale, row.unit.name, row.unit.nameEn)}
        </a>
      ),
    },
    ...PART_ROWS.map((row) => ({
      key: row,
      header: t(`rows.${row}`),
      numeric: true,
      cell: (part: WeekNumbers) => format.number(part[row]),
    })),
  ];
  return (
    <DataTable
      caption={t('partsCaption', { name })}
      captionHidden
      columns={columns}
      rows={parts}
      rowKey={(row) => row.unit.code}
      empty={t('noParts')}
    />
  );
}
