import { localPath } from '@/lib/core/local-path';
import { type Locale, localePath } from '@/lib/i18n/locales';
import { pathOfStep, STAFF_PATHS } from './staff-paths';
import type { SignInStep } from './staff-session-rules';

/** What the sign-in page says after something else was done. */
export const SIGN_IN_NOTES = ['out', 'password', 'second_factor', 'ended'] as const;
export type SignInNote = (typeof SIGN_IN_NOTES)[number];

/** The page a person wanted before signing in, as a checked path of this portal; null when there is none to return to. */
export function wantedPath(from: unknown): string | null {
  const path = localPath(from);
  const bare = path.replace(/^\/en(?=[/?]|$)/, '');
  return /^\/?(\?|$)/.test(bare) || /^\/sign-in(?=[/?]|$)/.test(bare) ? null : path;
}

/** Why the door stays closed to somebody the single sign-on provider vouches for; the words are those of accounts.problem. */
export const SIGN_ON_REFUSALS = ['notLinked', 'closed', 'noRole'] as const;

/** A page of the sign-in, which remembers where the person wanted to go. */
export function pathWithReturn(locale: Locale, path: string, from: unknown): string {
  const wanted = wantedPath(from);
  return `${localePath(locale, path)}${wanted === null ? '' : `?from=${encodeURIComponent(wanted)}`}`;
}

/** Where a person goes after a step of the sign-in: the step that is missing, else the page they wanted, else Today. */
export function pathAfterSignIn(locale: Locale, step: SignInStep | null, from: unknown): string {
  if (step !== null) return pathWithReturn(locale, pathOfStep(step), from);
  return wantedPath(from) ?? localePath(locale, STAFF_PATHS.today);
}

/** The sign-in page with a note on what has just happened. */
export function pathToSignIn(locale: Locale, note: SignInNote): string {
  return `${localePath(locale, STAFF_PATHS.signIn)}?done=${note}`;
}

/** The sign-in page saying why single sign-on let nobody in. */
export function pathRefused(locale: Locale, messageKey: string | undefined): string {
  const reason = SIGN_ON_REFUSALS.find((one) => messageKey === `accounts.problem.${one}`);
  return `${localePath(locale, STAFF_PATHS.signIn)}?error=${reason ?? 'sign-on'}`;
}
