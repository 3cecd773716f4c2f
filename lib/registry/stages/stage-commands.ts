import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, toDbDate } from '@/lib/core/dates';
import { ok, type Result } from '@/lib/core/result';
import type { Prisma } from '@/lib/db/generated/client';
import { mayTake, stepProblems } from './stage-rules';
import { stepSchema } from './stage-schema';
import {
  inTransaction,
  invalid,
  invalidProblems,
  NOT_FOUND,
  RECORD_SELECT,
  type RecordRow,
  STALE,
  stateOf,
  viewOf,
} from './stage-store';

/**
 * Takes a record into its next stage, from a day on that is not ahead. A station that opens becomes a facility; where its
 * door is remains to be told, so it stands at the point of its subdistrict.
 * @returns the new version; INVALID with fields, NOT_FOUND out of scope or when the step is another's to take, CONFLICT for
 * a stale version
 */
export async function takeStep(
  actor: Actor,
  input: z.input<typeof stepSchema>,
): Promise<Result<{ version: number; stationId: string | null }>> {
  if (!mayI(actor, 'update', 'StageRecord')) return NOT_FOUND;
  const parsed = stepSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { recordId, version, stage, beganOn, reason, reasonEn } = parsed.data;
  return await inTransaction(async (tx) => {
    const row = await tx.stageRecord.findFirst({
      where: { AND: [whereFor(actor, 'update', 'StageRecord'), { id: recordId }] },
      select: RECORD_SELECT,
    });
    if (!row || !mayTake(actor.role, stage, row.stage)) return NOT_FOUND;
    if (row.version !== version) return STALE;
    const problems = stepProblems(stateOf(row), { stage, beganOn, reason }, dateInShanghai(now()));
    if (problems.length > 0) return invalidProblems(problems);
    const { count } = await tx.stageRecord.updateMany({
      where: { id: recordId, version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) return STALE;
    const opens = row.kind === 'station' && row.stationId === null && stage === 'operating';
    const stationId = opens ? await openStation(tx, row) : row.stationId;
    if (opens && stationId === null)
      return invalidProblems([{ path: 'stage', messageKey: 'stages.problem.nameTaken' }]);
    await tx.stageStep.create({
      data: { recordId, stage, beganOn: toDbDate(beganOn), reason, reasonEn, byName: actor.displayName },
      select: { recordId: true },
    });
    await auditStep(tx, actor, row, { stage, beganOn, reason });
    return ok({ version: version + 1, stationId });
  });
}

async function auditStep(
  tx: Prisma.TransactionClient,
  actor: Actor,
  row: RecordRow,
  { stage, beganOn, reason }: { stage: string; beganOn: CivilDate; reason: string | null },
) {
  const { name, districtCode } = viewOf(row, actor.role);
  await writeAudit(tx, actor, {
    event: 'stageRecord.stepTaken',
    object: { type: 'StageRecord', id: row.id, label: name },
    scope: { districtCode, centreId: row.centreId },
    before: { stage: row.stage },
    after: { stage, beganOn },
    ...(reason && { reason }),
  });
}

/** Makes a facility of a planned station; null when another of its district has its name. */
async function openStation(tx: Prisma.TransactionClient, row: RecordRow): Promise<string | null> {
  const { name, nameEn, districtCode, subdistrictCode, stationKind, centreId, origin } = row;
  const place = await tx.subdistrict.findUnique({ where: { code: subdistrictCode ?? '' } });
  if (!place || !name || !stationKind) throw new Error(`${row.id} is no plan of a station`);
  if ((await tx.facility.count({ where: { districtCode, kind: 'service_station', name } })) > 0) return null;
  const id = row.id.replace(/^s-/, '');
  await tx.facility.create({
    data: {
      ...{ id, name, nameEn: nameEn ?? name, districtCode, subdistrictCode, origin, kind: 'service_station' },
      ...{ latitude: place.latitude, longitude: place.longitude, exactness: 'subdistrict_point' },
    },
    select: { id: true },
  });
  await tx.serviceStation.create({
    data: { facilityId: id, districtCode, centreId, stationKind },
    select: { facilityId: true },
  });
  return id;
}
