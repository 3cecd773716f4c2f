import 'server-only';
import { randomUUID } from 'node:crypto';
import { civilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { Cells, Entry } from '@/lib/registry/schema';
import { dayOrNull, type MembershipRow, OF_HOSPITALS, writeMemberships } from './membership-store';

// The alliance of a hospital: its latest membership is what the list says, earlier ones are history and stay.

type Client = Prisma.TransactionClient;

/** The cells of hospitals' latest memberships; those that begin with # are kept for undoing and stand in no file. */
export async function readHospitalMembers(tx: Client, hospitals: readonly string[]): Promise<Map<string, Cells>> {
  const rows = await tx.allianceMembership.findMany({
    where: { AND: [OF_HOSPITALS, { facilityId: { in: [...hospitals] } }] },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  });
  const members = new Map<string, Cells>();
  for (const { id, facilityId, allianceCode, validFrom, validTo, origin, source } of rows) {
    const [from, to] = [fromDbDate(validFrom), dayOrNull(validTo)];
    const earlier = members.get(facilityId ?? '');
    members.set(facilityId ?? '', {
      ...{ alliance: allianceCode, memberFrom: from, memberTo: to },
      ...{ '#memberId': id, '#memberOf': allianceCode, '#memberSince': from, '#memberUntil': to },
      ...{ '#memberOrigin': origin, '#memberSource': source },
      // a partner may stand beside several alliances at once: only what has ended bounds what follows
      '#earlierUntil': earlier?.memberTo && earlier.memberTo <= from ? earlier.memberTo : null,
    });
  }
  return members;
}

/** Whether the row says more of the membership that stands, not of one that follows it. */
function goesOn(cells: Cells): boolean {
  const from = cells.memberFrom ?? '';
  const [since, until] = [cells['#memberSince'] ?? '', cells['#memberUntil']];
  return since >= from || (cells.alliance === cells['#memberOf'] && !(until && from >= until));
}

function memberOf({ id, cells }: Entry): MembershipRow[] {
  const { alliance, memberFrom } = cells;
  if (!alliance || !memberFrom) return [];
  const role = cells.hospitalKind === 'lead_hospital' ? 'lead' : 'partner';
  const place = { alliance, kind: 'regional', role, district: null, facility: id };
  const standing = goesOn(cells) ? cells['#memberId'] : null;
  if (standing) return [{ id: standing, ...place, cells }];
  const own = { ...cells, '#memberOrigin': null, '#memberSource': null };
  return [{ id: randomUUID(), ...place, cells: own }];
}

/** What stood before another alliance ends when that begins; what came after the membership of the row goes. */
async function makeRoom(tx: Client, { id: facilityId, cells }: Entry): Promise<void> {
  const from = cells.memberFrom;
  const of = { ...OF_HOSPITALS, facilityId };
  if (!from) {
    await tx.allianceMembership.deleteMany({ where: of });
    return;
  }
  const day = toDbDate(civilDate(from));
  const last = cells['#memberSince'];
  if (last && goesOn(cells)) {
    const later = { gt: toDbDate(civilDate(last)) };
    await tx.allianceMembership.deleteMany({
      where: { ...of, validFrom: later, NOT: { id: cells['#memberId'] ?? '' } },
    });
  } else if (cells['#memberId'])
    await tx.allianceMembership.updateMany({
      where: { id: cells['#memberId'], OR: [{ validTo: null }, { validTo: { gt: day } }] },
      data: { validTo: day },
    });
}

/** Writes which alliance each hospital leads or stands beside. */
export async function writeHospitalMembers(tx: Client, entries: readonly Entry[]): Promise<void> {
  for (const entry of entries) await makeRoom(tx, entry);
  await writeMemberships(tx, entries.flatMap(memberOf));
}
