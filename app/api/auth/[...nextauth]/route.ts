import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptionsFor } from '@/lib/auth/next-auth-options';

type Context = { params: Promise<{ nextauth: string[] }> };

/** What next-auth answers; it takes the rest for bad requests, here it is simply not there. */
const ACTIONS = ['callback', 'csrf', 'error', 'providers', 'session', 'signin', 'signout'];

/** next-auth's own addresses: the way to a single sign-on provider and back, and its anti-forgery token. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  const [action = ''] = (await context.params).nextauth;
  if (!ACTIONS.includes(action)) return new Response(null, { status: 404 });
  const response: Response = await NextAuth(request, context, authOptionsFor(request.headers));
  response.headers.set('cache-control', 'no-store');
  return response;
}

export { answer as GET, answer as POST };
