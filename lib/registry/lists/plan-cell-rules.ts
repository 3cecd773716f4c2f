import type { CivilDate } from '@/lib/core/dates';
import { statusesCell, statusesIn } from '@/lib/registry/rows/earlier-rules';
import type { ProblemCode } from '@/lib/registry/rows/problem-schema';
import type { CellProblem, Cells } from '@/lib/registry/schema';
import type { Stage } from '@/lib/registry/stages/stage-schema';
import { completeStage, type StageBasis, stageCellProblems } from './stage-cell-rules';

// What must be true of the row of a planned station beyond its single cells. A station that is new to the portal brings the
// stages it went through; of one that is known a file takes the next step or puts the day of the last one right, and takes
// nothing back.

/** The way to the opening; it may be given up at each of them. What has opened is in the list of stations. */
export const PLAN_STAGES = [
  ...(['planned', 'building', 'district_accepted', 'city_accepted'] as const),
  'closed',
] as const satisfies readonly Stage[];

const ORDER: readonly string[] = PLAN_STAGES;

const placeOf = (stage: string | null | undefined) => ORDER.indexOf(stage ?? '');

function told(column: string, code: ProblemCode, part: Partial<CellProblem> = {}): CellProblem {
  return { column, code, level: 'error', found: '', suggestion: null, values: {}, ...part };
}

function basisOf({ stage, '#stage': last }: Cells): StageBasis {
  const said = stage ?? last;
  return { fits: [PLAN_STAGES.find((one) => one === said) ?? 'planned'], began: null };
}

/** The stages before the one of the row; those of a known plan follow from what stands, and what else is said is told. */
function earlierOf(cells: Cells): Cells {
  const { '#stage': last, '#stageFrom': from } = cells;
  const asked = cells.earlierStages ?? null;
  if (!last || !from) return { earlierStages: asked };
  const reasons = { reason: cells['#stageReason'] ?? null, reasonEn: cells['#stageReasonEn'] ?? null };
  const before = statusesIn(cells['#earlierStages']);
  const standing = [...before, { status: last, from, ...reasons }];
  const known = new Set(standing.map((one) => statusesCell([one])));
  const strange = statusesIn(asked).find((one) => !known.has(statusesCell([one])));
  return {
    earlierStages: statusesCell(cells.stage === last ? before : standing),
    '#askedEarlier': strange ? statusesCell([strange]) : null,
  };
}

/** Fills what a row leaves out: the English name, the stage that stays and its day, the stages before it. */
export function completePlan(cells: Cells, today: CivilDate): Cells {
  const staged = completeStage({ ...cells, nameEn: cells.nameEn ?? cells.name ?? null }, basisOf(cells), today);
  return { ...staged, ...earlierOf(staged) };
}

/** Each stage of the past leads on, and begins after the one before it. */
function earlierProblems(cells: Cells): CellProblem[] {
  const asked = cells['#askedEarlier'];
  if (asked) return [told('earlierStages', 'earlierStagesKept', { found: asked })];
  const { stage, stageFrom, '#stage': last } = cells;
  if (last || !stage || !stageFrom) return [];
  const earlier = statusesIn(cells.earlierStages);
  const whole = [...earlier, { status: stage, from: stageFrom }];
  const wrong = earlier.find(({ status, from }, at) => {
    const next = whole[at + 1];
    return !next || next.from <= from || placeOf(next.status) <= placeOf(status);
  });
  if (!wrong) return [];
  const found = `${wrong.status} ${wrong.from}`;
  return [told('earlierStages', 'stagesOrder', { found, values: { from: wrong.from } })];
}

/** Keys of stations that are or were open, which are no plans, and of the plans that stand, with their ids. */
export type TakenNames = { open: ReadonlySet<string>; planned: ReadonlyMap<string, string> };

function nameProblems({ id, name }: Cells, key: string | null, { open, planned }: TakenNames): CellProblem[] {
  const found = name ?? '';
  if (key !== null && open.has(key)) return [told('name', 'planOpen', { found })];
  const standing = key === null ? undefined : planned.get(key);
  return standing !== undefined && standing !== id ? [told('name', 'keyTaken', { found, suggestion: standing })] : [];
}

/** What is wrong with a planned station, once its row is filled in. */
export function planProblems(cells: Cells, key: string | null, names: TakenNames, today: CivilDate): CellProblem[] {
  const { name, stage, stageReason, '#stage': last } = cells;
  const problems: CellProblem[] = [];
  if (name && [...name].length < 2) problems.push(told('name', 'tooShort', { found: name }));
  // a name that was given up may be taken again
  if (stage !== 'closed') problems.push(...nameProblems(cells, key, names));
  if (last && placeOf(stage) < placeOf(last))
    return [...problems, told('stage', 'stageBack', { found: stage ?? '', suggestion: last })];
  // those that were given up long ago may stand without a word
  if (stage === 'closed' && last !== 'closed' && !stageReason) problems.push(told('stageReason', 'required'));
  return [...problems, ...stageCellProblems(cells, basisOf(cells), today), ...earlierProblems(cells)];
}
