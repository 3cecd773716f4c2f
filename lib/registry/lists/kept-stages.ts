import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { fromDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { Entry } from '@/lib/registry/schema';
import type { StageKind } from '@/lib/registry/stages/stage-schema';
import type { KeptStage } from './stage-cell-rules';

// The stages of the entries of a list, between their records and their cells.

/** The stage of each record of a kind, by the id of what it stands for: a station or a project. */
export async function readStages(
  tx: Prisma.TransactionClient,
  actor: Actor,
  action: 'update' | 'export',
  kind: StageKind,
  ids: readonly string[] | undefined,
): Promise<Map<string, KeptStage>> {
  const owner = kind === 'project' ? 'projectId' : 'stationId';
  const rows = await tx.stageRecord.findMany({
    where: {
      AND: [
        whereFor(actor, action, 'StageRecord'),
        { kind, [owner]: { not: null } },
        ids ? { [owner]: { in: [...ids] } } : {},
      ],
    },
    select: {
      ...{ stationId: true, projectId: true, stage: true, since: true },
      steps: { select: { beganOn: true, reason: true, reasonEn: true }, orderBy: { beganOn: 'desc' }, take: 2 },
    },
  });
  return new Map(
    rows.map(({ stationId, projectId, stage, since, steps: [present, before] }) => [
      (kind === 'project' ? projectId : stationId) ?? '',
      {
        ...{ stage, from: fromDbDate(since), reason: present?.reason ?? null, reasonEn: present?.reasonEn ?? null },
        previous: before
          ? { from: fromDbDate(before.beganOn), reason: before.reason, reasonEn: before.reasonEn }
          : null,
      },
    ]),
  );
}

const PREFIX: Record<StageKind, string> = { station: 's-', project: 'p-', demonstration: 'd-' };

/** Lets records stand as entries of a list say, after the rows that they follow have been written. */
export async function writeStages(
  tx: Prisma.TransactionClient,
  kind: StageKind,
  entries: readonly Entry[],
): Promise<void> {
  const said = entries.filter(({ cells }) => cells.stage && cells.stageFrom);
  const column = (key: string) => said.map(({ cells }) => cells[key] ?? null);
  // only stations have reasons in their list
  await tx.$queryRaw`SELECT stages_stand(${said.map(({ id }) => `${PREFIX[kind]}${id}`)}::text[], ${column('stage')}::text[],
    ${column('stageFrom')}::text[], ${column('stageReason')}::text[], ${column('stageReasonEn')}::text[], ${kind === 'station'})::text`;
}
