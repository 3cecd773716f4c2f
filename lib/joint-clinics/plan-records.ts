import 'server-only';
import { type CivilDate, fromDbDate, toDbDate, WEEKDAYS, type Weekday } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { effectiveHolidays } from '@/lib/directory/holiday-rules';
import type { Holiday } from '@/lib/directory/schema';
import type { PlanInput } from './rules';
import type { ScheduleException, ScheduleLine, StatusPeriod } from './schema';
import type { ExpertNamed } from './views-schema';

// What the sessions of clinics follow from, as it lies in the database. Nothing here asks who reads: queries of staff
// bring the condition of their actor, jobs and seeds their own.

/** Dates of a range, both ends included. */
export type DateRange = { from: CivilDate; to: CivilDate };

/** A client or a transaction. */
export type PlanReader = Pick<Prisma.TransactionClient, 'jointClinic' | 'holiday' | 'holidayChange'>;

/** A clinic with everything its sessions in the range follow from, except the holidays, which are everybody's. */
export type ClinicPlanRecord = Omit<PlanInput, 'holidays' | 'from' | 'to'> & {
  id: string;
  name: string;
  nameEn: string;
  centre: { id: string; name: string; nameEn: string; districtCode: string };
  hospitalId: string;
  room: string | null;
  experts: ExpertNamed[];
};

/** The weekday of a column. @throws Error when the database holds none, which its check forbids. */
export function dbWeekday(value: number): Weekday {
  const known = WEEKDAYS.find((weekday) => weekday === value);
  if (!known) throw new Error(`Not a weekday: ${value}`);
  return known;
}

/** The days off and make-up workdays of a range of dates, with what officers of the city have changed about them. */
export async function readHolidays(db: PlanReader, { from, to }: DateRange): Promise<ReadonlyMap<CivilDate, Holiday>> {
  const date = { gte: toDbDate(from), lte: toDbDate(to) };
  const day = { date: true, name: true, nameEn: true, followsWeekday: true } as const;
  const published = await db.holiday.findMany({ where: { date }, select: { ...day, kind: true } });
  const versions = await db.holidayChange.findMany({ where: { date }, select: { ...day, kind: true, version: true } });
  return effectiveHolidays(published.map(dayOf), versions.map(dayOf));
}

function dayOf<Row extends { date: Date; followsWeekday: number | null }>({ date, followsWeekday, ...row }: Row) {
  return { ...row, date: fromDbDate(date), followsWeekday: followsWeekday === null ? null : dbWeekday(followsWeekday) };
}

/** What the sessions of the clinics of a condition follow from in a range: eight statements, however many clinics. */
export async function readPlanRecords(
  db: PlanReader,
  where: Prisma.JointClinicWhereInput,
  { from, to }: DateRange,
): Promise<ClinicPlanRecord[]> {
  const [first, last] = [toDbDate(from), toDbDate(to)];
  const expert = { select: { id: true, name: true, nameEn: true } } as const;
  const rows = await db.jointClinic.findMany({
    where,
    select: {
      id: true,
      name: true,
      nameEn: true,
      hospitalId: true,
      room: true,
      centre: {
        select: { facilityId: true, districtCode: true, facility: { select: { name: true, nameEn: true } } },
      },
      statuses: {
        where: { validFrom: { lte: last }, OR: [{ validTo: null }, { validTo: { gt: first } }] },
        orderBy: { validFrom: 'asc' },
      },
      schedules: {
        where: { validFrom: { lte: last }, OR: [{ validTo: null }, { validTo: { gte: first } }] },
        orderBy: [{ weekday: 'asc' }, { half: 'asc' }, { validFrom: 'asc' }, { id: 'asc' }],
        include: { expert },
      },
      exceptions: {
        where: { date: { gte: first, lte: last } },
        orderBy: [{ date: 'asc' }, { half: 'asc' }],
        include: { expert },
      },
    },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ centre, schedules, exceptions, statuses, ...clinic }) => ({
    ...clinic,
    centre: { id: centre.facilityId, districtCode: centre.districtCode, ...centre.facility },
    schedule: schedules.map(lineOf),
    exceptions: exceptions.map(exceptionOf),
    statuses: statuses.map(periodOf),
    experts: distinct([...schedules, ...exceptions].flatMap((row) => row.expert ?? [])),
  }));
}

function distinct(experts: readonly ExpertNamed[]): ExpertNamed[] {
  return [...new Map(experts.map((expert) => [expert.id, expert])).values()];
}

type Row<Model extends 'ClinicSchedule' | 'ScheduleException' | 'JointClinicStatus'> =
  Prisma.TypeMap['model'][Model]['payload']['scalars'];

/** A schedule line of the database as rules know it. */
export function lineOf(row: Row<'ClinicSchedule'>): ScheduleLine {
  return {
    weekday: dbWeekday(row.weekday),
    half: row.half,
    startsMinute: row.startsMinute,
    endsMinute: row.endsMinute,
    recurrence: row.recurrence,
    anchorDate: fromDbDate(row.anchorDate),
    validFrom: fromDbDate(row.validFrom),
    validTo: row.validTo && fromDbDate(row.validTo),
    expertId: row.expertId,
  };
}

/**
 * An exception of the database as rules know it.
 * @throws Error when an added session lacks its hours or expert, which the table's check forbids.
 */
export function exceptionOf(row: Row<'ScheduleException'>): ScheduleException {
  const { half, reason, reasonEn, startsMinute, endsMinute, expertId } = row;
  const common = { date: fromDbDate(row.date), half, reason, reasonEn };
  if (row.kind === 'removed') return { kind: 'removed', ...common };
  if (startsMinute === null || endsMinute === null || expertId === null)
    throw new Error(`The added session ${row.id} is not complete`);
  return { kind: 'added', ...common, startsMinute, endsMinute, expertId };
}

/** A status period of the database as rules know it. */
export function periodOf(row: Row<'JointClinicStatus'>): StatusPeriod {
  const { status, reason, reasonEn } = row;
  return {
    status,
    validFrom: fromDbDate(row.validFrom),
    validTo: row.validTo && fromDbDate(row.validTo),
    reason,
    reasonEn,
  };
}
