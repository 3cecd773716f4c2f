'use server';

import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { refused, textOf } from '@/app/[locale]/form-answer';
import type { FormState } from '@/components/ui/form-state';
import { endOtherStaffSessions, endOwnStaffSession } from '@/lib/auth/own-account-commands';
import { renewRecoveryCodes } from '@/lib/auth/recovery-code-commands';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireActor, requireSignedIn } from '@/lib/auth/require-actor';
import { localePath } from '@/lib/i18n/locales';

/** Signs out one other browser of the own account. */
export async function endBrowser(form: FormData): Promise<void> {
  const actor = await requireActor();
  const ended = await endOwnStaffSession(actor, textOf(form, 'staffSessionId'));
  redirect(localePath(await getLocale(), ended.ok ? '/account?done=ended' : '/account?done=gone'));
}

/** Signs out every browser of the own account but this one. */
export async function endOtherBrowsers(): Promise<void> {
  const actor = await requireActor();
  await endOtherStaffSessions(actor);
  redirect(localePath(await getLocale(), '/account?done=ended'));
}

/** Makes new recovery codes, which the page shows this once. */
export async function renewCodes(_previous: FormState, form: FormData): Promise<FormState> {
  await requireActor();
  const signedIn = await requireSignedIn();
  const password = textOf(form, 'password');
  const t = await getTranslations('auth.signIn.problem');
  if (!password) return { values: {}, problems: [{ field: 'password', message: t('password') }] };
  const result = await renewRecoveryCodes(signedIn, { password }, await requestFacts());
  if (!result.ok) return await refused(result.error);
  const next = localePath(await getLocale(), '/account');
  return { values: {}, problems: [], once: { kind: 'codes', codes: result.value.recoveryCodes, next } };
}
