import 'server-only';
import { cookies } from 'next/headers';
import { LEFT_ACCOUNT_COOKIE } from '@/components/logging/left-account';
import { env } from '@/lib/core/env';

// A browser that an account has signed out of learns it by a cookie, because the sign-out itself needs no scripts and
// what the device keeps can only be deleted by one.

const UNTIL_SEEN_SECONDS = 7 * 86_400;

/** Tells this browser that an account has signed out; call it in a server action. */
export async function noteLeft(accountId: string): Promise<void> {
  (await cookies()).set(LEFT_ACCOUNT_COOKIE, accountId, {
    maxAge: UNTIL_SEEN_SECONDS,
    path: '/',
    sameSite: 'lax',
    // the script that deletes what was kept takes the cookie away, too
    httpOnly: false,
    secure: env().siteUrl.startsWith('https:'),
  });
}

/** The account that has signed out of this browser and is not yet forgotten there; null when there is none. */
export async function leftAccount(): Promise<string | null> {
  return (await cookies()).get(LEFT_ACCOUNT_COOKIE)?.value ?? null;
}
