'use server';

import { notFound, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { textOf } from '@/app/[locale]/form-answer';
import { pathAfterSignIn } from '@/lib/auth/after-sign-in';
import { switchRole } from '@/lib/auth/own-account-commands';
import { requestFacts } from '@/lib/auth/request-facts';
import { currentActor, requireActor } from '@/lib/auth/require-actor';
import { writeStaffCookie } from '@/lib/auth/staff-cookie';
import { findSignedIn } from '@/lib/auth/staff-sessions';

/** Goes on in another of the own roles, on Today, for the present page may not be that role's. */
export async function changeRole(form: FormData): Promise<void> {
  const actor = await requireActor();
  const result = await switchRole(actor, textOf(form, 'grantId'));
  if (!result.ok) notFound();
  await writeStaffCookie(result.value.token);
  const after = await findSignedIn(result.value.token, await requestFacts());
  redirect(pathAfterSignIn(await getLocale(), after?.step ?? null, null));
}

/** Tells the server that somebody is still there; asking is enough. False when the sign-in is over. */
export async function staySignedIn(): Promise<boolean> {
  return (await currentActor()) !== null;
}
