import 'server-only';
import { randomUUID } from 'node:crypto';
import { now } from '@/lib/core/clock';
import { type CivilDate, civilDate, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { Origin } from '@/lib/directory/schema';
import type { ClinicStatus } from '@/lib/joint-clinics/schema';
import { valuesIn } from '@/lib/registry/rows/cell-values';
import { statusesIn } from '@/lib/registry/rows/earlier-rules';
import type { Cells, Entry } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';

// A clinic's row as the database keeps it: itself, its conditions, its status history and the people who are at it.

type Client = Prisma.TransactionClient;

const CLINIC: WrittenTable = {
  table: 'joint_clinic',
  columns: {
    id: 'text',
    name: 'text',
    name_en: 'text',
    centre_id: 'text',
    hospital_id: 'text',
    department: 'text',
    department_en: 'text',
    room: 'text',
    booking_method: 'booking_method',
    booking_phone: 'text',
    origin: 'origin',
  },
  keys: ['id'],
  onChange: 'version = joint_clinic.version + 1',
};
const CONDITION: WrittenTable = {
  table: 'joint_clinic_condition',
  columns: { clinic_id: 'text', catalogue_id: 'text', condition_code: 'text' },
  keys: ['clinic_id', 'catalogue_id', 'condition_code'],
};

const originOf = (cells: Cells) => (cells.origin ?? 'imported') as Origin;

async function writeConditions(tx: Client, entries: readonly Entry[]): Promise<void> {
  const catalogue = await tx.conditionCatalogue.findFirstOrThrow({ where: { current: true }, select: { id: true } });
  await tx.jointClinicCondition.deleteMany({
    where: { clinicId: { in: entries.map(({ id }) => id) }, catalogueId: catalogue.id },
  });
  const rows = entries.flatMap(({ id, cells }) =>
    valuesIn(cells.clinicConditions).map((code) => ({
      ...{ clinic_id: id, catalogue_id: catalogue.id, condition_code: code },
    })),
  );
  await upsertRows(tx, CONDITION, rows);
}

type Period = { id: string; clinicId: string; status: ClinicStatus; validFrom: Date };

/** What was announced after a status goes, and that status holds again; what has begun by now is past and stays. */
async function goBackTo(tx: Client, kept: Period, later: readonly Period[]): Promise<void> {
  const today = toDbDate(dateInShanghai(now()));
  if (later.some(({ validFrom }) => validFrom <= today))
    throw new Error('the past stays as it was: joint_clinic_status');
  await tx.jointClinicStatus.deleteMany({ where: { id: { in: later.map(({ id }) => id) } } });
  await tx.jointClinicStatus.update({ where: { id: kept.id }, data: { validTo: null }, select: { id: true } });
}

/** How a new clinic stood before: one time until the next, the last until its latest status begins. */
async function writeEarlier(
  tx: Client,
  { clinicId, until, origin }: { clinicId: string; until: CivilDate; origin: Origin },
  { earlierStatuses }: Cells,
): Promise<void> {
  const earlier = statusesIn(earlierStatuses);
  await tx.jointClinicStatus.createMany({
    data: earlier.map(({ status, from, reason, reasonEn }, at) => ({
      ...{ clinicId, status: status as ClinicStatus, reason, reasonEn, origin },
      ...{ validFrom: toDbDate(civilDate(from)), validTo: toDbDate(civilDate(earlier[at + 1]?.from ?? until)) },
    })),
  });
}

/** Since when a new clinic has had people: since it first opened, or was to be prepared. */
function peopledSince({ earlierStatuses, statusFrom }: Cells, today: CivilDate): CivilDate {
  const opened = statusesIn(earlierStatuses).find(({ status }) => status === 'operating');
  return civilDate(opened?.from ?? statusFrom ?? today);
}

async function writeStatus(tx: Client, { id: clinicId, cells }: Entry, periods: readonly Period[]): Promise<void> {
  const from = civilDate(cells.statusFrom ?? dateInShanghai(now()));
  const status = (cells.clinicStatus ?? 'operating') as ClinicStatus;
  const at = periods.findIndex((one) => one.status === status && fromDbDate(one.validFrom) === from);
  const [kept, last] = [periods[at], periods.at(-1)];
  if (kept) {
    if (kept !== last) await goBackTo(tx, kept, periods.slice(at + 1));
    return;
  }
  const origin = originOf(cells);
  if (!last) await writeEarlier(tx, { clinicId, until: from, origin }, cells);
  const reasons = { reason: cells.statusReason ?? null, reasonEn: cells.statusReasonEn ?? null };
  if (last)
    await tx.jointClinicStatus.update({
      where: { id: last.id },
      data: { validTo: toDbDate(from) },
      select: { id: true },
    });
  await tx.jointClinicStatus.create({
    data: { id: randomUUID(), clinicId, status, validFrom: toDbDate(from), origin, ...reasons },
  });
}

type Stay = { id: string; validFrom: Date; validTo: Date | null };

/** Who comes and who leaves, from today on; a time that has not begun is gone as a whole, one that ends today goes on. */
function moves(wanted: readonly string[], stays: readonly Stay[], today: Date) {
  const there = stays.filter(({ validTo }) => validTo === null || validTo > today);
  const leaving = there.filter(({ id }) => !wanted.includes(id));
  const missing = wanted.filter((id) => !there.some((one) => one.id === id));
  const back = stays.filter(({ id, validTo }) => missing.includes(id) && validTo?.getTime() === today.getTime());
  return {
    gone: leaving.filter(({ validFrom }) => validFrom >= today),
    ended: leaving.filter(({ validFrom }) => validFrom < today),
    back,
    come: missing.filter((id) => !back.some((one) => one.id === id)),
  };
}

async function writeExperts(tx: Client, { id: clinicId, cells }: Entry, stays: readonly Stay[], from: Date) {
  const today = toDbDate(dateInShanghai(now()));
  const { gone, ended, back, come } = moves(valuesIn(cells.clinicExperts), stays, today);
  const key = ({ id, validFrom }: Stay) => ({ clinicId, expertId: id, validFrom });
  for (const one of gone) await tx.jointClinicExpert.deleteMany({ where: key(one) });
  for (const one of ended) await tx.jointClinicExpert.updateMany({ where: key(one), data: { validTo: today } });
  for (const one of back) await tx.jointClinicExpert.updateMany({ where: key(one), data: { validTo: null } });
  const hospitalId = cells.hospital ?? '';
  await tx.jointClinicExpert.createMany({
    data: come.map((expertId) => ({ clinicId, expertId, hospitalId, validFrom: from })),
  });
}

async function writeTrainees(tx: Client, { id: clinicId, cells }: Entry, stays: readonly Stay[], from: Date) {
  const today = toDbDate(dateInShanghai(now()));
  const { gone, ended, back, come } = moves(valuesIn(cells.clinicTrainees), stays, today);
  const key = ({ id, validFrom }: Stay) => ({ clinicId, traineeId: id, validFrom });
  for (const one of gone) await tx.jointClinicTrainee.deleteMany({ where: key(one) });
  for (const one of ended) await tx.jointClinicTrainee.updateMany({ where: key(one), data: { validTo: today } });
  for (const one of back) await tx.jointClinicTrainee.updateMany({ where: key(one), data: { validTo: null } });
  const centreId = cells.centre ?? '';
  await tx.jointClinicTrainee.createMany({
    data: come.map((traineeId) => ({ clinicId, traineeId, centreId, validFrom: from })),
  });
}

/** Writes clinics; of status and people only what differs is touched. */
export async function writeClinics(tx: Client, entries: readonly Entry[]): Promise<void> {
  const standing = await tx.jointClinic.findMany({
    where: { id: { in: entries.map(({ id }) => id) } },
    select: {
      id: true,
      statuses: { orderBy: { validFrom: 'asc' } },
      experts: { orderBy: { validFrom: 'asc' } },
      trainees: { orderBy: { validFrom: 'asc' } },
    },
  });
  const known = new Map(standing.map((row) => [row.id, row]));
  const rows = entries.map(({ id, cells }) => ({
    id,
    name: cells.clinicName ?? '',
    name_en: cells.clinicNameEn ?? '',
    centre_id: cells.centre ?? '',
    hospital_id: cells.hospital ?? '',
    department: cells.department ?? '',
    department_en: cells.departmentEn ?? '',
    room: cells.room ?? null,
    booking_method: cells.bookingMethod ?? 'centre_desk',
    booking_phone: cells.bookingPhone ?? null,
    origin: originOf(cells),
  }));
  await upsertRows(tx, CLINIC, rows);
  await writeConditions(tx, entries);
  const today = dateInShanghai(now());
  for (const entry of entries) {
    const row = known.get(entry.id);
    await writeStatus(tx, entry, row?.statuses ?? []);
    // the people of a new clinic are there since it has been open
    const from = toDbDate(row ? today : peopledSince(entry.cells, today));
    await writeExperts(tx, entry, row?.experts.map(({ expertId: id, ...dates }) => ({ id, ...dates })) ?? [], from);
    await writeTrainees(tx, entry, row?.trainees.map(({ traineeId: id, ...dates }) => ({ id, ...dates })) ?? [], from);
  }
}

/** Takes clinics away of which nothing has been planned or recorded; with them goes the day on which they opened. */
export async function removeClinics(tx: Client, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw`SELECT set_config('app.loading_history', 'on', true)`;
  await tx.jointClinic.deleteMany({ where: { id: { in: [...ids] } } });
  await tx.$executeRaw`SELECT set_config('app.loading_history', '', true)`;
}
