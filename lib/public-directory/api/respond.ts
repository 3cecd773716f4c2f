import type { PlainAnswer, PlainRequest } from '@/lib/core/direct-answers';
import type { Directory } from '@/lib/public-directory/directory-index';
import { openHeaders } from './problem';

// How an answer leaves: validators, caching, a request id. Nothing here reads the body.

/** Answers may change with the directory's version and, because opening and sessions do, with the minute. */
export type Freshness = { version: number; minute: number };

/** A handler that answers from a directory in memory; the id is empty where an address has none. */
export type DirectoryHandler = (directory: Directory, request: PlainRequest, instant: Date, id: string) => PlainAnswer;

/** What an answer's validator is made from. */
export function freshnessOf({ records }: Directory, instant: Date): Freshness {
  return { version: records.version, minute: minuteOf(instant) };
}

/** The minute an instant lies in, counted from 1970. */
export function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / 60_000);
}

/**
 * A strong validator without hashing the body: one address (its query is part of it) is answered identically, by every
 * replica, as long as the directory's version and the minute stay the same.
 */
export function etagOf({ version, minute }: Freshness): string {
  return `"${version.toString(36)}-${minute.toString(36)}"`;
}

/** If-None-Match of RFC 9110 §13.1.2: a list of validators or `*`, compared weakly. */
export function noneMatch(header: string | null, etag: string): boolean {
  if (header === null) return true;
  if (header === etag) return false;
  if (header.trim() === '*') return false;
  return !header.split(',').some((part) => part.trim().replace(/^W\//, '') === etag);
}

/** Shared caches may keep what everyone gets; what a person's position is part of stays with that person. */
export type Audience = 'everyone' | 'caller';

const CACHE_CONTROL: Record<Audience, string> = {
  everyone: 'public, max-age=30, stale-while-revalidate=60, stale-if-error=86400',
  caller: 'private, max-age=30',
};

/** A JSON answer with validator and caching, or 304 without a body when the client already has it. */
export function jsonAnswer(
  request: PlainRequest,
  freshness: Freshness,
  audience: Audience,
  body: () => string | Uint8Array<ArrayBuffer>,
): PlainAnswer {
  const etag = etagOf(freshness);
  const fresh = noneMatch(request.headers.get('if-none-match'), etag);
  const headers = openHeaders('application/json', CACHE_CONTROL[audience]);
  headers.etag = etag;
  return fresh ? { status: 200, headers, body: body() } : { status: 304, headers, body: null };
}
