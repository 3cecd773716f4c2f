import { addDays, dateInShanghai } from '@/lib/core/dates';
import { distanceMetres, type Wgs84 } from '@/lib/core/geo';
import { type ClinicFilter, clinicPasses } from './clinic-views';
import type { Directory } from './directory-index';
import { boundedRange, byTime, type DateRange, sessionsOfClinic } from './session-views';
import type { NearSession, SessionCalendar } from './views-schema';

/** All sessions of a range of dates that pass the filter, planned and stopped, by time. */
export function sessionCalendar(
  directory: Directory,
  filter: ClinicFilter,
  range: DateRange,
  instant: Date,
): SessionCalendar {
  const { from, to, cut } = boundedRange(range, instant);
  const sessions = [...directory.index.clinics.values()]
    .filter((clinic) => clinicPasses(directory, clinic, filter))
    .flatMap((clinic) => sessionsOfClinic(directory, clinic, { from, to }, instant))
    .filter((session) => !filter.expert || session.expert.id === filter.expert)
    .sort(byTime);
  return { from, to, cut, sessions };
}

/**
 * The first planned session of each clinic in a range of dates that has not ended: nearest clinics first when a
 * position is given, otherwise soonest first.
 */
export function nearSessions(
  directory: Directory,
  near: Wgs84 | null,
  range: DateRange,
  limit: number,
  instant: Date,
): NearSession[] {
  const { from, to } = boundedRange(range, instant);
  const ended = instant.toISOString();
  const found = [...directory.index.clinics.values()].flatMap((clinic): NearSession[] => {
    const session = sessionsOfClinic(directory, clinic, { from, to }, instant).find(
      ({ state, endsAt }) => state === 'planned' && endsAt > ended,
    );
    const centre = directory.index.facilities.get(clinic.centreId);
    if (!session || !centre) return [];
    return [{ session, distanceMetres: near ? distanceMetres(near, centre.position) : null }];
  });
  return found
    .sort((a, b) => (a.distanceMetres ?? 0) - (b.distanceMetres ?? 0) || byTime(a.session, b.session))
    .slice(0, limit);
}

/** Seven days from today: on a Sunday the rest of the calendar week would say nothing. */
export function comingWeek(instant: Date): DateRange {
  const today = dateInShanghai(instant);
  return { from: today, to: addDays(today, 6) };
}
