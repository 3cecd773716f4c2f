import type { MonthPoint } from '@/lib/indicators/dashboard-schema';
import type { IndicatorId } from '@/lib/indicators/schema';
import type { Run } from './document-rules';
import { annexNumber, figureText, indicatorName, numberText, type ReportSource } from './work-report-text-rules';

// What the data show to be missing or worse: counts and comparisons, never a reason and never a verdict.

/** Gaps between the four numbers, open records, targets not reached, indicators worse than a year before. */
export function shownGaps(source: ReportSource): Run[][] {
  return [...sessionGaps(source), ...targetGaps(source), ...yearGaps(source)];
}

function withEnd(runs: readonly Run[], { language }: ReportSource): Run[] {
  return [...runs, language.text('work-report.end')];
}

function annexOf({ dashboard }: ReportSource, id: IndicatorId): Run[] {
  const annex = annexNumber(dashboard, id);
  return annex === null ? [] : [{ annex }];
}

function sessionGaps(source: ReportSource): Run[][] {
  const { dashboard, language } = source;
  const { fourNumbers, months, period } = dashboard;
  const { expected, logged, held, confirmed } = fourNumbers;
  const within = months.filter(({ month }) => month >= period.from && month <= period.to);
  const open = (of: 'disputed' | 'returned') => within.reduce((sum, month: MonthPoint) => sum + month[of], 0);
  const gaps: [key: string, count: number, id: IndicatorId | null][] = [
    ['notLogged', expected - logged, 'sessions_logged'],
    ['notHeld', logged - held, 'sessions_held'],
    ['notConfirmed', held - confirmed, 'sessions_confirmed'],
    ['disputed', open('disputed'), null],
    ['returned', open('returned'), null],
  ];
  return gaps
    .filter(([, count]) => count > 0)
    .map(([key, count, id]) => {
      const values = { count: language.number(count), expected: language.number(expected) };
      return withEnd(
        [language.text(`work-report.problems.${key}`, values), ...(id ? annexOf(source, id) : [])],
        source,
      );
    });
}

function targetGaps(source: ReportSource): Run[][] {
  const { dashboard, language } = source;
  return dashboard.tiles.flatMap(({ definition, figure, target }) => {
    if (!target || figure.value === null || figure.value >= target.value) return [];
    const values = {
      name: indicatorName(definition, language),
      target: numberText(target.value, definition, language),
      value: figureText(figure, definition, language),
      gap: numberText(target.value - figure.value, definition, language),
    };
    return [withEnd([language.text('work-report.problems.target', values), ...annexOf(source, definition.id)], source)];
  });
}

function yearGaps(source: ReportSource): Run[][] {
  const { dashboard, language } = source;
  return dashboard.tiles.flatMap(({ definition, figure, yearBefore }) => {
    if (figure.value === null || yearBefore.value === null || definition.goodDirection === 'neutral') return [];
    const [value, before] = [figure, yearBefore].map((one) => figureText(one, definition, language));
    const worse = definition.goodDirection === 'up' ? figure.value < yearBefore.value : figure.value > yearBefore.value;
    // what looks the same on paper is not called worse
    if (!worse || value === undefined || before === undefined || value === before) return [];
    const key = definition.goodDirection === 'up' ? 'below' : 'above';
    const text = language.text(`work-report.problems.${key}`, {
      name: indicatorName(definition, language),
      value,
      before,
    });
    return [withEnd([text, ...annexOf(source, definition.id)], source)];
  });
}
