import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor } from '@/lib/access/actor';
import { isUnreachable } from '@/lib/db/unreachable';
import { currentPath } from '@/lib/i18n/current-path';
import { DEFAULT_LOCALE, type Locale, localePath } from '@/lib/i18n/locales';
import { requestFacts } from './request-facts';
import { readStaffCookie } from './staff-cookie';
import { pathOfStep, STAFF_PATHS } from './staff-paths';
import { findSignedIn, type SignedIn } from './staff-sessions';

// Who asks: looked up in the database once a request, so that a revocation holds from the next click on.

/** The signed-in person of this request with what is still asked for, null when nobody is. */
export const currentSignedIn = cache(async (): Promise<SignedIn | null> => {
  const token = await readStaffCookie();
  return token ? await findSignedIn(token, await requestFacts()) : null;
});

/** The same for pages that must also stand while the database is away; nobody is known then. */
export async function signedInIfKnown(): Promise<SignedIn | null> {
  try {
    return await currentSignedIn();
  } catch (problem) {
    if (isUnreachable(problem)) return null;
    throw problem;
  }
}

/** The actor of this request, null when nobody is signed in completely. For pages that show more to staff. */
export async function currentActor(): Promise<Actor | null> {
  const signedIn = await currentSignedIn();
  return signedIn?.step === null ? signedIn.actor : null;
}

async function currentLocale(): Promise<{ path: string; locale: Locale }> {
  const path = currentPath(await headers());
  return { path, locale: /^\/en(?=[/?]|$)/.test(path) ? 'en' : DEFAULT_LOCALE };
}

/**
 * The signed-in person, at whatever step; for the pages and actions of the sign-in itself.
 * Sends everybody else to the sign-in page, from where they come back.
 */
export async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await currentSignedIn();
  if (signedIn) return signedIn;
  const { path, locale } = await currentLocale();
  redirect(`${localePath(locale, STAFF_PATHS.signIn)}?from=${encodeURIComponent(path)}`);
}

/**
 * The actor of this request; the first line of every page and action of the workspace. Sends whoever is not signed in
 * to the sign-in page and whoever is half-way to the step that is missing.
 */
export async function requireActor(): Promise<Actor> {
  const { actor, step } = await requireSignedIn();
  if (step === null) return actor;
  redirect(localePath((await currentLocale()).locale, pathOfStep(step)));
}
