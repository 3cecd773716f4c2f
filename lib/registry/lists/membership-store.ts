import 'server-only';
import { fromDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { Cells } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';

// Who belongs to an alliance, in which role and time, between the rows of the database and the cells of lists.

const MEMBERSHIP: WrittenTable = {
  table: 'alliance_membership',
  columns: {
    ...{ id: 'text', alliance_code: 'text', alliance_kind: 'alliance_kind', role: 'alliance_role' },
    ...{ district_code: 'text', facility_id: 'text', valid_from: 'date', valid_to: 'date' },
    ...{ origin: 'origin', source: 'text' },
  },
  keys: ['id'],
};

/** The hospitals that lead a regional alliance or stand beside its lead; their list is that of hospitals. */
export const OF_HOSPITALS: Prisma.AllianceMembershipWhereInput = {
  allianceKind: 'regional',
  role: { in: ['lead', 'partner'] },
};

/** The day on which a membership ends, as a cell. */
export const dayOrNull = (date: Date | null) => date && fromDbDate(date);

export type MembershipRow = {
  id: string;
  alliance: string;
  kind: string;
  role: string;
  district: string | null;
  facility: string | null;
  cells: Cells;
};

/**
 * Writes memberships. What the entries had before goes first: two that change places would stand in each other's way.
 */
export async function writeMemberships(tx: Prisma.TransactionClient, members: readonly MembershipRow[]): Promise<void> {
  await tx.allianceMembership.deleteMany({ where: { id: { in: members.map(({ id }) => id) } } });
  const rows = members.map(({ id, alliance, kind, role, district, facility, cells }) => ({
    ...{ id, alliance_code: alliance, alliance_kind: kind, role, district_code: district, facility_id: facility },
    ...{ valid_from: cells.memberFrom ?? null, valid_to: cells.memberTo ?? null },
    ...{ origin: cells['#memberOrigin'] ?? cells.origin ?? 'imported' },
    source: cells['#memberSource'] ?? cells.source ?? null,
  }));
  await upsertRows(tx, MEMBERSHIP, rows);
}
