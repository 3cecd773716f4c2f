'use server';

import { getTranslations } from 'next-intl/server';
import { problemsOf, textOf } from '@/app/[locale]/form-answer';
import type { SetUpState } from '@/components/auth/second-factor-setup.client';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireSignedIn } from '@/lib/auth/require-actor';
import { beginSecondFactor, confirmSecondFactor } from '@/lib/auth/second-factor-commands';
import { writeStaffCookie } from '@/lib/auth/staff-cookie';
import { qrCode } from '@/lib/core/qr-code';

/** Sets the second factor up: first the key, then, once its first code is right, the recovery codes. */
export async function setUpSecondFactor({ key }: SetUpState, form: FormData): Promise<SetUpState> {
  const signedIn = await requireSignedIn();
  const [facts, t] = await Promise.all([requestFacts(), getTranslations('auth.setUp')]);
  if (!key) {
    const begun = await beginSecondFactor(signedIn, { password: textOf(form, 'password') }, facts);
    if (!begun.ok) return { problems: await problemsOf(begun.error), key: null, codes: null };
    const { secret, uri } = begun.value;
    return { problems: [], key: { secret, code: qrCode(uri) }, codes: null };
  }
  const code = textOf(form, 'code').normalize('NFKC').trim();
  if (!code) return { problems: [{ field: 'code', message: t('problem') }], key, codes: null };
  const confirmed = await confirmSecondFactor(signedIn, code, facts);
  if (!confirmed.ok) return { problems: await problemsOf(confirmed.error), key, codes: null };
  await writeStaffCookie(confirmed.value.token);
  return { problems: [], key: null, codes: confirmed.value.recoveryCodes };
}
