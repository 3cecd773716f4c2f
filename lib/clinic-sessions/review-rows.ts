import 'server-only';
import { fromDbDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { type Cursor, cursorText, type RecordListed, type RecordPage } from './review-schema';

// Records as the lists of the parties read them, with every name that their lines say.

const NAMES = { name: true, nameEn: true } as const;

export const LISTED_SELECT = {
  id: true,
  version: true,
  state: true,
  date: true,
  half: true,
  clinicId: true,
  clinic: { select: NAMES },
  centre: { select: { facility: { select: { ...NAMES, district: { select: NAMES } } } } },
  planned: true,
  held: true,
  notHeldReason: true,
  plannedExpert: { select: NAMES },
  expert: { select: NAMES },
  expertPresence: true,
  mode: true,
  visitsNew: true,
  visitsReturn: true,
  prescriptions: true,
  preparations: true,
  referralsUp: true,
  referralsDown: true,
  teachingCases: true,
  conditions: {
    select: { visits: true, condition: { select: NAMES } },
    orderBy: [{ visits: 'desc' }, { conditionCode: 'asc' }],
  },
  techniques: {
    select: { count: true, technique: { select: NAMES } },
    orderBy: [{ count: 'desc' }, { techniqueCode: 'asc' }],
  },
  trainees: {
    select: { part: true, signedAt: true, traineeId: true, trainee: { select: NAMES } },
    orderBy: { traineeId: 'asc' },
  },
  note: true,
  explanation: true,
  late: true,
  submittedAt: true,
  submittedByName: true,
  confirmedByName: true,
  dueOn: true,
  messages: {
    select: { kind: true, text: true, authorName: true, at: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 1,
  },
} as const satisfies Prisma.ClinicSessionSelect;

export type ListedRow = Prisma.ClinicSessionGetPayload<{ select: typeof LISTED_SELECT }>;

/** A row of the database as lists know it. */
export function listedOf(row: ListedRow): RecordListed {
  const { clinic, centre, conditions, techniques, trainees, messages, date, dueOn, ...rest } = row;
  const { district, ...facility } = centre.facility;
  return {
    ...rest,
    date: fromDbDate(date),
    dueOn: dueOn && fromDbDate(dueOn),
    clinic,
    centre: facility,
    district,
    conditions: conditions.map(({ visits, condition }) => ({ ...condition, visits })),
    techniques: techniques.map(({ count, technique }) => ({ ...technique, count })),
    trainees: trainees.map(({ part, signedAt, trainee }) => ({ ...trainee, part, signed: signedAt !== null })),
    lastMessage: messages[0] ?? null,
  };
}

/** The latest first; ids of records grow with time, so they order those of one day. */
export const LATEST_FIRST = [
  { date: 'desc' },
  { id: 'desc' },
] as const satisfies Prisma.ClinicSessionOrderByWithRelationInput[];

/** Whatever comes after a place in that order. */
export function afterCursor(after: Cursor | null): Prisma.ClinicSessionWhereInput {
  if (!after) return {};
  const date = toDbDate(after.date);
  return { OR: [{ date: { lt: date } }, { date, id: { lt: after.id } }] };
}

/** A page of rows that were read with one row more than the page holds. */
export function pageOf(rows: readonly ListedRow[], size: number, count: number): RecordPage {
  const records = rows.slice(0, size).map(listedOf);
  const last = records.at(-1);
  return { records, count, next: last && rows.length > size ? cursorText(last) : null };
}
