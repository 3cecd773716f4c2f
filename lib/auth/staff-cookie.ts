import 'server-only';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '@/lib/core/env';
import { keyFor } from './secrets';
import { ABSOLUTE_SECONDS } from './staff-session-rules';

// The cookie of staff: next-auth's encrypted token, which carries nothing but the staff session's opaque token.

const claims = z.object({ staffSession: z.string().min(20).max(100) });

/** Whether cookies are sent over https only: when the address residents know is https. */
export function secureCookies(): boolean {
  return env().siteUrl.startsWith('https://');
}

/** The cookie's name and attributes; next-auth is told to use the same. */
export function staffCookie() {
  const secure = secureCookies();
  return {
    name: secure ? '__Secure-staff' : 'staff',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  };
}

/** The secret next-auth encrypts with. */
export function cookieSecret(): string {
  return keyFor('next-auth').toString('base64url');
}

/** The cookie's value for a staff session's token. */
export async function sealToken(token: string): Promise<string> {
  return await encode({ token: { staffSession: token }, secret: cookieSecret(), maxAge: ABSOLUTE_SECONDS });
}

/** The staff session's token in a cookie's value; null when it is not ours, changed or too old. */
export async function openSealedToken(value: string): Promise<string | null> {
  const opened = await decode({ token: value, secret: cookieSecret() }).catch(() => null);
  const parsed = claims.safeParse(opened);
  return parsed.success ? parsed.data.staffSession : null;
}

/** Reads the staff session's token of the present request. */
export async function readStaffCookie(): Promise<string | null> {
  const value = (await cookies()).get(staffCookie().name)?.value;
  return value ? await openSealedToken(value) : null;
}

/** Gives the browser a token; call it in a server action or a route handler. */
export async function writeStaffCookie(token: string): Promise<void> {
  const { name, options } = staffCookie();
  (await cookies()).set(name, await sealToken(token), { ...options, maxAge: ABSOLUTE_SECONDS });
}

/** Takes the cookie from the browser; call it in a server action or a route handler. */
export async function clearStaffCookie(): Promise<void> {
  const { name, options } = staffCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
