import { createHmac, timingSafeEqual } from 'node:crypto';
import { keyFor } from '@/lib/auth/secrets';
import { canonicalText, codeOf } from './code-rules';
import type { ServiceContent } from './record-schema';

/**
 * The code of a service record: a keyed hash of everything it says and of the instant it was issued, so that nobody
 * without the key makes a code that fits, and no content can be changed under its code.
 * @throws Error when APP_SECRET is not set
 */
export function recordCode(content: ServiceContent, issuedAt: Date): string {
  const text = `${issuedAt.toISOString()}\n${canonicalText(content)}`;
  return codeOf(createHmac('sha256', keyFor('service-record')).update(text).digest());
}

/** Whether a content is the one its code was made for. */
export function fitsCode(code: string, content: ServiceContent, issuedAt: Date): boolean {
  const [given, proper] = [Buffer.from(code), Buffer.from(recordCode(content, issuedAt))];
  return given.length === proper.length && timingSafeEqual(given, proper);
}
