'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { SENIOR_COOKIE, SENIOR_COOKIE_SECONDS, SENIOR_FIELDS } from '@/components/layout/senior-mode';
import { env } from '@/lib/core/env';
import { localPath } from '@/lib/core/local-path';

/** Remembers senior mode on this device, or forgets it, and returns to the page the switch was on. */
export async function setSeniorMode(form: FormData): Promise<void> {
  const store = await cookies();
  if (form.get(SENIOR_FIELDS.on) === '1') {
    store.set(SENIOR_COOKIE, '1', {
      maxAge: SENIOR_COOKIE_SECONDS,
      path: '/',
      sameSite: 'lax',
      httpOnly: true,
      secure: env().siteUrl.startsWith('https:'),
    });
  } else {
    store.delete(SENIOR_COOKIE);
  }
  redirect(localPath(form.get(SENIOR_FIELDS.returnTo)));
}
