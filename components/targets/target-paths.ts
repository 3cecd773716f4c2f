import { type Locale, localePath } from '@/lib/i18n/locales';
import type { TargetState } from '@/lib/indicators/target-schema';

// Addresses of the pages of targets.

export const TARGETS_PATH = '/dashboard/targets';

/** The table of targets that run, are to come, or are over. */
export function targetListPath(locale: Locale, state: TargetState): string {
  const path = localePath(locale, TARGETS_PATH);
  return state === 'running' ? path : `${path}?state=${state}`;
}

/** A target's own page. */
export function targetPath(locale: Locale, id: string): string {
  return localePath(locale, `${TARGETS_PATH}/${encodeURIComponent(id)}`);
}

/** The form of a new target, filled after an earlier one where one is given. */
export function newTargetPath(locale: Locale, after?: string): string {
  const path = localePath(locale, `${TARGETS_PATH}/new`);
  return after === undefined ? path : `${path}?${new URLSearchParams({ after })}`;
}

/** What was just done, told by the page that is shown next. */
export const TARGET_DONE = ['set', 'changed', 'withdrawn'] as const;
export type TargetDone = (typeof TARGET_DONE)[number];

/** A target's page, or the list of those to come where it is no longer there, that says what was done. */
export function targetDonePath(locale: Locale, done: TargetDone, id: string): string {
  return done === 'withdrawn'
    ? `${targetListPath(locale, 'coming')}&done=${done}`
    : `${targetPath(locale, id)}?done=${done}`;
}
