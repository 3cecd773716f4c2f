import type { CivilDate } from '@/lib/core/dates';
import type { ProblemCode } from '@/lib/registry/rows/problem-schema';
import type { CellProblem, Cells, Column } from '@/lib/registry/schema';
import { STAGES, type Stage } from '@/lib/registry/stages/stage-schema';

// The stage of an entry and the day it began, beside the columns that a list has had for it all along: those lead, and
// what does not fit them is told and left.

/** The stage, where a list says more of it than its own columns do. */
export const STAGE_COLUMN: Column = { key: 'stage', type: { kind: 'choice', choices: 'stage', values: STAGES } };
export const STAGE_FROM: Column = { key: 'stageFrom', type: { kind: 'date' } };
export const STAGE_REASONS: readonly Column[] = [
  { key: 'stageReason', type: { kind: 'text', most: 300 } },
  { key: 'stageReasonEn', type: { kind: 'text', most: 300 } },
];

/** What the other columns of a row leave open: the stages that fit them, and the day on which the first of them began. */
export type StageBasis = { fits: readonly [Stage, ...Stage[]]; began: string | null };

const isStage = (text: string | null | undefined): text is Stage => STAGES.some((stage) => stage === text);

type Reasons = { reason: string | null; reasonEn: string | null };

/** The stage of an entry as its record has it, and what stood before. */
export type KeptStage = Reasons & {
  stage: Stage;
  from: CivilDate;
  previous: (Reasons & { from: CivilDate }) | null;
};

/** The cells of an entry's stage; those with a hash are in no column, but rules need them. */
export function stageCells(kept: KeptStage | undefined): Cells {
  const { stage = null, from = null, previous = null, reason = null, reasonEn = null } = kept ?? {};
  return {
    ...{ stage, stageFrom: from, stageReason: reason, stageReasonEn: reasonEn },
    ...{ '#stage': stage, '#stageFrom': from, '#stageReason': reason, '#stageReasonEn': reasonEn },
    '#stageFromBefore': previous?.from ?? null,
    '#stageReasonBefore': previous?.reason ?? null,
    '#stageReasonEnBefore': previous?.reasonEn ?? null,
  };
}

function stageOf(cells: Cells, fits: StageBasis['fits']): Stage {
  const among = (text: string | null | undefined) => (isStage(text) && fits.includes(text) ? text : null);
  return among(cells.stage) ?? among(cells['#stage']) ?? fits[0];
}

/**
 * Fills the stage that a row leaves out, its day and its reasons. A day or a reason that belongs to the stage before is
 * none of a new one: files keep such cells, and the same file twice must change nothing.
 */
export function completeStage(cells: Cells, { fits, began }: StageBasis, today: CivilDate): Cells {
  const last = cells['#stage'] ?? null;
  const [lastFrom, previous] = [cells['#stageFrom'] ?? null, cells['#stageFromBefore'] ?? null];
  const given = cells.stageFrom ?? null;
  const said = stageOf(cells, fits);
  // a day put right may overtake what stood after it
  const overtaken = began !== null && said === last && lastFrom !== null && given === lastFrom && lastFrom <= began;
  const stage = overtaken ? fits[0] : said;
  const stays = stage === last;
  const stale = given === null || given === (stays ? previous : lastFrom);
  const fixed = stage === fits[0] ? began : null;
  const kept = (key: 'stageReason' | 'stageReasonEn') => {
    const [now, before] = [cells[key] ?? null, cells[`#${key}`] ?? null];
    if (!stays) return now === before ? null : now;
    return now === null || now === (cells[`#${key}Before`] ?? null) ? before : now;
  };
  return {
    ...cells,
    stage,
    stageFrom: fixed ?? (stale ? (stays ? lastFrom : today) : given),
    stageReason: kept('stageReason'),
    stageReasonEn: kept('stageReasonEn'),
    // what was written and does not fit; a stage that stood before was only not put right
    '#stageGiven': cells.stage && cells.stage !== stage && cells.stage !== last ? cells.stage : null,
  };
}

/** What is wrong with the stage of a row, once it is filled in. */
export function stageCellProblems(cells: Cells, { fits, began }: StageBasis, today: CivilDate): CellProblem[] {
  const problems: CellProblem[] = [];
  const tell = (column: string, code: ProblemCode, level: CellProblem['level'], found: string, values = {}) =>
    problems.push({ column, code, level, found, suggestion: null, values });
  const { stage, stageFrom } = cells;
  if (cells['#stageGiven']) tell('stage', 'stageMisfit', 'warning', cells['#stageGiven']);
  if (!stageFrom || (stage === fits[0] && began)) return problems;
  if (stageFrom > today) tell('stageFrom', 'stageAhead', 'error', stageFrom);
  const last = cells['#stage'];
  const before = last === stage ? (cells['#stageFromBefore'] ?? null) : (cells['#stageFrom'] ?? null);
  // a day on which two stages began has the later one
  const early = before !== null && (last === stage ? stageFrom <= before : stageFrom < before);
  const bound = began !== null && stageFrom <= began ? began : early ? before : null;
  if (bound !== null) tell('stageFrom', 'stageBefore', 'error', stageFrom, { from: bound });
  return problems;
}
