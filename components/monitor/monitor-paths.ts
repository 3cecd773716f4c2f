import { filteredListPath } from '@/components/session-list/list-paths';
import type { SessionFilter } from '@/lib/clinic-sessions/list-schema';
import type { CivilDate } from '@/lib/core/dates';
import { type Locale, localePath } from '@/lib/i18n/locales';
import { type MonitorRequest, monitorQuery } from '@/lib/monitor/filter-schema';
import type { FollowUpList } from '@/lib/monitor/follow-up-schema';

// Addresses of the pages of the monitor.

const MONITOR = '/monitor';

/** The list, as it is asked for. */
export function monitorPath(locale: Locale, request: MonitorRequest, today: CivilDate): string {
  const query = monitorQuery(request, today);
  return localePath(locale, query ? `${MONITOR}?${query}` : MONITOR);
}

/** A clinic in the window that ends on a day. */
export function clinicMonitorPath(locale: Locale, clinicId: string, date: CivilDate | null): string {
  const page = `${MONITOR}/clinics/${encodeURIComponent(clinicId)}`;
  return localePath(locale, date ? `${page}?date=${date}` : page);
}

/** The records of a clinic behind one of its numbers. */
export function recordsBehind(
  locale: Locale,
  { clinicId, from, to }: { clinicId: string; from: CivilDate; to: CivilDate },
  more: SessionFilter = {},
): string {
  return filteredListPath(locale, { clinic: clinicId, from, to, ...more });
}

/** One follow-up; it may say what was just done. */
export function followUpPath(locale: Locale, id: string, done?: string): string {
  const page = `${MONITOR}/follow-ups/${encodeURIComponent(id)}`;
  return localePath(locale, done ? `${page}?done=${done}` : page);
}

/** One of the lists of follow-ups. */
export function followUpsPath(locale: Locale, list: FollowUpList): string {
  return localePath(locale, `${MONITOR}/follow-ups${list === 'mine' ? '' : `?list=${list}`}`);
}
