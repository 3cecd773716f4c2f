import 'server-only';
import { randomUUID } from 'node:crypto';
import { headers } from 'next/headers';
import { clientKey } from '@/lib/core/client-key';
import { now } from '@/lib/core/clock';
import type { RequestFacts } from './staff-sessions';

/** The facts of a request from its headers; lib/server writes the client's address and the request's id. */
export function requestFactsOf(given: Pick<Headers, 'get'>): RequestFacts {
  return {
    address: clientKey(given.get('x-client-address') ?? 'unknown'),
    userAgent: (given.get('user-agent') ?? '').slice(0, 1000),
    requestId: /^[\w-]{8,64}$/.exec(given.get('x-request-id') ?? '')?.[0] ?? randomUUID(),
    instant: now(),
  };
}

/** The facts of the present request. */
export async function requestFacts(): Promise<RequestFacts> {
  return requestFactsOf(await headers());
}
