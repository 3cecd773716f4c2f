import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import {
  EXPERT_PRESENCES,
  NOT_HELD_REASONS,
  SESSION_MODES,
  SESSION_STATES,
  TEXT_LIMIT,
  TRAINEE_PARTS,
} from '@/lib/clinic-sessions/schema';
import { contextOf } from '@/lib/clinic-sessions/slot-context';
import { slotName } from '@/lib/clinic-sessions/slot-sql';
import { now } from '@/lib/core/clock';
import { addDays, civilDate, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { uuidOfTime } from '@/lib/core/uuid';
import type { Prisma } from '@/lib/db/generated/client';
import { HALVES } from '@/lib/directory/schema';
import { cleanText } from '@/lib/registry/rows/cell-rules';
import { yesNo } from '@/lib/registry/rows/cell-values';
import { sayingCell } from '@/lib/registry/rows/counted-rules';
import type { Cells, Column, Entry } from '@/lib/registry/schema';
import { ORIGIN } from './facility-columns';
import type { List } from './list';
import {
  asItStands,
  completeRecord,
  newRecordProblems,
  placesOfFile,
  recordProblem,
  standingProblems,
} from './record-cell-rules';
import { currentCatalogue, removeRecords, slotOf, slotsOfRows, writeRecords } from './record-store';

const COUNT = { kind: 'integer', least: 0, most: 999 } as const;
const MANY = { kind: 'integer', least: 0, most: 9999 } as const;

const COLUMNS: readonly Column[] = [
  { key: 'clinic', type: { kind: 'reference', to: 'clinic' }, required: true },
  { key: 'recordDate', type: { kind: 'date' }, required: true },
  { key: 'slotHalf', type: { kind: 'choice', choices: 'half', values: HALVES }, required: true },
  { key: 'recordHeld', type: { kind: 'yes_no' }, required: true },
  { key: 'notHeldReason', type: { kind: 'choice', choices: 'not_held', values: NOT_HELD_REASONS } },
  { key: 'expertPresence', type: { kind: 'choice', choices: 'presence', values: EXPERT_PRESENCES } },
  { key: 'recordExpert', type: { kind: 'reference', to: 'expert' } },
  { key: 'recordMode', type: { kind: 'choice', choices: 'mode', values: SESSION_MODES } },
  { key: 'visitsNew', type: COUNT },
  { key: 'visitsReturn', type: COUNT },
  { key: 'visitsByCondition', type: { kind: 'counts', to: 'condition', most: 999 } },
  { key: 'techniqueCounts', type: { kind: 'counts', to: 'technique', most: 9999 } },
  { key: 'prescriptions', type: MANY },
  { key: 'preparationsGiven', type: MANY },
  { key: 'referralsUp', type: COUNT },
  { key: 'referralsDown', type: COUNT },
  { key: 'recordTrainees', type: { kind: 'parts', to: 'trainee', choices: 'part', values: TRAINEE_PARTS } },
  { key: 'teachingCases', type: COUNT },
  { key: 'recordNote', type: { kind: 'text', most: TEXT_LIMIT } },
  { key: 'explanation', type: { kind: 'text', most: TEXT_LIMIT } },
  { key: 'recordedOn', type: { kind: 'date' } },
  { key: 'recordState', type: { kind: 'choice', choices: 'record_state', values: SESSION_STATES } },
  ORIGIN,
];

const HANGING = {
  conditions: { select: { conditionCode: true, visits: true } },
  techniques: { select: { techniqueCode: true, count: true } },
  trainees: { select: { traineeId: true, part: true } },
  clinic: { select: { name: true, centre: { select: { facility: { select: { name: true } } } } } },
} as const;
type Row = Prisma.ClinicSessionGetPayload<{ include: typeof HANGING }>;

/** A text as a file would give it back. */
function textIn(text: string | null): string | null {
  const clean = text === null ? '' : cleanText(text);
  return clean === '' || /^[-—/\\]+$/.test(clean) ? null : clean;
}

function entryOf({ id, held, conditions, techniques, trainees, ...row }: Row): Entry {
  const ofHeld = (value: string | number | null) => (held && value !== null ? String(value) : null);
  const date = fromDbDate(row.date);
  return {
    id,
    cells: {
      ...{ clinic: row.clinicId, recordDate: date, slotHalf: row.half, recordHeld: yesNo(held) },
      ...{ notHeldReason: row.notHeldReason, expertPresence: row.expertPresence, recordExpert: row.expertId },
      ...{ recordMode: row.mode, visitsNew: ofHeld(row.visitsNew), visitsReturn: ofHeld(row.visitsReturn) },
      visitsByCondition: sayingCell(conditions.map(({ conditionCode, visits }) => [conditionCode, visits])),
      techniqueCounts: sayingCell(techniques.map(({ techniqueCode, count }) => [techniqueCode, count])),
      ...{ prescriptions: ofHeld(row.prescriptions), preparationsGiven: ofHeld(row.preparations) },
      ...{ referralsUp: ofHeld(row.referralsUp), referralsDown: ofHeld(row.referralsDown) },
      recordTrainees: sayingCell(trainees.map(({ traineeId, part }) => [traineeId, part])),
      teachingCases: ofHeld(row.teachingCases),
      ...{ recordNote: textIn(row.note), explanation: textIn(row.explanation) },
      ...{ recordedOn: dateInShanghai(row.firstSubmittedAt), recordState: row.state, origin: row.origin },
      // in no column, but rules and the trail need them
      ...{ district: row.districtCode, recordLabel: `${row.clinic.centre.facility.name}${row.clinic.name} ${date}` },
    },
  };
}

/** The days of a month, `2026-10`. */
function daysOf(month: string) {
  const first = civilDate(`${month}-01`);
  const next = civilDate(`${addDays(first, 31).slice(0, 7)}-01`);
  return { date: { gte: toDbDate(first), lt: toDbDate(next) } };
}

const mine = (actor: Parameters<List['read']>[1], action: 'update' | 'export') =>
  whereFor(actor, action === 'update' ? 'import' : 'export', 'ClinicSession');

async function monthsOf(...[tx, actor]: Parameters<NonNullable<List['parts']>>): Promise<string[]> {
  // the months of clinics are far fewer than their records
  const rows = await tx.activityMonth.findMany({
    where: whereFor(actor, 'export', 'ActivityMonth'),
    distinct: ['month'],
    select: { month: true },
    orderBy: { month: 'desc' },
  });
  return rows.map(({ month }) => fromDbDate(month).slice(0, 7));
}

const today = () => dateInShanghai(now());

/** What stands around the half-days that a file names, and the rules of records for its new ones. */
const around: List['around'] = async (tx, actor, { rows, references }) => {
  const instant = now();
  const catalogueId = await currentCatalogue(tx);
  const slots = await slotsOfRows(tx, rows, catalogueId, instant);
  const ids = [...slots.values()].flatMap(({ record }) => record?.id ?? []);
  const places = placesOfFile();
  const contextAt = (cells: Cells) => {
    const at = slotOf(cells);
    const slot = at && slots.get(slotName(at));
    return slot ? { slot, context: contextOf(actor, slot, at, instant) } : null;
  };
  const present = await RECORDS.read(tx, actor, 'update', ids);
  const standing = new Map(present.map(({ cells }) => [RECORDS.keyOf(cells), cells]));
  return {
    present,
    rules: {
      complete(cells) {
        const before = standing.get(RECORDS.keyOf(cells));
        if (before) return asItStands(cells, before);
        const known = contextAt(cells);
        const named = references.clinic.entries.get(cells.clinic ?? '');
        const label = { recordLabel: `${named?.names[0] ?? ''} ${cells.recordDate ?? ''}`.trim() };
        const complete = completeRecord(cells, known?.context.plannedExpertId ?? null, today());
        return { ...complete, ...label, district: named?.district ?? null };
      },
      check(cells, _, before) {
        if (before) return standingProblems(cells, before, COLUMNS);
        const known = contextAt(cells);
        if (!known) return [];
        const { slot, context } = known;
        const experts = [context.plannedExpertId, cells.recordExpert ?? null].filter((id) => id !== null);
        const elsewhere = [...context.elsewhere, ...places.elsewhere(cells, experts)];
        const { monthClosed } = slot;
        const inFile = { context: { ...context, elsewhere }, monthClosed, catalogueId };
        const { content, problems } = newRecordProblems(cells, inFile);
        if (content && problems.every(({ level }) => level !== 'error'))
          places.take(cells, content, context.plannedExpertId, slot.clinicName);
        return problems;
      },
    },
  };
};

/** Past sessions of joint clinics (过往门诊记录): what was recorded elsewhere before there was a portal. */
export const RECORDS: List = {
  name: 'records',
  model: 'ClinicSession',
  broughtBy: 'import',
  mostRows: 10_000,
  objectType: 'ClinicSession',
  scopeColumn: 'clinic',
  columns: COLUMNS,
  labelOf: ({ recordLabel }) => recordLabel ?? '',
  keyOf(cells) {
    const slot = slotOf(cells);
    return slot && slotName(slot);
  },
  keyIsUnique: true,
  newId: () => uuidOfTime(now()),
  near: null,
  fixed: [],
  // without what stands around it, no row is sound
  check: (cells) => [recordProblem('clinic', 'unknown', { found: cells.clinic ?? '' })],
  complete: (cells) => cells,
  around,
  parts: monthsOf,

  async read(tx, actor, action, ids, part) {
    const month = ids ? null : (part ?? (await monthsOf(tx, actor))[0]);
    if (month === undefined) return [];
    const wanted = month === null ? { id: { in: [...(ids ?? [])] } } : daysOf(month);
    const rows = await tx.clinicSession.findMany({
      where: { AND: [mine(actor, action), wanted] },
      include: HANGING,
      orderBy: [{ date: 'asc' }, { half: 'asc' }, { clinicId: 'asc' }],
    });
    return rows.map(entryOf);
  },
  count: (tx, actor) => tx.clinicSession.count({ where: mine(actor, 'export') }),
  taken: async (tx, ids) =>
    (await tx.clinicSession.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })).map(({ id }) => id),
  inScope: ({ role }) => role === 'city_officer',
  write: writeRecords,
  remove: removeRecords,

  // what somebody has said of a record, or signed in it, is more than the record
  async inUse(tx, ids) {
    const used = await tx.clinicSession.findMany({
      where: {
        id: { in: [...ids] },
        OR: [
          { version: { gt: 1 } },
          { state: { notIn: ['submitted', 'withdrawn'] } },
          { messages: { some: {} } },
          { trainees: { some: { signedAt: { not: null } } } },
        ],
      },
      select: { id: true },
    });
    return used.map(({ id }) => id);
  },
};
