import { SESSION_STATES, type SessionState } from '@/lib/clinic-sessions/schema';
import { type Locale, localePath } from '@/lib/i18n/locales';
import { type Period, periodText } from '@/lib/indicators/period-rules';

// Addresses of the pages of people.

export const TRAINEES_PATH = '/people/trainees';
export const EXPERTS_PATH = '/people/experts';
export const MENTORS_PATH = '/people/mentors';
export const WORKSTATIONS_PATH = '/people/workstations';
export const MY_TRAINING_PATH = '/my-training';

/** The records that figures of people count: all but the withdrawn. */
export const COUNTED_STATES: SessionState[] = SESSION_STATES.filter((state) => state !== 'withdrawn');

/** The usual period of a page of a person. */
export const USUAL_PERIOD = '12m';

function query(given: Readonly<Record<string, string | number | null | undefined>>): string {
  const entries = Object.entries(given).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  const text = new URLSearchParams(entries).toString();
  return text && `?${text}`;
}

/** The sheet of a service record. */
export function serviceRecordPath(locale: Locale, code: string): string {
  return localePath(locale, `/people/records/${encodeURIComponent(code)}`);
}

/** Where anybody checks the code of a service record. */
export function verifyPath(locale: Locale, code: string): string {
  return localePath(locale, `/verify?code=${encodeURIComponent(code)}`);
}

/** A list's address with a filter; what is empty is left out. */
export function peopleListPath(
  locale: Locale,
  path: string,
  filter: Readonly<Record<string, string | number | null>>,
): string {
  return localePath(locale, `${path}${query(filter)}`);
}

/** The page of a trainee or an expert, in a period where it is not the usual one. */
export function personPath(locale: Locale, kind: 'trainee' | 'expert', id: string, period?: Period): string {
  const text = period && periodText(period);
  const path = kind === 'trainee' ? TRAINEES_PATH : EXPERTS_PATH;
  return localePath(
    locale,
    `${path}/${encodeURIComponent(id)}${query({ period: text === USUAL_PERIOD ? null : text })}`,
  );
}
