import { type CivilDate, civilDate, isCivilDate, mondayOf } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import { isAssigned } from '@/lib/joint-clinics/change-checks';
import type { PlacedLine, PlanState } from '@/lib/joint-clinics/plan-schema';
import { addLine, coincide, wishOf } from '@/lib/joint-clinics/schedule-line-rules';
import type { ProblemCode } from '@/lib/registry/rows/problem-schema';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { CellProblem, Cells } from '@/lib/registry/schema';
import { shownWeek } from './hours-rules';
import { minuteOf } from './time-rules';

// What must be true of a row of the weekly plan. What was planned for past days stays: a slot that has begun can only end,
// and a new one that began long ago is planned from today on. Only a clinic of which nothing was ever planned takes its
// first plan from the day on which it truly began. All else is what the rules of joint clinics say.

const COLUMN_OF: Readonly<Record<string, string>> = {
  from: 'slotFrom',
  until: 'slotTo',
  startsMinute: 'slotStart',
  endsMinute: 'slotEnd',
  expertId: 'slotExpert',
  half: 'slotHalf',
};
const CODE_OF: Readonly<Record<string, ProblemCode>> = {
  farAhead: 'farAhead',
  outsideHalf: 'outsideHalf',
  length: 'slotLength',
  notAssigned: 'notAssigned',
  closedThen: 'closedThen',
  slotTaken: 'slotTaken',
  untilBefore: 'period',
};
/** What stays of a slot that has begun. */
const KEPT = ['slotWeekday', 'slotHalf', 'slotStart', 'slotEnd', 'slotExpert', 'recurrence', 'slotAnchor', 'slotFrom'];

function told(
  column: string,
  code: ProblemCode,
  found: string | null = null,
  level: CellProblem['level'] = 'error',
  values: CellProblem['values'] = {},
): CellProblem {
  return { column, code, level, found: found ?? '', suggestion: null, values };
}

const dateIn = (cell: string | null | undefined): CivilDate | null =>
  cell && isCivilDate(cell) ? civilDate(cell) : null;

function anchorOf({ recurrence, slotAnchor, lastAnchor, askedFrom, slotFrom }: Cells): string | null {
  if (recurrence !== 'alternate_weeks') return null;
  const first = dateIn(askedFrom ?? slotFrom);
  return slotAnchor ?? lastAnchor ?? (first && mondayOf(first));
}

/** The first day from which a clinic may be planned for an expert: today, but for its very first plan since both began. */
function plannedSince(plan: PlanState | undefined, expert: string | null | undefined, today: CivilDate): CivilDate {
  if (!plan || plan.schedule.some(({ validFrom }) => validFrom < today)) return today;
  if (plan.exceptions.some(({ date }) => date < today)) return today;
  const stays = plan.experts.filter(({ personId }) => personId === expert);
  return stays.map(({ validFrom }) => validFrom).find((from) => isAssigned(stays, expert ?? '', from, today)) ?? today;
}

/** Fills what a row leaves out, and lets a new slot begin that began before: when it did where that may be, else today. */
export function completeSlot(cells: Cells, references: References, today: CivilDate): Cells {
  const begun = cells.lastFrom && cells.lastFrom <= today ? cells.lastFrom : null;
  const asked = cells.slotFrom ?? null;
  const since = plannedSince(references.clinic.entries.get(cells.clinic ?? '')?.plan, cells.slotExpert, today);
  const past = asked && asked > since ? asked : asked && since < today ? since : today;
  const slotFrom = asked && asked >= today ? asked : (begun ?? past);
  const askedFrom = asked !== null && slotFrom !== asked && !begun ? asked : null;
  const whole = { ...cells, slotFrom, askedFrom };
  const clinic = references.clinic.entries.get(cells.clinic ?? '');
  const time = cells.slotWeekday && `${cells.slotWeekday} ${cells.slotStart}-${cells.slotEnd}`;
  return {
    ...whole,
    slotAnchor: anchorOf(whole),
    slotLabel: [clinic?.names[0], time && shownWeek(time, 'zh-CN')].filter(Boolean).join(' '),
    district: clinic?.district ?? null,
  };
}

/** The slot that a row says; for rows whose cells could all be read. */
export function lineIn(id: string, cells: Cells, today: CivilDate): PlacedLine {
  const from = dateIn(cells.slotFrom) ?? today;
  return {
    id,
    weekday: ([1, 2, 3, 4, 5, 6, 7] as const).find((day) => String(day) === cells.slotWeekday) ?? 1,
    half: (cells.slotHalf ?? 'am') as Half,
    startsMinute: minuteOf(cells.slotStart),
    endsMinute: minuteOf(cells.slotEnd),
    recurrence: cells.recurrence === 'alternate_weeks' ? 'alternate_weeks' : 'weekly',
    anchorDate: dateIn(cells.slotAnchor ?? cells.lastAnchor) ?? mondayOf(from),
    validFrom: from,
    validTo: dateIn(cells.slotTo),
    expertId: cells.slotExpert ?? '',
  };
}

function begunProblems(cells: Cells, before: Cells, today: CivilDate): CellProblem[] {
  const changed = KEPT.filter((key) => (cells[key] ?? null) !== (before[key] ?? null));
  const problems = changed.map((key) => told(key, 'begun', cells[key]));
  const ended = cells.slotTo !== before.slotTo && cells.slotTo && cells.slotTo < today;
  return ended ? [...problems, told('slotTo', 'past', cells.slotTo)] : problems;
}

/** What lies between the cells of a slot, and between it and the plan of its clinic. */
export function slotProblems(
  cells: Cells,
  references: References,
  before: Cells | null,
  today: CivilDate,
): CellProblem[] {
  const plan = references.clinic.entries.get(cells.clinic ?? '')?.plan;
  const changed = before === null || [...KEPT, 'slotTo'].some((key) => (cells[key] ?? null) !== (before[key] ?? null));
  if (!plan || !changed) return [];
  const begun = before?.slotFrom && before.slotFrom <= today ? before : null;
  if (begun) {
    const problems = begunProblems(cells, begun, today);
    const shorter = cells.slotTo && (!begun.slotTo || cells.slotTo < begun.slotTo);
    if (problems.length > 0 || shorter) return problems;
  }
  const line = lineIn(cells.id ?? '', cells, today);
  const first = before === null && line.validFrom < today;
  const from = line.validFrom < today && !first ? today : line.validFrom;
  const rest = { ...plan, schedule: plan.schedule.filter(({ id }) => id !== before?.id) };
  const placed = addLine(
    rest,
    { kind: 'addLine', ...wishOf(line, from) },
    { today: first ? from : today, newId: () => 'new' },
  );
  const problems = placed.ok
    ? []
    : placed.problems.map(({ path, messageKey }) =>
        told(COLUMN_OF[path] ?? 'slotFrom', CODE_OF[messageKey.split('.').at(-1) ?? ''] ?? 'past'),
      );
  const moved = cells.askedFrom
    ? [told('slotFrom', first ? 'fromThen' : 'fromToday', cells.askedFrom, 'warning', { from })]
    : [];
  const whole = first ? [told('slotFrom', 'begunBefore', from, 'warning')] : [];
  return [...problems, ...moved, ...whole];
}

/** Whether two slots of a clinic could name the same half-day of a date. */
export function overlaps(lines: readonly PlacedLine[]): boolean {
  return lines.some((line, at) => lines.slice(at + 1).some((other) => coincide(line, other)));
}
