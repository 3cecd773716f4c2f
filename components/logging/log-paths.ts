import { type Locale, localePath } from '@/lib/i18n/locales';

/** Where one session is logged. */
export function logPath(locale: Locale, slot: { clinicId: string; date: string; half: string }): string {
  const { clinicId, date, half } = slot;
  return `${localePath(locale, '/clinic-sessions/log')}?${new URLSearchParams({ clinic: clinicId, date, half })}`;
}

/** Where a week is logged; `monday` is its first day. */
export function weekPath(locale: Locale, monday: string): string {
  return `${localePath(locale, '/clinic-sessions/week')}?${new URLSearchParams({ monday })}`;
}
