import { TRAINEE_PARTS, type TraineePart } from '@/lib/clinic-sessions/schema';
import type { CivilDate } from '@/lib/core/dates';
import type { Attendance, AttendedMonth, ConditionSeen, TimeAt } from './schema';

// What a trainee attended, counted from records of held sessions. The list, the page of a trainee, the service record and
// the comparison of mentors all count with these functions.

type Held = { id: string; clinicId: string; date: CivilDate };
/** What is counted of a record that a trainee attended. */
export type Attended = { id: string; part: TraineePart; signed: boolean };
export type AttendedRecord = Held &
  Attended & {
    conditions: readonly { code: string; name: string; nameEn: string; visits: number }[];
  };
type Assigned = TimeAt & { clinicId: string };

function isDuring({ validFrom, validTo }: TimeAt, date: CivilDate): boolean {
  return validFrom <= date && (validTo === null || date < validTo);
}

/**
 * Attended of held: what counts as held is every held session of a clinic in the trainee's time there, and whatever the
 * trainee attended besides, so that a share never exceeds one.
 */
export function attendanceOf(
  assigned: readonly Assigned[],
  held: readonly Held[],
  attended: readonly Attended[],
): Attendance {
  const own = held.filter(({ clinicId, date }) =>
    assigned.some((time) => time.clinicId === clinicId && isDuring(time, date)),
  );
  const parts = (part: TraineePart) => attended.filter((record) => record.part === part).length;
  return {
    held: new Set([...own, ...attended].map(({ id }) => id)).size,
    attended: attended.length,
    signed: attended.filter(({ signed }) => signed).length,
    parts: { observing: parts('observing'), assisting: parts('assisting'), leading: parts('leading') },
  };
}

/** The same by month; months are named by their first days. */
export function attendanceByMonth(
  months: readonly CivilDate[],
  assigned: readonly Assigned[],
  held: readonly Held[],
  attended: readonly AttendedRecord[],
): AttendedMonth[] {
  const inMonth =
    (month: CivilDate) =>
    ({ date }: Held) =>
      date.slice(0, 7) === month.slice(0, 7);
  return months.map((month) => ({
    month,
    ...attendanceOf(assigned, held.filter(inMonth(month)), attended.filter(inMonth(month))),
  }));
}

/** The conditions of the sessions that were attended: in how many, and in how many visits; the most frequent first. */
export function conditionsSeen(attended: readonly AttendedRecord[]): ConditionSeen[] {
  const seen = new Map<string, ConditionSeen>();
  for (const { conditions } of attended)
    for (const { visits, ...condition } of conditions) {
      const known = seen.get(condition.code) ?? { ...condition, sessions: 0, visits: 0 };
      seen.set(condition.code, { ...known, sessions: known.sessions + 1, visits: known.visits + visits });
    }
  return [...seen.values()].sort((a, b) => b.sessions - a.sessions || (a.code < b.code ? -1 : 1));
}

/** The furthest part a trainee has taken; null while there is none. */
export function furthestPart({ parts }: Pick<Attendance, 'parts'>): TraineePart | null {
  return TRAINEE_PARTS.findLast((part) => parts[part] > 0) ?? null;
}

/** The first days of the months that a range of days touches. */
export function monthsIn({ from, to }: { from: CivilDate; to: CivilDate }): CivilDate[] {
  const index = (date: CivilDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  return Array.from({ length: Math.max(0, index(to) - index(from) + 1) }, (_, place) => {
    const month = index(from) + place;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as CivilDate;
  });
}
