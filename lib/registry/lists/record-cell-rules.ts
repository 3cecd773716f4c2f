import type { ContentContext, ExpertElsewhere } from '@/lib/clinic-sessions/form-schema';
import { checkContent, expertThere } from '@/lib/clinic-sessions/rules';
import { type SessionContent, sessionContentSchema } from '@/lib/clinic-sessions/schema';
import { civilDate } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import { saidIn } from '@/lib/registry/rows/counted-rules';
import type { ProblemCode } from '@/lib/registry/rows/problem-schema';
import type { CellProblem, Cells, Column } from '@/lib/registry/schema';

// The row of a past session as the rules of records know it. What is said of a record and whether it may be is theirs;
// here is only which cell says it.

/** Which cell says what of a record; by the first step of a problem's path. */
const CELL_OF: Readonly<Record<string, string>> = {
  date: 'recordDate',
  held: 'recordHeld',
  reason: 'notHeldReason',
  expert: 'recordExpert',
  mode: 'recordMode',
  visitsNew: 'visitsNew',
  visitsReturn: 'visitsReturn',
  conditions: 'visitsByCondition',
  techniques: 'techniqueCounts',
  prescriptions: 'prescriptions',
  preparations: 'preparationsGiven',
  referralsUp: 'referralsUp',
  referralsDown: 'referralsDown',
  teachingCases: 'teachingCases',
  trainees: 'recordTrainees',
  note: 'recordNote',
  explanation: 'explanation',
};

/** Cells that only a session that was held can have. */
export const OF_HELD = [
  ...(['expertPresence', 'recordExpert', 'recordMode', 'visitsNew', 'visitsReturn', 'visitsByCondition'] as const),
  ...(['techniqueCounts', 'prescriptions', 'preparationsGiven', 'referralsUp', 'referralsDown'] as const),
  ...(['teachingCases', 'recordTrainees'] as const),
] as const;
const COUNTS = [
  ...(['visitsNew', 'visitsReturn', 'prescriptions', 'preparationsGiven'] as const),
  ...(['referralsUp', 'referralsDown', 'teachingCases'] as const),
] as const;

export function recordProblem(column: string, code: ProblemCode, part: Partial<CellProblem> = {}): CellProblem {
  return { column, code, level: 'error', found: '', suggestion: null, values: {}, ...part };
}

/** What is far from usual is told and stays: nobody can say years later why so many came on a day. */
const ONLY_ODD: ReadonlySet<string> = new Set(['sessions.check.visitsHigh', 'sessions.check.visitsLow']);

function inCells(problems: readonly FieldProblem[], cells: Cells): CellProblem[] {
  return problems.map(({ path, messageKey, values }) => {
    const column = CELL_OF[path.split('.')[0] ?? ''] ?? 'clinic';
    // the words are those of the form of a record
    const code = messageKey as Extract<ProblemCode, `sessions.${string}`>;
    return recordProblem(column, code, { found: cells[column] ?? '', values: values ?? {} });
  });
}

/** Who was there, as a content says it; null where neither the expert nor the absence is given. */
function expertIn({ expertPresence, recordExpert }: Cells, plannedExpertId: string | null) {
  if (expertPresence === 'absent') return recordExpert ? null : { presence: 'absent' };
  if (recordExpert) return recordExpert === plannedExpertId ? { presence: 'planned' } : substitute(recordExpert);
  return expertPresence === 'planned' ? { presence: 'planned' } : null;
}
const substitute = (expertId: string) => ({ presence: 'substitute', expertId });

const numberIn = (cell: string | null | undefined) => Number(cell ?? 0);

/** The content that a row says, before anybody has looked whether it may be. */
export function contentIn(cells: Cells, plannedExpertId: string | null, catalogueId: string): unknown {
  const words = { note: cells.recordNote ?? null, explanation: cells.explanation ?? null };
  if (cells.recordHeld !== 'yes') return { held: false, reason: cells.notHeldReason, ...words };
  return {
    held: true,
    expert: expertIn(cells, plannedExpertId),
    mode: cells.recordMode,
    ...{ visitsNew: numberIn(cells.visitsNew), visitsReturn: numberIn(cells.visitsReturn) },
    conditions: saidIn(cells.visitsByCondition).map(([code, visits]) => ({
      ...{ catalogueId, code, visits: Number(visits) },
    })),
    techniques: saidIn(cells.techniqueCounts).map(([code, count]) => ({ code, count: Number(count) })),
    ...{ prescriptions: numberIn(cells.prescriptions), preparations: numberIn(cells.preparationsGiven) },
    ...{ referralsUp: numberIn(cells.referralsUp), referralsDown: numberIn(cells.referralsDown) },
    trainees: saidIn(cells.recordTrainees).map(([traineeId, part]) => ({ traineeId, part })),
    teachingCases: numberIn(cells.teachingCases),
    ...words,
  };
}

/** Nothing is said of a session that was not held but why; what is said of a held one is no reason. */
function misplaced(cells: Cells): CellProblem[] {
  const held = cells.recordHeld === 'yes';
  const wrong = held ? (['notHeldReason'] as const) : OF_HELD;
  return wrong
    .filter((key) => cells[key] && cells[key] !== '0')
    .map((key) => recordProblem(key, held ? 'onlyNotHeld' : 'onlyHeld', { found: cells[key] ?? '' }));
}

/** The content of a row when it is one; what is wrong with it otherwise. */
export function parsedContent(
  cells: Cells,
  plannedExpertId: string | null,
  catalogueId: string,
): { content: SessionContent } | { problems: CellProblem[] } {
  const parsed = sessionContentSchema.safeParse(contentIn(cells, plannedExpertId, catalogueId));
  if (parsed.success) return { content: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    path: String(path[0] ?? ''),
    messageKey: message.startsWith('sessions.problem.') ? message : 'sessions.problem.field',
  }));
  return { problems: inCells(problems, cells) };
}

export type Checking = { context: ContentContext; monthClosed: boolean; catalogueId: string };

/** What is wrong with a new record; `content` is it where it is sound so far. */
export function newRecordProblems(
  cells: Cells,
  { context, monthClosed, catalogueId }: Checking,
): { content: SessionContent | null; problems: CellProblem[] } {
  const before = misplaced(cells);
  const parsed = parsedContent(cells, context.plannedExpertId, catalogueId);
  if ('problems' in parsed) return { content: null, problems: [...before, ...parsed.problems] };
  const { content } = parsed;
  const withdrawn = cells.recordState === 'withdrawn';
  // very late is what was written down late, wherever that was; a withdrawn record is where nobody was
  const { recordedOn, recordDate } = cells;
  const early = recordedOn && recordDate && recordedOn >= recordDate && recordedOn < context.today;
  const day = early ? civilDate(recordedOn) : context.today;
  const elsewhere = withdrawn ? [] : context.elsewhere;
  const { hard, soft } = checkContent(content, { ...context, today: day, elsewhere });
  if (monthClosed) hard.push({ path: 'date', messageKey: 'sessions.problem.monthClosed' });
  const asked = inCells(withdrawn ? [] : soft, cells).map(
    (problem): CellProblem =>
      content.explanation !== null || ONLY_ODD.has(problem.code) ? { ...problem, level: 'warning' } : problem,
  );
  const recorded = recordedProblems(cells, context);
  return { content, problems: [...before, ...inCells(hard, cells), ...recorded, ...asked] };
}

/** A record was made on the day of its session or later, and not after today. */
function recordedProblems({ recordedOn, recordDate }: Cells, { today }: ContentContext): CellProblem[] {
  if (!recordedOn || !recordDate) return [];
  const wrong = recordedOn < recordDate || recordedOn > today;
  return wrong ? [recordProblem('recordedOn', 'recordedOn', { found: recordedOn })] : [];
}

/** Records that stand are the centre's to amend: a file may name them, and changes nothing about them. */
export function standingProblems(cells: Cells, before: Cells, columns: readonly Column[]): CellProblem[] {
  const changed = columns.find(({ key }) => (cells[key] ?? null) !== (before[key] ?? null));
  return changed ? [recordProblem(changed.key, 'recorded', { found: cells[changed.key] ?? '' })] : [];
}

/** No number is none, and nothing of the kind where nothing was held. */
function completeCounts(cells: Cells): Cells {
  const held = cells.recordHeld === 'yes';
  const emptied = (key: string) => (cells[key] === '0' ? null : (cells[key] ?? null));
  const filled = held ? COUNTS.map((key) => [key, cells[key] ?? '0']) : OF_HELD.map((key) => [key, emptied(key)]);
  return { ...cells, ...Object.fromEntries(filled) };
}

/** What a row says of a record that stands: what it leaves empty is as it is. */
export function asItStands(cells: Cells, before: Cells): Cells {
  const said = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== null));
  return { ...before, ...said };
}

/** A new record as it would stand: who was there by the plan, on site unless said otherwise, not yet confirmed, or withdrawn. */
export function completeRecord(given: Cells, plannedExpertId: string | null, today: string): Cells {
  const cells: Cells = {
    ...completeCounts(given),
    recordState: given.recordState === 'withdrawn' ? 'withdrawn' : 'submitted',
    recordedOn: given.recordedOn ?? today,
  };
  if (cells.recordHeld !== 'yes') return cells;
  const expert = expertIn(cells, plannedExpertId);
  const recordExpert = expert?.presence === 'planned' ? plannedExpertId : (cells.recordExpert ?? null);
  return {
    ...cells,
    ...{ expertPresence: expert?.presence ?? null, recordExpert, recordMode: cells.recordMode ?? 'on_site' },
  };
}

/** Experts whom earlier rows of a file have on site in a half-day, for its rows of other clinics. */
export function placesOfFile() {
  const placed = new Map<string, { clinic: string | null; place: string }>();
  const half = ({ recordDate, slotHalf }: Cells, expertId: string) => `${expertId} ${recordDate} ${slotHalf}`;
  return {
    elsewhere(cells: Cells, expertIds: readonly string[]): ExpertElsewhere[] {
      return expertIds.flatMap((expertId) => {
        const there = placed.get(half(cells, expertId));
        return there && there.clinic !== cells.clinic ? [{ expertId, place: there.place }] : [];
      });
    },
    take(cells: Cells, content: SessionContent, plannedExpertId: string | null, place: string): void {
      if (cells.recordState === 'withdrawn') return;
      const expertId = expertThere(content, plannedExpertId);
      if (expertId && content.held && content.mode === 'on_site')
        placed.set(half(cells, expertId), { clinic: cells.clinic ?? null, place });
    },
  };
}
