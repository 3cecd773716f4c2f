import 'server-only';
import { addDays, type CivilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { planClinics } from '@/lib/joint-clinics/plan-clinics';
import { firstOf, lastDayOf, monthFigures } from './month-rules';
import type { MonthFigures } from './review-schema';

// What months of a district add up to. It asks nobody's scope: queries and commands bring the district of their actor.

type Reader = Prisma.TransactionClient;
type Months = { districtCode: string; from: CivilDate; to: CivilDate; today: CivilDate };

/** The dates of months whose sessions should be logged by now; `to` lies before `from` where there are none. */
export function dueRange({ from, to, today }: Omit<Months, 'districtCode'>): { from: CivilDate; to: CivilDate } {
  const last = lastDayOf(to);
  return { from, to: last < today ? last : addDays(today, -1) };
}

/** Sessions the clinics of a district were expected to hold, up to yesterday. */
export async function expectedSessions(reader: Reader, { districtCode, ...months }: Months) {
  const range = dueRange(months);
  if (range.to < range.from) return [];
  const plans = await planClinics(reader, { centre: { is: { districtCode } } }, range);
  return plans.flatMap(({ plan, ...clinic }) => plan.expected.map(({ date, half }) => ({ ...clinic, date, half })));
}

/** Records of months that wait for somebody; the few that the index of open ones holds. */
async function waitingRecords(reader: Reader, { districtCode, from, to }: Months) {
  return await reader.clinicSession.findMany({
    where: {
      districtCode,
      date: { gte: toDbDate(from), lte: toDbDate(lastDayOf(to)) },
      state: { in: ['submitted', 'disputed', 'confirmed', 'returned'] },
    },
    select: { date: true, state: true, held: true },
  });
}

async function sums(reader: Reader, { districtCode, from, to }: Months) {
  const rows = await reader.activityMonth.groupBy({
    by: ['month'],
    where: { districtCode, month: { gte: toDbDate(from), lte: toDbDate(to) } },
    _sum: {
      logged: true,
      loggedPlanned: true,
      held: true,
      confirmed: true,
      accepted: true,
    },
  });
  return new Map(rows.map(({ month, _sum }) => [fromDbDate(month), _sum]));
}

/**
 * The figures of every month from one to another, both by their first days.
 * @param months `today` decides what should be logged by now
 */
export async function figuresOfMonths(reader: Reader, months: Months): Promise<(month: CivilDate) => MonthFigures> {
  // one after the other, because a transaction has one connection
  const expected = countBy(await expectedSessions(reader, months), ({ date }) => date);
  const waiting = await waitingRecords(reader, months);
  const dated = waiting.map(({ date, ...row }) => ({ ...row, date: fromDbDate(date) }));
  const of = (chosen: (row: (typeof dated)[number]) => boolean) => countBy(dated.filter(chosen), ({ date }) => date);
  const unconfirmed = of(({ state, held }) => held && state === 'submitted');
  const unaccepted = of(({ state, held }) => state === 'confirmed' || (!held && state === 'submitted'));
  const disputed = of(({ state }) => state === 'disputed');
  const returned = of(({ state }) => state === 'returned');
  const summed = await sums(reader, months);
  return (month) => {
    const sum = summed.get(month);
    const counted = {
      expected: expected.get(month) ?? 0,
      logged: sum?.logged ?? 0,
      loggedPlanned: sum?.loggedPlanned ?? 0,
      held: sum?.held ?? 0,
      confirmed: sum?.confirmed ?? 0,
      accepted: sum?.accepted ?? 0,
      disputed: disputed.get(month) ?? 0,
      returned: returned.get(month) ?? 0,
    };
    return monthFigures(counted, {
      unconfirmed: unconfirmed.get(month) ?? 0,
      unaccepted: unaccepted.get(month) ?? 0,
    });
  };
}

/** How many of the rows lie in each month. */
function countBy<Row>(rows: readonly Row[], dateOf: (row: Row) => CivilDate): Map<CivilDate, number> {
  const counts = new Map<CivilDate, number>();
  for (const row of rows) {
    const month = firstOf(dateOf(row));
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}
