import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Whether an Authorization header carries a token. How long the comparison takes says nothing about how much of it is
 * right, nor how long the token is.
 */
export function carriesToken(authorization: string | null, token: string): boolean {
  const given = /^Bearer ([\x21-\x7e]{1,500})$/i.exec(authorization ?? '')?.[1];
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
}
