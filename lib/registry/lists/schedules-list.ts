import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import { now } from '@/lib/core/clock';
import { clockTime, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { HALVES } from '@/lib/directory/schema';
import { lineOf } from '@/lib/joint-clinics/plan-records';
import type { Entry } from '@/lib/registry/schema';
import { upsertRows } from './bulk-write';
import { ORIGIN } from './facility-columns';
import { LINE, linesInUse, removeLines, writeFirstPlans } from './first-plan-store';
import type { List } from './list';
import { completeSlot, lineIn, overlaps, slotProblems } from './schedule-cell-rules';

const RECURRENCES = ['weekly', 'alternate_weeks'] as const;

const today = () => dateInShanghai(now());
/** Slots that are over are history; nothing takes their place. */
const notOver = () => ({ OR: [{ validTo: null }, { validTo: { gte: toDbDate(today()) } }] });

async function writeLines(tx: Prisma.TransactionClient, entries: readonly Entry[]): Promise<void> {
  const lines = entries.map(({ id, cells }) => ({ ...lineIn(id, cells, today()), cells }));
  const rows = lines.map(({ cells, ...line }) => ({
    ...{ id: line.id, clinic_id: cells.clinic ?? '', weekday: line.weekday, half: line.half },
    ...{ starts_minute: line.startsMinute, ends_minute: line.endsMinute, recurrence: line.recurrence },
    ...{ anchor_date: line.anchorDate, valid_from: line.validFrom, valid_to: line.validTo },
    ...{ expert_id: line.expertId, origin: cells.origin ?? 'imported' },
  }));
  const known = await tx.clinicSchedule.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: { id: true },
  });
  const standingIds = new Set(known.map(({ id }) => id));
  const first = rows.filter(({ id, valid_from }) => !standingIds.has(id) && valid_from < today());
  if (first.length > 0) await writeFirstPlans(tx, first);
  const others = rows.filter((row) => !first.includes(row));
  await upsertRows(tx, LINE, others);
  const clinics = { in: [...new Set(rows.map(({ clinic_id }) => clinic_id))] };
  await tx.jointClinic.updateMany({ where: { id: clinics }, data: { version: { increment: 1 } } });
  const standing = await tx.clinicSchedule.findMany({ where: { AND: [{ clinicId: clinics }, notOver()] } });
  // the database knows two weekly slots; alternate weeks are for the rule to tell
  for (const clinicId of clinics.in) {
    const plan = standing.filter((line) => line.clinicId === clinicId);
    if (overlaps(plan.map((line) => ({ id: line.id, ...lineOf(line) }))))
      throw new Error('two slots of one half-day: clinic_schedule_no_overlap');
  }
}

/** The weekly slots of joint clinics, those that are over as well: one row each. */
export const SCHEDULES: List = {
  name: 'schedules',
  model: 'ClinicSchedule',
  objectType: 'ClinicSchedule',
  columns: [
    { key: 'id', type: { kind: 'id' } },
    { key: 'clinic', type: { kind: 'reference', to: 'clinic' }, required: true },
    { key: 'slotWeekday', type: { kind: 'weekday' }, required: true },
    { key: 'slotHalf', type: { kind: 'choice', choices: 'half', values: HALVES }, required: true },
    { key: 'slotStart', type: { kind: 'time' }, required: true },
    { key: 'slotEnd', type: { kind: 'time' }, required: true },
    { key: 'slotExpert', type: { kind: 'reference', to: 'expert' }, required: true },
    {
      key: 'recurrence',
      type: { kind: 'choice', choices: 'recurrence', values: RECURRENCES },
      standard: 'weekly',
    },
    { key: 'slotAnchor', type: { kind: 'date' } },
    { key: 'slotFrom', type: { kind: 'date' } },
    { key: 'slotTo', type: { kind: 'date' } },
    ORIGIN,
  ],
  labelOf: ({ slotLabel }) => slotLabel ?? '',
  keyOf({ clinic, slotWeekday, slotHalf, slotExpert, slotFrom, slotTo }) {
    if (!clinic || !slotWeekday || !slotHalf || !slotExpert) return null;
    const ahead = slotFrom && slotFrom > today() ? slotFrom : '';
    // what is over is told from what holds
    const over = slotTo && slotTo < today() ? `until ${slotTo}` : '';
    return [clinic, slotWeekday, slotHalf, slotExpert, ahead, over].join(' ');
  },
  keyIsUnique: false,
  newId: () => randomUUID(),
  near: null,
  fixed: ['clinic'],
  check: (cells, references, before) => slotProblems(cells, references, before, today()),
  complete: (cells, references) => completeSlot(cells, references, today()),

  async read(tx, actor, action, ids) {
    const rows = await tx.clinicSchedule.findMany({
      where: { AND: [whereFor(actor, action, 'ClinicSchedule'), ids ? { id: { in: [...ids] } } : {}] },
      orderBy: [{ clinicId: 'asc' }, { weekday: 'asc' }, { half: 'asc' }, { validFrom: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ id, clinicId, weekday, half, recurrence, expertId, origin, ...line }) => {
      const [from, anchor] = [fromDbDate(line.validFrom), fromDbDate(line.anchorDate)];
      return {
        id,
        cells: {
          ...{ id, clinic: clinicId, slotWeekday: String(weekday), slotHalf: half, slotExpert: expertId, recurrence },
          ...{ slotStart: clockTime(line.startsMinute), slotEnd: clockTime(line.endsMinute) },
          slotAnchor: recurrence === 'weekly' ? null : anchor,
          ...{ slotFrom: from, slotTo: line.validTo && fromDbDate(line.validTo), origin },
          // in no column, but rules need them
          ...{ lastFrom: from, lastAnchor: anchor },
        },
      };
    });
  },
  count: (tx, actor) => tx.clinicSchedule.count({ where: whereFor(actor, 'export', 'ClinicSchedule') }),
  taken: async (tx, ids) =>
    (await tx.clinicSchedule.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })).map(({ id }) => id),
  inScope: ({ role }) => role === 'city_officer',
  write: writeLines,

  remove: removeLines,
  inUse: linesInUse,
};
