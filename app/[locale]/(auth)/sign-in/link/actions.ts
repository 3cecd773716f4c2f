'use server';

import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { refused, textOf } from '@/app/[locale]/form-answer';
import type { FormState } from '@/components/ui/form-state';
import { pathToSignIn } from '@/lib/auth/after-sign-in';
import { choosePasswordByLink, resetSecondFactorByLink } from '@/lib/auth/link-commands';
import { requestFacts } from '@/lib/auth/request-facts';
import { clearStaffCookie } from '@/lib/auth/staff-cookie';

/** Chooses a password by a one-time link. */
export async function choosePassword(_previous: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('auth.password.problem');
  const password = textOf(form, 'password');
  if (password !== textOf(form, 'again')) return { values: {}, problems: [{ field: 'again', message: t('differs') }] };
  const result = await choosePasswordByLink({ token: textOf(form, 'token'), password }, await requestFacts());
  if (!result.ok) return await refused(result.error);
  await clearStaffCookie();
  redirect(pathToSignIn(await getLocale(), 'password'));
}

/** Takes the second factor off by a one-time link and the password. */
export async function takeOffSecondFactor(_previous: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('auth.signIn.problem');
  const password = textOf(form, 'password');
  if (!password) return { values: {}, problems: [{ field: 'password', message: t('password') }] };
  const result = await resetSecondFactorByLink({ token: textOf(form, 'token'), password }, await requestFacts());
  if (!result.ok) return await refused(result.error);
  await clearStaffCookie();
  redirect(pathToSignIn(await getLocale(), 'second_factor'));
}
