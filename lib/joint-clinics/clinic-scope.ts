import 'server-only';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';

type Transaction = Prisma.TransactionClient;
type Clinic = { id: string; name: string; version: number; centreId: string; districtCode: string; hospitalId: string };

type ClinicObject = {
  object: { type: 'JointClinic'; id: string; label: string };
  scope: { centreId: string; districtCode: string; allianceCode?: string };
};

/** Moves the clinic's version on; false when somebody else has moved it meanwhile. Others wait from here to the end. */
export async function takeVersion(tx: Transaction, { id, version }: Pick<Clinic, 'id' | 'version'>): Promise<boolean> {
  const { count } = await tx.jointClinic.updateMany({
    where: { id, version },
    data: { version: { increment: 1 } },
  });
  return count === 1;
}

/** Whether the clinic still has the version that was read; until the transaction ends nobody else gives it another. */
export async function holdVersion(tx: Transaction, { id, version }: Pick<Clinic, 'id' | 'version'>): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM joint_clinic WHERE id = ${id} AND version = ${version} FOR NO KEY UPDATE`;
  return held.length === 1;
}

/** The clinic as the object of an event that its centre, its district and the alliance of its hospital may read. */
export async function auditObject(
  tx: Transaction,
  { id, name, centreId, districtCode, hospitalId }: Omit<Clinic, 'version'>,
): Promise<ClinicObject> {
  const today = toDbDate(dateInShanghai(now()));
  const membership = await tx.allianceMembership.findFirst({
    where: {
      facilityId: hospitalId,
      role: 'lead',
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    },
    select: { allianceCode: true },
  });
  return {
    object: { type: 'JointClinic', id, label: name },
    scope: { centreId, districtCode, ...(membership && { allianceCode: membership.allianceCode }) },
  };
}

/** The names of experts, for the trail: it must read the same when they are gone. */
export async function expertNames(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.expert.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
