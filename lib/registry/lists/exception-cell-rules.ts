import { type CivilDate, civilDate } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import { addSession, removeSession } from '@/lib/joint-clinics/exception-rules';
import type { ProblemCode } from '@/lib/registry/rows/problem-schema';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { CellProblem, Cells } from '@/lib/registry/schema';
import { labelled } from './label-rules';
import { minuteOf } from './time-rules';

// What must be true of a session that is left out of the weekly plan or added to it. All but empty cells is what the rules
// of joint clinics say.

const COLUMN_OF: Readonly<Record<string, string>> = {
  date: 'changeDate',
  half: 'slotHalf',
  startsMinute: 'changeStart',
  endsMinute: 'changeEnd',
  expertId: 'changeExpert',
};
const CODE_OF: Readonly<Record<string, ProblemCode>> = {
  past: 'past',
  farAhead: 'farAhead',
  outsideHalf: 'outsideHalf',
  length: 'slotLength',
  notAssigned: 'notAssigned',
  notOperating: 'notOperating',
  notScheduled: 'notScheduled',
};
const OF_ADDED = ['changeStart', 'changeEnd', 'changeExpert'] as const;
const CELLS = ['changeKind', ...OF_ADDED, 'changeReason', 'changeReasonEn'];

function told(column: string, code: ProblemCode, found: string | null = null): CellProblem {
  return { column, code, level: 'error', found: found ?? '', suggestion: null, values: {} };
}

/** A clinic changes a half-day of a date once: the three together tell entries apart. */
export function changeKey({ clinic, changeDate, slotHalf }: Cells): string | null {
  return clinic && changeDate && slotHalf ? `${clinic} ${changeDate} ${slotHalf}` : null;
}

/** The district of the clinic, and what the entry is called; a session left out has neither hours nor expert. */
export function completeChange(cells: Cells, references: References): Cells {
  const none = Object.fromEntries(OF_ADDED.map((key) => [key, null]));
  const plain = cells.changeKind === 'removed' ? { ...cells, ...none } : cells;
  const district = references.clinic.entries.get(cells.clinic ?? '')?.district ?? null;
  return labelled({ ...plain, district }, references, [['clinic', cells.clinic]], cells.changeDate);
}

/** What lies between the cells of a change, and between it and the plan of its clinic. */
export function changeProblems(
  cells: Cells,
  references: References,
  before: Cells | null,
  today: CivilDate,
): CellProblem[] {
  const { plan, openPast } = references.clinic.entries.get(cells.clinic ?? '') ?? {};
  const date = cells.changeDate ? civilDate(cells.changeDate) : null;
  const same = before && CELLS.every((key) => (cells[key] ?? null) === (before[key] ?? null));
  if (!plan || !date || same) return [];
  const half = (cells.slotHalf ?? 'am') as Half;
  const others = plan.exceptions.filter((one) => one.date !== date || one.half !== half);
  const rest = { ...plan, exceptions: others };
  // with the first plan of a clinic come the changes of its past days, none later; the plan may have changed after them
  const reached = openPast && before === null && date < today;
  const context = { today: reached ? date : today, newId: () => 'new' };
  const [reason, reasonEn] = [cells.changeReason ?? '', cells.changeReasonEn ?? null];
  const missing = cells.changeKind === 'added' ? OF_ADDED.filter((key) => !cells[key]) : [];
  if (missing.length > 0) return missing.map((key) => told(key, 'required'));
  const placed =
    cells.changeKind === 'added'
      ? addSession(
          rest,
          {
            ...{ kind: 'addSession', date, half, reason, reasonEn, expertId: cells.changeExpert ?? '' },
            ...{ startsMinute: minuteOf(cells.changeStart), endsMinute: minuteOf(cells.changeEnd) },
          },
          context,
        )
      : removeSession(rest, { kind: 'removeSession', date, half, reason, reasonEn }, context);
  if (placed.ok) return [];
  return placed.problems.map(({ path, messageKey }) => {
    const column = COLUMN_OF[path] ?? 'changeDate';
    const code = CODE_OF[messageKey.split('.').at(-1) ?? ''] ?? 'past';
    const stands = reached && (code === 'notOperating' || code === 'notScheduled');
    return { ...told(column, code, cells[column]), ...(stands && ({ level: 'warning' } as const)) };
  });
}
