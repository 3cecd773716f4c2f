import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { type SystemActor, writeAudit } from '@/lib/audit/write-audit';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { ORIGINS } from '@/lib/directory/schema';
import { FACILITY_SELECT, facilityCells, writeFacilities } from '@/lib/registry/lists/facility-store';
import type { Cells } from '@/lib/registry/schema';
import { movedSince, renames } from './change-rules';
import type { ProfileKey, ProfilePart } from './change-schema';

// The profile that requests are about: how it stands, and how a change is written into it.

/** The cells of a facility as they stand. The caller has looked at whose it is. */
export async function readProfile(tx: Prisma.TransactionClient, facilityId: string): Promise<Cells> {
  return facilityCells(await tx.facility.findUniqueOrThrow({ where: { id: facilityId }, select: FACILITY_SELECT }));
}

/** Whether another facility of that kind and district has the name. */
export async function nameTaken(tx: Prisma.TransactionClient, facilityId: string, name: string): Promise<boolean> {
  const { kind, districtCode } = await tx.facility.findUniqueOrThrow({
    where: { id: facilityId },
    select: { kind: true, districtCode: true },
  });
  return (await tx.facility.count({ where: { kind, districtCode, name, NOT: { id: facilityId } } })) > 0;
}

export type Written =
  | { ok: true }
  | { ok: false; why: 'moved'; keys: ProfileKey[] }
  | { ok: false; why: 'taken' | 'closed' };

/** Writes a change into a profile, unless the profile is no longer what the change was proposed for. */
export async function writeProfile(
  tx: Prisma.TransactionClient,
  who: Actor | SystemActor,
  change: {
    facilityId: string;
    before: ProfilePart;
    after: ProfilePart;
    effectiveOn: CivilDate;
    scope: { districtCode: string; centreId: string };
  },
): Promise<Written> {
  const { facilityId: id, before, after, effectiveOn, scope } = change;
  // whoever else changes this facility waits
  await tx.$queryRaw`SELECT id FROM facility WHERE id = ${id} FOR UPDATE`;
  const [present, { kind }] = [
    await readProfile(tx, id),
    await tx.facility.findUniqueOrThrow({ where: { id }, select: { kind: true } }),
  ];
  if (present.status === 'closed') return { ok: false, why: 'closed' };
  const keys = movedSince(before, present);
  if (keys.length > 0) return { ok: false, why: 'moved', keys };
  if (after.name && (await nameTaken(tx, id, after.name))) return { ok: false, why: 'taken' };
  await writeFacilities(tx, kind, [{ id, cells: { ...present, ...after } }]);
  if (renames(after)) await keepName(tx, id, present, effectiveOn);
  if (after.subdistrict !== undefined) await keepSubdistrict(tx, id, present, effectiveOn);
  await writeAudit(tx, who, {
    event: 'listEntry.changed',
    object: { type: 'Facility', id, label: after.name ?? present.name ?? id },
    ...{ scope, before, after },
  });
  return { ok: true };
}

/** Keeps the name that is given up, so that search and files that still say so find the facility. */
async function keepName(
  tx: Prisma.TransactionClient,
  facilityId: string,
  present: Cells,
  day: CivilDate,
): Promise<void> {
  const name = present.name ?? '';
  const kept = { nameEn: present.nameEn ?? name, origin: originOf(present) };
  await tx.facilityAlias.upsert({
    where: { facilityId_name_usedUntil: { facilityId, name, usedUntil: toDbDate(day) } },
    create: { facilityId, name, usedUntil: toDbDate(day), ...kept },
    update: kept,
    select: { facilityId: true },
  });
}

/** Keeps where the facility lay, so that figures of days before stay what they were. */
async function keepSubdistrict(
  tx: Prisma.TransactionClient,
  facilityId: string,
  present: Cells,
  day: CivilDate,
): Promise<void> {
  const movedOn = toDbDate(day);
  await tx.subdistrictMove.upsert({
    where: { facilityId_movedOn: { facilityId, movedOn } },
    create: { facilityId, movedOn, fromCode: present.subdistrict ?? null },
    // moved twice on a day: where it lay before is what it was in the morning
    update: {},
    select: { facilityId: true },
  });
}

const originOf = ({ origin }: Cells) => ORIGINS.find((one) => one === origin) ?? 'imported';
