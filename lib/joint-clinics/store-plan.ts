import 'server-only';
import { toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { Origin } from '@/lib/directory/schema';
import { dbDateOrNull } from './clinic-state';
import type { PlacedException, PlacedLine, PlacedPeriod, PlanState } from './plan-schema';

type Transaction = Prisma.TransactionClient;
type Where = { clinicId: string; origin: Origin };

/**
 * Writes what differs between two states of a clinic's plan. Rows go before rows are cut, and are cut before rows come,
 * so that no two of them overlap on the way.
 */
export async function storePlan(tx: Transaction, clinic: Where, before: PlanState, after: PlanState): Promise<void> {
  const lines = differences(before.schedule, after.schedule);
  const exceptions = differences(before.exceptions, after.exceptions);
  const periods = differences(before.statuses, after.statuses);
  await tx.clinicSchedule.deleteMany({ where: { id: { in: lines.gone } } });
  await tx.scheduleException.deleteMany({ where: { id: { in: exceptions.gone } } });
  await tx.jointClinicStatus.deleteMany({ where: { id: { in: periods.gone } } });
  for (const { id, ...line } of lines.changed)
    await tx.clinicSchedule.update({ where: { id }, data: lineData(line), select: { id: true } });
  for (const { id, ...period } of periods.changed)
    await tx.jointClinicStatus.update({ where: { id }, data: periodData(period), select: { id: true } });
  await tx.clinicSchedule.createMany({
    data: lines.come.map((line) => ({ ...clinic, id: line.id, ...lineData(line) })),
  });
  await tx.scheduleException.createMany({
    data: exceptions.come.map((one) => ({ ...clinic, id: one.id, ...exceptionData(one) })),
  });
  await tx.jointClinicStatus.createMany({
    data: periods.come.map((period) => ({ ...clinic, id: period.id, ...periodData(period) })),
  });
}

/** What became of rows that are told by their ids. */
export function differences<Row extends { id: string }>(before: readonly Row[], after: readonly Row[]) {
  const old = new Map(before.map((row) => [row.id, row]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    gone: before.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    // a row that a rule left alone is the same object
    changed: after.filter((row) => old.has(row.id) && old.get(row.id) !== row),
    come: after.filter(({ id }) => !old.has(id)),
  };
}

function lineData({ weekday, half, startsMinute, endsMinute, recurrence, expertId, ...dates }: Omit<PlacedLine, 'id'>) {
  return {
    ...{ weekday, half, startsMinute, endsMinute, recurrence, expertId },
    anchorDate: toDbDate(dates.anchorDate),
    validFrom: toDbDate(dates.validFrom),
    validTo: dbDateOrNull(dates.validTo),
  };
}

function exceptionData(exception: PlacedException) {
  const { kind, date, half, reason, reasonEn } = exception;
  const common = { kind, date: toDbDate(date), half, reason, reasonEn };
  if (exception.kind === 'removed') return { ...common, startsMinute: null, endsMinute: null, expertId: null };
  const { startsMinute, endsMinute, expertId } = exception;
  return { ...common, startsMinute, endsMinute, expertId };
}

function periodData({ status, validFrom, validTo, reason, reasonEn }: Omit<PlacedPeriod, 'id'>) {
  return { status, validFrom: toDbDate(validFrom), validTo: dbDateOrNull(validTo), reason, reasonEn };
}
