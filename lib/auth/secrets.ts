import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@/lib/core/env';

// Everything secret is derived from APP_SECRET, each use with a key of its own.

type KeyUse = 'next-auth' | 'second-factor' | 'address' | 'recovery-code' | 'service-record';

/**
 * A 256-bit key for one use.
 * @throws Error when APP_SECRET is not set: staff cannot sign in without it.
 */
export function keyFor(use: KeyUse): Buffer {
  const secret = env().APP_SECRET;
  if (!secret) throw new Error('APP_SECRET is not set, so staff cannot sign in; see .env.example.');
  return Buffer.from(hkdfSync('sha256', secret, 'shanghai-tcm-alliances', use, 32));
}

/** A random token of 256 bits for an address or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a random token; a token this long needs no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** What the database keeps of a value that could be guessed: not to be recomputed without the key. */
export function keyedHash(use: 'address' | 'recovery-code', text: string): string {
  return createHmac('sha256', keyFor(use)).update(text).digest('base64url');
}

/** Encrypts a second factor's secret with AES-256-GCM, bound to its account. */
export function encryptFor(accountId: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor('second-factor'), iv).setAAD(Buffer.from(accountId));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['v1', ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

/**
 * Decrypts what `encryptFor` made.
 * @throws Error when it was made for another account, with another APP_SECRET, or changed since.
 */
export function decryptFor(accountId: string, stored: string): string {
  const [version, iv, sealed, tag] = stored.split('.');
  if (version !== 'v1' || !iv || !sealed || !tag) throw new Error('A stored second factor has an unknown form.');
  const cipher = createDecipheriv('aes-256-gcm', keyFor('second-factor'), Buffer.from(iv, 'base64url'))
    .setAAD(Buffer.from(accountId))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([cipher.update(Buffer.from(sealed, 'base64url')), cipher.final()]).toString('utf8');
}
