import type { Survival, SurvivalStep } from '@/lib/indicators/survival-schema';
import type { ChartWords } from './chart-words';
import { CHART_WIDTH, type Drawing, lineMark, type Mark, type Paint, textMark, unit } from './drawing';
import { linear, ticksTo } from './scale';

const HEIGHT = 220;
const [LEFT, TOP, RIGHT, BOTTOM] = [44, 12, 8, 26];
const LEAST_MONTHS = 12;

/** The share of clinics that were still in service so many months after they opened, as a staircase with its interval. */
export function survivalChart(
  { steps, clinics, longest }: Pick<Survival, 'steps' | 'clinics' | 'longest'>,
  words: ChartWords,
): Drawing {
  const last = Math.max(LEAST_MONTHS, longest);
  const ticks = ticksTo(last, 6);
  const x = linear([0, ticks.at(-1) ?? last], [LEFT, CHART_WIDTH - RIGHT]);
  const y = linear([0, 1], [HEIGHT - BOTTOM, TOP]);
  const stairs = (of: (step: SurvivalStep) => number, paint: Paint): Mark => {
    const drawn = steps.map((step) => `H${unit(x(step.month))}V${unit(y(of(step)))}`).join('');
    return { tag: 'path', at: { d: `M${unit(x(0))} ${unit(y(1))}${drawn}H${unit(x(last))}` }, paint };
  };
  const marks: Mark[] = [
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
      lineMark([LEFT, y(share)], [CHART_WIDTH - RIGHT, y(share)], share === 0 ? 'axis' : 'grid'),
      textMark(`${share * 100}%`, { x: LEFT - 5, y: y(share) + 4.5, anchor: 'end', paint: 'soft' }),
    ]),
    ...ticks.map((tick) =>
      textMark(words.number(tick), { x: x(tick), y: HEIGHT - BOTTOM + 16, anchor: 'middle', paint: 'soft' }),
    ),
    stairs(({ lower }) => lower, 'bound'),
    stairs(({ upper }) => upper, 'bound'),
    stairs(({ share }) => share, 'curve'),
  ];
  const percent = (share: number) => `${words.number(share * 100, 1)}%`;
  return {
    id: 'survival',
    width: CHART_WIDTH,
    height: HEIGHT,
    title: words.text('survival.title'),
    description: words.text('survival.description', {
      clinics: words.number(clinics),
      ended: words.number(steps.reduce((sum, { ended }) => sum + ended, 0)),
      share: percent(steps.at(-1)?.share ?? 1),
      months: steps.at(-1)?.month ?? 0,
    }),
    legend: [
      { paint: 'curve', label: words.text('survival.share'), shape: 'line' },
      { paint: 'bound', label: words.text('survival.interval'), shape: 'line' },
    ],
    marks,
    table: {
      headers: ['month', 'atRisk', 'ended', 'share', 'lower', 'upper'].map((key) => words.text(`survival.${key}`)),
      rows: steps.map(({ month, atRisk, ended, share, lower, upper }) => [
        words.number(month),
        words.number(atRisk),
        words.number(ended),
        percent(share),
        percent(lower),
        percent(upper),
      ]),
    },
  };
}
