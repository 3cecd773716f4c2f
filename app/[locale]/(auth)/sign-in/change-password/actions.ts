'use server';

import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { refused, textOf } from '@/app/[locale]/form-answer';
import type { FormState } from '@/components/ui/form-state';
import { pathAfterSignIn } from '@/lib/auth/after-sign-in';
import { changeOwnPassword } from '@/lib/auth/own-account-commands';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireSignedIn } from '@/lib/auth/require-actor';
import { writeStaffCookie } from '@/lib/auth/staff-cookie';
import { findSignedIn } from '@/lib/auth/staff-sessions';

/** Changes the own password, because the sign-in asks for it or because the person wants to. */
export async function saveNewPassword(_previous: FormState, form: FormData): Promise<FormState> {
  const signedIn = await requireSignedIn();
  const [locale, facts, t] = await Promise.all([getLocale(), requestFacts(), getTranslations('auth.password.problem')]);
  const [current, password] = [textOf(form, 'current'), textOf(form, 'password')];
  if (!current) return { values: {}, problems: [{ field: 'current', message: t('empty') }] };
  if (password !== textOf(form, 'again')) return { values: {}, problems: [{ field: 'again', message: t('differs') }] };
  const result = await changeOwnPassword(signedIn, { current, password }, facts);
  if (!result.ok) return await refused(result.error);
  await writeStaffCookie(result.value.token);
  const after = await findSignedIn(result.value.token, facts);
  redirect(pathAfterSignIn(locale, after?.step ?? null, textOf(form, 'from')));
}
