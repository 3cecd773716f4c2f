import type { CivilDate } from '@/lib/core/dates';
import { type Locale, localePath } from '@/lib/i18n/locales';
import type { PlanChangeKind } from '@/lib/joint-clinics/plan-schema';
import type { MonthKey } from '@/lib/joint-clinics/views-schema';

// Addresses of the pages of clinics.

export const CLINICS_PATH = '/joint-clinics';
export const HOLIDAYS_PATH = `${CLINICS_PATH}/holidays`;

export type ClinicTab = 'overview' | 'month' | 'people' | 'history';
const TAB_PATHS: Record<ClinicTab, string> = { overview: '', month: '/month', people: '/people', history: '/history' };

/** A clinic's page below the language, or one of its tabs. */
export function clinicPagePath(id: string, tab: ClinicTab = 'overview'): string {
  return `${CLINICS_PATH}/${encodeURIComponent(id)}${TAB_PATHS[tab]}`;
}

/** The address of a clinic's page, or of one of its tabs. */
export function clinicPath(locale: Locale, id: string, tab: ClinicTab = 'overview'): string {
  return localePath(locale, clinicPagePath(id, tab));
}

/** The list's address with a filter; what is empty is left out. */
export function clinicListPath(locale: Locale, filter: Readonly<Record<string, string | null>>): string {
  const query = queryOf(filter);
  return localePath(locale, query ? `${CLINICS_PATH}?${query}` : CLINICS_PATH);
}

/** The form on which an officer describes a change of a clinic's plan. */
export function changePath(
  locale: Locale,
  id: string,
  kind: PlanChangeKind,
  given: Readonly<Record<string, string | null>> = {},
): string {
  return localePath(locale, `${clinicPagePath(id)}/change?${queryOf({ kind, ...given })}`);
}

/** A month of a clinic. */
export function monthPath(locale: Locale, id: string, month: MonthKey): string {
  return `${clinicPath(locale, id, 'month')}?month=${month}`;
}

/** A day of a clinic. */
export function dayPath(locale: Locale, id: string, date: CivilDate): string {
  return `${clinicPath(locale, id, 'month')}/${date}`;
}

/** What was just done, told by the page that is shown next. */
export const DONE = ['opened', 'changed', 'saved', 'assigned', 'ended', 'day'] as const;
export type Done = (typeof DONE)[number];

/** The address of a page that says what was done. */
export function donePath(
  locale: Locale,
  path: string,
  done: Done,
  given: Readonly<Record<string, string>> = {},
): string {
  return `${localePath(locale, path)}?${queryOf({ ...given, done })}`;
}

function queryOf(given: Readonly<Record<string, string | null>>): string {
  const entries = Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(entries).toString();
}
