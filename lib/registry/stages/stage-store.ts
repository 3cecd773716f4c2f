import 'server-only';
import type { z } from 'zod';
import type { ActorRole } from '@/lib/access/actor';
import { fromDbDate } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import { type Err, err, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { holderOf, nextSteps, type StageState } from './stage-rules';
import type { StageRecordView } from './stage-schema';

// What queries and commands of stages read, and how commands answer what they expect to go wrong.

export const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
export const STALE: Err = err({ code: 'CONFLICT', messageKey: 'stages.problem.stale' });

const NAMES = { name: true, nameEn: true } as const;
export const RECORD_SELECT = {
  ...{ id: true, kind: true, stationId: true, projectId: true, centreId: true, districtCode: true },
  ...{ name: true, nameEn: true, subdistrictCode: true, stationKind: true },
  ...{ stage: true, since: true, origin: true, version: true },
  centre: { select: { facility: { select: NAMES } } },
  station: { select: { facility: { select: NAMES } } },
  project: { select: { title: true, titleEn: true } },
  // whether it ever worked
  steps: { where: { stage: { in: ['city_accepted', 'operating', 'suspended'] } }, select: { stage: true }, take: 1 },
} as const satisfies Prisma.StageRecordSelect;
export type RecordRow = Prisma.StageRecordGetPayload<{ select: typeof RECORD_SELECT }>;

/** The state of a record, as the rules take it. */
export function stateOf({ kind, stage, since, stationId, steps }: RecordRow): StageState {
  return {
    kind,
    stage,
    since: fromDbDate(since),
    opened: steps.length > 0 && (kind !== 'station' || stationId !== null),
  };
}

/** A record as pages show it, with the steps that a role may take. */
export function viewOf(row: RecordRow, role: ActorRole): StageRecordView {
  const { id, kind, centreId, districtCode, stationId, stage, origin, version, centre, station, project } = row;
  const state = stateOf(row);
  return {
    ...{ id, kind, districtCode, stage, origin, version, since: state.since },
    name: station?.facility.name ?? project?.title ?? row.name ?? '',
    nameEn: station?.facility.nameEn ?? project?.titleEn ?? row.nameEn ?? '',
    centre: { id: centreId, ...centre.facility },
    stationId,
    next: nextSteps(role, state),
    holder: holderOf(state),
  };
}

/** INVALID with the fields' problems. */
export function invalidProblems(problems: FieldProblem[]): Err {
  return err({ code: 'INVALID', problems });
}

/** What is wrong with the input of a command, as keys of the catalog. */
export function invalid(error: z.ZodError): Err {
  return invalidProblems(
    error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      messageKey: message.startsWith('stages.problem.') ? message : 'ui.form.problem.field',
    })),
  );
}

/** Runs a command as one transaction; whoever comes second is told to look again. */
export async function inTransaction<T>(run: (tx: Prisma.TransactionClient) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await db().$transaction(run);
  } catch (error) {
    // two officers passed every check before either had written
    if (error instanceof Error && 'code' in error && error.code === 'P2002') return STALE;
    throw error;
  }
}
