/** The one cookie of the residents' part: it remembers senior mode on this device. */
export const SENIOR_COOKIE = 'senior';
export const SENIOR_COOKIE_SECONDS = 365 * 24 * 3600;
/** Names of the form fields the senior-mode action reads. */
export const SENIOR_FIELDS = { on: 'on', returnTo: 'returnTo' } as const;
const ON = '1';

/** Reads the cookie's value; anything unexpected is off. */
export function isSenior(value: string | undefined): boolean {
  return value === ON;
}
