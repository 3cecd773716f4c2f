'use server';

import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { refused, textOf } from '@/app/[locale]/form-answer';
import type { FormState } from '@/components/ui/form-state';
import { pathAfterSignIn } from '@/lib/auth/after-sign-in';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireSignedIn } from '@/lib/auth/require-actor';
import { verifySecondFactor } from '@/lib/auth/second-factor-commands';
import { writeStaffCookie } from '@/lib/auth/staff-cookie';
import { findSignedIn } from '@/lib/auth/staff-sessions';

/** Completes a sign-in with a code of the authenticator app or a recovery code. */
export async function confirmSignIn(_previous: FormState, form: FormData): Promise<FormState> {
  const signedIn = await requireSignedIn();
  const [locale, facts, t] = await Promise.all([getLocale(), requestFacts(), getTranslations('auth.factor')]);
  const from = textOf(form, 'from');
  if (signedIn.step !== 'second_factor') redirect(pathAfterSignIn(locale, signedIn.step, from));
  const code = textOf(form, 'code').normalize('NFKC').trim();
  if (!code) return { values: {}, problems: [{ field: 'code', message: t('problem') }] };
  const result = await verifySecondFactor(signedIn, code, facts);
  if (result.ok) {
    await writeStaffCookie(result.value.token);
    const after = await findSignedIn(result.value.token, facts);
    redirect(pathAfterSignIn(locale, after?.step ?? null, from));
  }
  const { problems } = await refused(result.error);
  return { values: {}, problems: problems.map(({ message }) => ({ field: 'code', message })) };
}
