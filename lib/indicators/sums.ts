import 'server-only';
import { type CivilDate, dateInShanghai } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import {
  type ActivityGroup,
  type ClinicFilter,
  type GroupedActivity,
  type MonthsAsked,
  readActivity,
} from './activity-sql';
import { type ExpectedOfClinic, expectedThisMonth, keepExpectedMonths } from './expected';
import { monthOf } from './period-rules';
import type { CentreStructure } from './structure-sql';
import { structuresOn } from './structures';
import { NO_SESSIONS } from './sums-rules';

// What figures are made from, for a unit and its parts: sums of months, and what exists on a day.

/** Whether a clinic or centre lies in a filter. */
export function liesIn(
  filter: ClinicFilter,
  place: { districtCode: string; centreId: string; clinicId?: string },
): boolean {
  if ('districtCodes' in filter) return filter.districtCodes.includes(place.districtCode);
  if ('centreId' in filter) return filter.centreId === place.centreId;
  if ('clinicId' in filter) return filter.clinicId === place.clinicId;
  return true;
}

/** By what a clinic belongs to a part. */
export const KEY_OF: Record<
  ActivityGroup,
  (row: { districtCode: string; centreId: string; clinicId: string }) => string
> = {
  district: ({ districtCode }) => districtCode,
  centre: ({ centreId }) => centreId,
  clinic: ({ clinicId }) => clinicId,
};

/** Months that are each told by themselves. */
export function eachMonth(months: readonly CivilDate[]): MonthsAsked {
  return new Map(months.map((month) => [month, month]));
}

/**
 * The activity of the months, told apart by part; past months' expected sessions are written down on the way.
 * @param asked the present month, if it is among them, by itself
 */
export async function activityOf(
  filter: ClinicFilter,
  group: ActivityGroup,
  asked: MonthsAsked,
  instant: Date,
): Promise<GroupedActivity[]> {
  await keepExpectedMonths([...asked.keys()], instant);
  const rows = await readActivity(db(), filter, group, asked);
  const present = monthOf(dateInShanghai(instant)).from;
  if (!asked.has(present)) return rows;
  return withPresent(rows, await expectedThisMonth(instant), { filter, group, present });
}

function withPresent(
  rows: GroupedActivity[],
  expected: readonly ExpectedOfClinic[],
  { filter, group, present }: { filter: ClinicFilter; group: ActivityGroup; present: CivilDate },
): GroupedActivity[] {
  const sums = new Map<string, number>();
  for (const row of expected)
    if (liesIn(filter, row)) sums.set(KEY_OF[group](row), (sums.get(KEY_OF[group](row)) ?? 0) + row.expected);
  const known = new Map(rows.filter(({ month }) => month === present).map((row) => [row.key, row]));
  for (const [key, count] of sums) {
    const row = known.get(key);
    if (row) row.activity = { ...row.activity, expected: count };
    else rows.push({ key, month: present, activity: { ...NO_SESSIONS, expected: count } });
  }
  return rows;
}

/** What exists on a day in the centres of a unit; for a clinic, nothing: it is not told at that level. */
export async function structureOf(filter: ClinicFilter, day: CivilDate): Promise<CentreStructure[]> {
  const all = await structuresOn(day);
  return all.filter((centre) => liesIn(filter, centre));
}
