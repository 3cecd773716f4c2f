import { type CivilDate, isCivilDate } from '@/lib/core/dates';
import { monthOf } from '@/lib/indicators/period-rules';
import { targetProblems } from '@/lib/indicators/target-rules';
import { TARGET_LEVELS, type TargetLevel } from '@/lib/indicators/target-schema';
import type { ProblemCode } from '@/lib/registry/rows/problem-schema';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { CellProblem, Cells } from '@/lib/registry/schema';

// What must be true of a target's row. A target is set before its period begins and stays from then on; what may be set at
// all is what the rules of targets say.

const COLUMN_OF: Readonly<Record<string, string>> = {
  indicatorId: 'indicator',
  unit: 'targetUnit',
  from: 'periodFrom',
  to: 'periodTo',
  value: 'targetValue',
};
const CODE_OF: Readonly<Record<string, ProblemCode>> = {
  neutral: 'targetNeutral',
  level: 'targetLevel',
  order: 'period',
  begun: 'targetBegun',
  tooLong: 'targetTooLong',
  percent: 'percent',
  decimals: 'decimals',
};
const SAID = [
  'indicator',
  'targetUnit',
  'periodFrom',
  'periodTo',
  'targetValue',
  'targetSource',
  'targetReason',
  'origin',
];

function told(column: string, code: ProblemCode, found: string | null = null, values: CellProblem['values'] = {}) {
  return { column, code, level: 'error' as const, found: found ?? '', suggestion: null, values };
}

/** A unit as a cell keeps it: `district/310104`. */
export function unitIn(cell: string | null | undefined): { level: TargetLevel; code: string } {
  const [level = '', code = ''] = (cell ?? '').split('/');
  return { level: TARGET_LEVELS.find((one) => one === level) ?? 'city', code };
}

/** Whose event it is, so that the officers of a district read it in the trail. */
export function completeTarget(cells: Cells): Cells {
  const { level, code } = unitIn(cells.targetUnit);
  return { ...cells, district: level === 'district' ? code : null };
}

function monthProblems({ periodFrom, periodTo }: Cells): CellProblem[] {
  const begins = periodFrom && isCivilDate(periodFrom) && monthOf(periodFrom).from === periodFrom;
  const ends = periodTo && isCivilDate(periodTo) && monthOf(periodTo).to === periodTo;
  return [
    ...(begins ? [] : [told('periodFrom', 'wholeMonths', periodFrom)]),
    ...(ends ? [] : [told('periodTo', 'wholeMonths', periodTo)]),
  ];
}

/** What lies between the cells of a target, and between it and the other targets of its unit. */
export function targetRowProblems(
  cells: Cells,
  references: References,
  before: Cells | null,
  today: CivilDate,
): CellProblem[] {
  const changed = before === null || SAID.some((key) => (cells[key] ?? null) !== (before[key] ?? null));
  const indicator = references.indicator.entries.get(cells.indicator ?? '');
  if (!changed || !indicator?.target) return [];
  if (before?.periodFrom && before.periodFrom <= today) return [told('periodFrom', 'targetFixed', before.periodFrom)];
  const reasons = (cells.targetReason ?? '').length < 2 ? [told('targetReason', 'required')] : [];
  const months = monthProblems(cells);
  if (months.length > 0) return [...months, ...reasons];
  const { periodFrom = '', periodTo = '', targetUnit } = cells;
  const [from, to] = [periodFrom ?? '', periodTo ?? ''];
  const wanted = { level: unitIn(targetUnit).level, from: from.slice(0, 7), to: to.slice(0, 7) };
  const problems = targetProblems(
    indicator.target.definition,
    { ...wanted, value: Number(cells.targetValue ?? '') },
    today,
  ).map(({ path, messageKey, values = {} }) =>
    told(COLUMN_OF[path] ?? 'periodFrom', CODE_OF[messageKey.split('.').at(-1) ?? ''] ?? 'period', null, values),
  );
  // what comes too late needs no more to be said of
  const late = problems.filter(({ code }) => code === 'targetBegun');
  if (late.length > 0) return late;
  const other = indicator.target.standing.find(
    (one) => one.unit === targetUnit && one.id !== before?.id && one.from <= to && one.to >= from,
  );
  const overlap = other ? [told('periodFrom', 'targetOverlaps', from, { from: other.from, to: other.to })] : [];
  return [...problems, ...overlap, ...reasons];
}
