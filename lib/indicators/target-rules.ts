import { addDays, type CivilDate, civilDate } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import { monthOf, nextOf, type Period, periodBetween } from './period-rules';
import { type Figure, type GoodDirection, type IndicatorDefinition, UNIT_LEVELS } from './schema';
import type { Distance, TargetLevel, TargetProposal, TargetRow, TargetState } from './target-schema';

// Targets: what may be set, and how far a unit is from one.

/** The longest period of a target (ours). */
const MOST_MONTHS = 60;

/** Whether a period is still to come, runs, or is over. */
export function targetState({ from, to }: { from: CivilDate; to: CivilDate }, today: CivilDate): TargetState {
  if (from > today) return 'coming';
  return to < today ? 'over' : 'running';
}

/** Indicators without a good direction have nothing to aim at. */
export function mayHaveTarget({ goodDirection }: Pick<IndicatorDefinition, 'goodDirection'>): boolean {
  return goodDirection !== 'neutral';
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** How far a figure is from a target, both rounded as the indicator is shown; null where there is no figure. */
export function distanceTo(
  target: number,
  figure: Pick<Figure, 'value'>,
  { goodDirection, decimals }: { goodDirection: GoodDirection; decimals: number },
): Distance | null {
  if (figure.value === null) return null;
  const value = rounded(figure.value, decimals);
  const left = goodDirection === 'down' ? value - target : target - value;
  return left <= 0 ? { reached: true, left: 0 } : { reached: false, left: rounded(left, Math.max(decimals, 4)) };
}

/** The months of a form as a period; null where they are turned round. */
export function targetPeriod(from: string, to: string): Period | null {
  const [first, last] = [civilDate(`${from}-01`), monthOf(civilDate(`${to}-01`)).to];
  return first <= last ? periodBetween(first, last) : null;
}

type Wanted = { level: TargetLevel; from: string; to: string; value: number };

const problem = (path: string, name: string, values?: FieldProblem['values']): FieldProblem => ({
  path,
  messageKey: `targets.problem.${name}`,
  ...(values ? { values } : {}),
});

/** What is wrong with a value of an indicator's target. */
export function valueProblems(
  value: number,
  { unit, decimals }: Pick<IndicatorDefinition, 'unit' | 'decimals'>,
): FieldProblem[] {
  if (unit === 'percent' && value > 100) return [problem('value', 'percent')];
  return rounded(value, decimals) === value ? [] : [problem('value', 'decimals', { decimals })];
}

/** What is wrong with a new target, but for what other targets say. */
export function targetProblems(
  definition: Pick<IndicatorDefinition, 'unit' | 'decimals' | 'deepestLevel' | 'goodDirection'>,
  { level, from, to, value }: Wanted,
  today: CivilDate,
): FieldProblem[] {
  const period = targetPeriod(from, to);
  const tooDeep = UNIT_LEVELS.indexOf(level) > UNIT_LEVELS.indexOf(definition.deepestLevel);
  return [
    ...(mayHaveTarget(definition) ? [] : [problem('indicatorId', 'neutral')]),
    ...(tooDeep ? [problem('unit', 'level')] : []),
    ...(period === null ? [problem('to', 'order')] : []),
    ...(period && period.from <= today
      ? [problem('from', 'begun', { month: addDays(monthOf(today).to, 1).slice(0, 7) })]
      : []),
    ...(period && addDays(period.from, MOST_MONTHS * 31) < period.to ? [problem('to', 'tooLong')] : []),
    ...valueProblems(value, definition),
  ];
}

/** The same aim for the period after a target's own, or for the first one that has not begun. */
export function proposalAfter(
  { unit, definition, periodFrom, periodTo, value, source }: Omit<TargetRow, 'figure' | 'distance' | 'mine'>,
  today: CivilDate,
): TargetProposal {
  let period = nextOf(periodBetween(periodFrom, periodTo));
  while (period.from <= today) period = nextOf(period);
  return {
    indicatorId: definition.id,
    unit: `${unit.level}/${unit.code}`,
    from: period.from.slice(0, 7),
    to: period.to.slice(0, 7),
    value: String(value),
    source,
  };
}
