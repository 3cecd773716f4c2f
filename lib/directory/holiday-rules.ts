import type { CivilDate } from '@/lib/core/dates';
import type { HolidayVersion } from './holiday-schema';
import type { Holiday } from './schema';

// Days off and make-up workdays: what the State Council publishes, and over it what an officer of the city says about a
// day. The latest version of a day holds; the published calendar itself is never changed.

/** The calendar that holds: published days, with the latest version of every day that has one over them. */
export function effectiveHolidays(
  published: Iterable<Holiday>,
  versions: Iterable<HolidayVersion>,
): ReadonlyMap<CivilDate, Holiday> {
  const calendar = new Map([...published].map((holiday) => [holiday.date, holiday]));
  for (const version of latestVersions(versions)) {
    if (version.kind === 'as_published') continue;
    if (version.kind === 'ordinary_day') calendar.delete(version.date);
    else calendar.set(version.date, holidayOf(version, version.kind));
  }
  return calendar;
}

/** The version of every changed day that holds. */
export function latestVersions<Version extends Pick<HolidayVersion, 'date' | 'version'>>(
  versions: Iterable<Version>,
): Version[] {
  const latest = new Map<CivilDate, Version>();
  for (const version of versions) {
    const known = latest.get(version.date);
    if (!known || known.version < version.version) latest.set(version.date, version);
  }
  return [...latest.values()];
}

function holidayOf(
  { date, name, nameEn, followsWeekday }: HolidayVersion,
  kind: 'holiday' | 'makeup_workday',
): Holiday {
  return { date, kind, name: name ?? '', nameEn: nameEn ?? '', followsWeekday };
}

/** Whether a version would change nothing about a day as it is. */
export function saysNothingNew(present: Holiday | undefined, version: HolidayVersion): boolean {
  if (version.kind === 'as_published') return false;
  if (version.kind === 'ordinary_day') return present === undefined;
  return (
    present !== undefined &&
    present.kind === version.kind &&
    present.name === version.name &&
    present.nameEn === version.nameEn &&
    present.followsWeekday === version.followsWeekday
  );
}
