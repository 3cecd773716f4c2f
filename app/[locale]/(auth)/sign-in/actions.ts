'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { refused, textOf } from '@/app/[locale]/form-answer';
import { noteLeft } from '@/app/[locale]/left-account';
import type { FormState } from '@/components/ui/form-state';
import { pathAfterSignIn, pathRefused, pathToSignIn } from '@/lib/auth/after-sign-in';
import { DEMONSTRATION_PASSWORD } from '@/lib/auth/demonstration';
import { signOut } from '@/lib/auth/own-account-commands';
import { requestFacts } from '@/lib/auth/request-facts';
import { currentSignedIn } from '@/lib/auth/require-actor';
import { signInWithPassword } from '@/lib/auth/sign-in-commands';
import { beginSingleSignOn } from '@/lib/auth/single-sign-on';
import { clearStaffCookie, writeStaffCookie } from '@/lib/auth/staff-cookie';
import { findSignedIn } from '@/lib/auth/staff-sessions';
import { localePath } from '@/lib/i18n/locales';

/** Lets a person in whose password was right, in place of whoever this browser was signed in as. */
async function enter(token: string, from: string): Promise<never> {
  const before = await currentSignedIn();
  if (before) await signOut(before);
  await writeStaffCookie(token);
  const signedIn = await findSignedIn(token, await requestFacts());
  if (before && before.actor.accountId !== signedIn?.actor.accountId) await noteLeft(before.actor.accountId);
  redirect(pathAfterSignIn(await getLocale(), signedIn?.step ?? null, from));
}

/** Signs in with a user name or phone number and a password. */
export async function signInByPassword(_previous: FormState, form: FormData): Promise<FormState> {
  const [name, password] = [textOf(form, 'name'), textOf(form, 'password')];
  const t = await getTranslations('auth.signIn.problem');
  const problems = [
    ...(name.trim() ? [] : [{ field: 'name', message: t('name') }]),
    ...(password ? [] : [{ field: 'password', message: t('password') }]),
  ];
  if (problems.length > 0) return { values: { name }, problems };
  const result = await signInWithPassword({ name, password }, await requestFacts());
  if (!result.ok) return await refused(result.error, { name });
  return await enter(result.value.token, textOf(form, 'from'));
}

/** Leads to the single sign-on provider, and from there back to the page that was wanted. */
export async function signInBySingleSignOn(form: FormData): Promise<void> {
  const [locale, given] = await Promise.all([getLocale(), headers()]);
  const address = await beginSingleSignOn(given, pathAfterSignIn(locale, null, textOf(form, 'from')));
  if (address === null) redirect(pathRefused(locale, undefined));
  redirect(address);
}

/** Enters as an account of the demonstration; on every other portal these accounts cannot sign in. */
export async function signInForDemonstration(form: FormData): Promise<void> {
  const input = { name: textOf(form, 'userName'), password: DEMONSTRATION_PASSWORD };
  const result = await signInWithPassword(input, await requestFacts());
  if (!result.ok) redirect(localePath(await getLocale(), '/sign-in?error=demonstration'));
  await enter(result.value.token, textOf(form, 'from'));
}

/** Signs this browser out, at whatever step its sign-in is. */
export async function leave(): Promise<void> {
  const signedIn = await currentSignedIn();
  if (signedIn) {
    await signOut(signedIn);
    await noteLeft(signedIn.actor.accountId);
  }
  await clearStaffCookie();
  redirect(pathToSignIn(await getLocale(), 'out'));
}
