import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import { now } from '@/lib/core/clock';
import { type CivilDate, civilDate, clockTime, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { HALVES } from '@/lib/directory/schema';
import { upsertRows, type WrittenRow, type WrittenTable } from './bulk-write';
import { changeKey, changeProblems, completeChange } from './exception-cell-rules';
import { ORIGIN } from './facility-columns';
import { clinicsWithOpenPast, forgetExpected, reachingBack } from './first-plan-store';
import type { List } from './list';
import { minuteOf } from './time-rules';

const KINDS = ['removed', 'added'] as const;

const EXCEPTION: WrittenTable = {
  table: 'schedule_exception',
  columns: {
    ...{ id: 'text', clinic_id: 'text', date: 'date', half: 'half', kind: 'schedule_exception_kind' },
    ...{ starts_minute: 'smallint', ends_minute: 'smallint', expert_id: 'text' },
    ...{ reason: 'text', reason_en: 'text', origin: 'origin' },
  },
  keys: ['clinic_id', 'date', 'half'],
  once: ['id'],
};

const today = () => dateInShanghai(now());

function partsOf(id: string) {
  const [clinicId = '', date = '', half = ''] = id.split(' ');
  return { clinicId, date: toDbDate(civilDate(date)), half: HALVES.find((one) => one === half) ?? 'am' };
}

/** Entries by their ids; none for no ids, where an empty OR would be dropped. */
const anyOf = (ids: readonly string[]) => (ids.length === 0 ? { id: { in: [] } } : { OR: ids.map(partsOf) });

const isOver = (id: string) => fromDbDate(partsOf(id).date) < today();
const firstOf = (dates: readonly CivilDate[]) => [...dates].sort()[0] ?? today();

/** Writes changes of past days that come with the first plan of their clinic. */
async function writePast(tx: Prisma.TransactionClient, rows: readonly WrittenRow[]): Promise<void> {
  const open = await clinicsWithOpenPast(tx);
  if (rows.some(({ clinic_id }) => !open.has(String(clinic_id))))
    throw new Error('the past stays as it was: schedule_exception');
  await forgetExpected(tx, firstOf(rows.map(({ date }) => civilDate(String(date)))));
  await reachingBack(tx, () => upsertRows(tx, EXCEPTION, rows));
}

const timeOf = (minute: number | null) => (minute === null ? null : clockTime(minute));
const minuteIn = (time: string | null | undefined) => (time ? minuteOf(time) : null);

/** Single sessions that the weekly plan names and that are left out, or that are added to it. */
export const EXCEPTIONS: List = {
  name: 'exceptions',
  model: 'ScheduleException',
  objectType: 'ScheduleException',
  columns: [
    { key: 'clinic', type: { kind: 'reference', to: 'clinic' }, required: true },
    { key: 'changeDate', type: { kind: 'date' }, required: true },
    { key: 'slotHalf', type: { kind: 'choice', choices: 'half', values: HALVES }, required: true },
    { key: 'changeKind', type: { kind: 'choice', choices: 'session_change', values: KINDS }, required: true },
    { key: 'changeStart', type: { kind: 'time' } },
    { key: 'changeEnd', type: { kind: 'time' } },
    { key: 'changeExpert', type: { kind: 'reference', to: 'expert' } },
    { key: 'changeReason', type: { kind: 'text', most: 200 }, required: true },
    { key: 'changeReasonEn', type: { kind: 'text', most: 200 } },
    ORIGIN,
  ],
  labelOf: ({ label }) => label ?? '',
  keyOf: changeKey,
  keyIsUnique: true,
  newId: (cells) => changeKey(cells) ?? '',
  near: null,
  fixed: [],
  check: (cells, references, before) => changeProblems(cells, references, before, today()),
  complete: completeChange,

  async read(tx, actor, action, ids) {
    const rows = await tx.scheduleException.findMany({
      where: { AND: [whereFor(actor, action, 'ScheduleException'), ids ? anyOf(ids) : {}] },
      orderBy: [{ clinicId: 'asc' }, { date: 'asc' }, { half: 'asc' }],
    });
    return rows.map(({ clinicId, date, half, kind, startsMinute, endsMinute, expertId, origin, ...why }) => {
      const key = { clinic: clinicId, changeDate: fromDbDate(date), slotHalf: half };
      return {
        id: changeKey(key) ?? '',
        cells: {
          ...{ ...key, changeKind: kind, changeStart: timeOf(startsMinute), changeEnd: timeOf(endsMinute) },
          ...{ changeExpert: expertId, changeReason: why.reason, changeReasonEn: why.reasonEn, origin },
        },
      };
    });
  },
  count: (tx, actor) => tx.scheduleException.count({ where: whereFor(actor, 'export', 'ScheduleException') }),
  async taken(tx, ids) {
    const rows = await tx.scheduleException.findMany({ where: anyOf(ids) });
    return rows.map(({ clinicId, date, half }) => `${clinicId} ${fromDbDate(date)} ${half}`);
  },
  inScope: ({ role }) => role === 'city_officer',

  async write(tx, entries) {
    const rows = entries.map(({ cells }) => ({
      ...{ id: randomUUID(), clinic_id: cells.clinic ?? '', date: cells.changeDate ?? null },
      ...{ half: cells.slotHalf ?? 'am', kind: cells.changeKind ?? 'removed' },
      ...{ starts_minute: minuteIn(cells.changeStart), ends_minute: minuteIn(cells.changeEnd) },
      ...{ expert_id: cells.changeExpert ?? null, reason: cells.changeReason ?? '' },
      ...{ reason_en: cells.changeReasonEn ?? null, origin: cells.origin ?? 'imported' },
    }));
    const past = rows.filter(({ date }) => date !== null && date < today());
    if (past.length > 0) await writePast(tx, past);
    await upsertRows(
      tx,
      EXCEPTION,
      rows.filter((row) => !past.includes(row)),
    );
    const clinics = { in: [...new Set(rows.map(({ clinic_id }) => clinic_id))] };
    await tx.jointClinic.updateMany({ where: { id: clinics }, data: { version: { increment: 1 } } });
  },

  async remove(tx, ids) {
    const past = ids.filter(isOver);
    if (past.length > 0) {
      await forgetExpected(tx, firstOf(past.map((id) => fromDbDate(partsOf(id).date))));
      await reachingBack(tx, () => tx.scheduleException.deleteMany({ where: anyOf(past) }));
    }
    await tx.scheduleException.deleteMany({ where: anyOf(ids.filter((id) => !isOver(id))) });
  },

  // what was planned for a past day stays, and so does what today's records may have followed from
  async inUse(tx, ids) {
    const day = today();
    const open = await clinicsWithOpenPast(tx);
    const of = ids.filter((id) => fromDbDate(partsOf(id).date) <= day);
    const clinics = { in: of.map((id) => partsOf(id).clinicId) };
    const sessions = await tx.clinicSession.findMany({
      where: { clinicId: clinics, date: toDbDate(day) },
      select: { clinicId: true },
    });
    const recorded = new Set(sessions.map(({ clinicId }) => clinicId));
    return of.filter((id) => (isOver(id) ? !open.has(partsOf(id).clinicId) : recorded.has(partsOf(id).clinicId)));
  },
};
