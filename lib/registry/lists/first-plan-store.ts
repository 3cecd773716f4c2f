import 'server-only';
import { now } from '@/lib/core/clock';
import { type CivilDate, civilDate, dateInShanghai, fromDbDate, instantInShanghai, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { upsertRows, type WrittenRow, type WrittenTable } from './bulk-write';

// The first plan of a clinic may reach back to the day on which it truly began: nothing stands there that it could rewrite.
// It can be taken back on the day on which it was brought; after that it is past like any other.

type Client = Prisma.TransactionClient;

/** The weekly slots as they are written. */
export const LINE: WrittenTable = {
  table: 'clinic_schedule',
  columns: {
    id: 'text',
    clinic_id: 'text',
    weekday: 'smallint',
    half: 'half',
    starts_minute: 'smallint',
    ends_minute: 'smallint',
    recurrence: 'recurrence',
    anchor_date: 'date',
    valid_from: 'date',
    valid_to: 'date',
    expert_id: 'text',
    origin: 'origin',
  },
  keys: ['id'],
};

const today = () => dateInShanghai(now());

/** Lets a transaction write what lies before today. */
export async function reachingBack(tx: Client, write: () => Promise<unknown>): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.loading_history', 'on', true)`;
  await write();
  await tx.$executeRaw`SELECT set_config('app.loading_history', '', true)`;
}

/** What was expected in past months is written down once; months to which a first plan reaches are computed anew. */
export async function forgetExpected(tx: Client, from: CivilDate): Promise<void> {
  await tx.expectedMonth.deleteMany({ where: { month: { gte: toDbDate(civilDate(`${from.slice(0, 7)}-01`)) } } });
}

/**
 * Writes slots of first plans that began before today.
 * @throws when something was planned or recorded for past days of the clinic since the file was checked
 */
export async function writeFirstPlans(tx: Client, rows: readonly WrittenRow[]): Promise<void> {
  const ids = rows.map(({ id }) => String(id));
  const of = { clinicId: { in: rows.map(({ clinic_id }) => String(clinic_id)) } };
  const day = toDbDate(today());
  const planned = await tx.clinicSchedule.findMany({
    where: { ...of, validFrom: { lt: day }, id: { notIn: ids } },
    select: { id: true },
  });
  // a long file is written in turns
  const brought = await tx.listImportRow.findMany({
    where: {
      objectId: { in: planned.map(({ id }) => id) },
      listImport: { is: { list: 'schedules', status: 'applying' } },
    },
    select: { objectId: true },
  });
  const own = new Set(brought.map(({ objectId }) => objectId));
  const changed = await tx.scheduleException.count({ where: { ...of, date: { lt: day } } });
  const recorded = await tx.clinicSession.count({ where: of });
  if (changed + recorded > 0 || planned.some(({ id }) => !own.has(id)))
    throw new Error('the past stays as it was: clinic_schedule');
  const [first] = rows.map(({ valid_from }) => civilDate(String(valid_from))).sort();
  if (first) await forgetExpected(tx, first);
  await reachingBack(tx, () => upsertRows(tx, LINE, rows));
}

/**
 * The clinics whose past is still being brought: all that was planned for days before today has come by an import of today,
 * and nothing was recorded yet. So long the sessions that were left out or added may be brought too, and be taken back.
 */
export async function clinicsWithOpenPast(tx: Client): Promise<Set<string>> {
  const begun = { list: 'schedules', appliedAt: { gte: instantInShanghai(today(), 0) } };
  const brought = await tx.listImportRow.findMany({
    where: { outcome: 'added', listImport: { is: begun } },
    select: { objectId: true },
  });
  if (brought.length === 0) return new Set();
  const ids = brought.flatMap(({ objectId }) => objectId ?? []);
  const past = { validFrom: { lt: toDbDate(today()) } };
  const clinics = await tx.jointClinic.findMany({
    where: {
      sessions: { none: {} },
      schedules: { some: { ...past, id: { in: ids } }, none: { ...past, id: { notIn: ids } } },
    },
    select: { id: true },
  });
  return new Set(clinics.map(({ id }) => id));
}

/** Takes slots away; those that began before today are first plans of today. */
export async function removeLines(tx: Client, ids: readonly string[]): Promise<void> {
  const where = { id: { in: [...ids] } };
  const begun = { ...where, validFrom: { lt: toDbDate(today()) } };
  const first = await tx.clinicSchedule.findFirst({ where: begun, orderBy: { validFrom: 'asc' } });
  if (first) {
    await forgetExpected(tx, fromDbDate(first.validFrom));
    await reachingBack(tx, () => tx.clinicSchedule.deleteMany({ where: begun }));
  }
  await tx.clinicSchedule.deleteMany({ where });
}

/**
 * The slots that stay: what was planned for a past day, and what today's records may have followed from. A first plan that
 * was brought today was nobody's plan on the days before.
 */
export async function linesInUse(tx: Client, ids: readonly string[]): Promise<string[]> {
  const day = toDbDate(today());
  const used = await tx.clinicSchedule.findMany({
    where: {
      id: { in: [...ids] },
      OR: [{ validFrom: { lt: day } }, { validFrom: day, clinic: { sessions: { some: { date: day } } } }],
    },
    select: {
      id: true,
      validFrom: true,
      clinic: { select: { _count: { select: { sessions: true, exceptions: { where: { date: { lt: day } } } } } } },
    },
  });
  const brought = await tx.listImportRow.findMany({
    where: {
      objectId: { in: used.map(({ id }) => id) },
      outcome: 'added',
      listImport: { is: { list: 'schedules', appliedAt: { gte: instantInShanghai(today(), 0) } } },
    },
    select: { objectId: true },
  });
  const ofToday = new Set(brought.map(({ objectId }) => objectId));
  const isFirst = ({ id, validFrom, clinic }: (typeof used)[number]) =>
    validFrom < day && clinic._count.sessions + clinic._count.exceptions === 0 && ofToday.has(id);
  return used.filter((line) => !isFirst(line)).map(({ id }) => id);
}
