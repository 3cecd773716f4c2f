import 'server-only';
import { sessionContentSchema } from '@/lib/clinic-sessions/schema';
import { fromDbDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { DateRange } from '@/lib/joint-clinics/plan-records';
import { slotOf } from './signal-rules';
import { factsOf, type RecordHistory } from './window-rules';

// The records of clinics with what they said before. Nothing here asks who reads: queries bring the clinics of their actor.

export type RecordReader = Pick<Prisma.TransactionClient, 'clinicSession'>;

export type RecordsOf = ReadonlyMap<string, readonly RecordHistory[]>;

/**
 * The records of clinics on the dates of a range, by clinic.
 * @param since versions that were replaced before this instant are of no interest
 */
export async function readRecords(
  reader: RecordReader,
  clinicIds: readonly string[],
  { from, to }: DateRange,
  since: Date,
): Promise<RecordsOf> {
  const rows = await reader.clinicSession.findMany({
    where: { clinicId: { in: [...clinicIds] }, date: { gte: toDbDate(from), lte: toDbDate(to) } },
    select: {
      ...{ clinicId: true, date: true, half: true, state: true, held: true, plannedExpertId: true },
      ...{ expertPresence: true, expertId: true, mode: true, visitsNew: true, visitsReturn: true },
      ...{ prescriptions: true, preparations: true, teachingCases: true, firstSubmittedAt: true, confirmedAt: true },
      _count: { select: { trainees: true } },
      versions: {
        where: { replacedAt: { gt: since } },
        orderBy: { version: 'asc' },
        select: { content: true, state: true, replacedAt: true },
      },
      messages: { where: { kind: 'withdrawn' }, orderBy: { at: 'desc' }, take: 1, select: { at: true } },
    },
    orderBy: [{ date: 'asc' }, { half: 'asc' }],
  });
  const byClinic = new Map<string, RecordHistory[]>();
  for (const { clinicId, date, half, state, plannedExpertId, versions, messages, _count, ...row } of rows) {
    const { held, expertPresence: presence, expertId, mode, visitsNew, visitsReturn } = row;
    const { prescriptions, preparations, teachingCases, firstSubmittedAt, confirmedAt } = row;
    const counts = { visitsNew, visitsReturn, prescriptions, preparations, teachingCases, trainees: _count.trainees };
    const record: RecordHistory = {
      ...{ date: fromDbDate(date), half, firstSentAt: firstSubmittedAt, confirmedAt },
      facts: { held, presence, expertId, mode, ...counts },
      // one that says nothing of its withdrawal was never known otherwise
      withdrawnAt: state === 'withdrawn' ? (messages[0]?.at ?? firstSubmittedAt) : null,
      earlier: versions.map(({ content, state: then, replacedAt }) => ({
        facts: factsOf(sessionContentSchema.parse(content), plannedExpertId),
        confirmed: then === 'confirmed' || then === 'accepted',
        until: replacedAt,
      })),
    };
    const known = byClinic.get(clinicId);
    if (known) known.push(record);
    else byClinic.set(clinicId, [record]);
  }
  return byClinic;
}

/** Half-days for which two clinics have recorded the same expert, as `expertSlotOf` writes them. */
export async function readDoubles(reader: RecordReader, { from, to }: DateRange): Promise<ReadonlySet<string>> {
  const rows = await reader.clinicSession.groupBy({
    by: ['expertId', 'date', 'half'],
    where: {
      date: { gte: toDbDate(from), lte: toDbDate(to) },
      ...{ held: true, expertId: { not: null }, state: { not: 'withdrawn' } },
    },
    having: { expertId: { _count: { gt: 1 } } },
  });
  return new Set(
    rows.flatMap(({ expertId, date, half }) =>
      expertId ? [expertSlotOf(expertId, { date: fromDbDate(date), half })] : [],
    ),
  );
}

/** An expert's half-day of a day as one text. */
export function expertSlotOf(expertId: string, slot: Parameters<typeof slotOf>[0]): string {
  return `${expertId} ${slotOf(slot)}`;
}
