import 'server-only';
import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import NextAuth from 'next-auth';
import { z } from 'zod';
import { env } from '@/lib/core/env';
import { authOptionsFor, SINGLE_SIGN_ON_PROVIDER } from './next-auth-options';

// The way to the single sign-on provider as a server action can take it: next-auth's own two requests, made here, so
// that the button works without scripts. Its cookies (state, nonce, PKCE) go to the browser with the action's answer.

const csrfAnswer = z.object({ csrfToken: z.string().min(1) });

async function askNextAuth(action: string[], headers: Headers, form?: Record<string, string>): Promise<Response> {
  const address = `${env().siteUrl}/api/auth/${action.join('/')}`;
  const request = new NextRequest(address, form && { method: 'POST', body: new URLSearchParams(form) });
  const params = Promise.resolve({ nextauth: action });
  const response: Response = await NextAuth(request, { params }, authOptionsFor(headers));
  // the second request must bring what the first one set
  const store = await cookies();
  for (const cookie of new NextResponse(null, { headers: response.headers }).cookies.getAll()) store.set(cookie);
  return response;
}

/**
 * Begins a single sign-on; call it in a server action.
 * @param headers those of the present request
 * @param returnTo the page to come back to, a checked path of this portal
 * @returns the provider's address to go to; null when single sign-on is off or the provider does not answer
 */
export async function beginSingleSignOn(headers: Headers, returnTo: string): Promise<string | null> {
  const { singleSignOn, siteUrl } = env();
  if (!singleSignOn) return null;
  const { csrfToken } = csrfAnswer.parse(await (await askNextAuth(['csrf'], headers)).json());
  const form = { csrfToken, callbackUrl: `${siteUrl}${returnTo}` };
  const answer = await askNextAuth(['signin', SINGLE_SIGN_ON_PROVIDER], headers, form);
  const address = answer.headers.get('location');
  // where the provider cannot be asked, next-auth leads back to our own sign-in page; nobody is led anywhere else
  const target = new URL(address ?? '/', siteUrl);
  return target.origin === new URL(singleSignOn.issuer).origin ? target.href : null;
}
