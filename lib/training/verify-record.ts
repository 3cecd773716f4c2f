import 'server-only';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import { type RateRule, takeShare } from '@/lib/db/rate-limit';
import { typedCode } from './code-rules';
import { fitsCode } from './record-code';
import { serviceContentSchema, type Verified } from './record-schema';

/** Enough for an office with a pile of sheets, too few for guessing (ours). */
const VERIFY_RATE: RateRule = { name: 'verify-record', limit: 60, windowSeconds: 3600 };

/**
 * Whether a code belongs to a service record that we issued and nobody has changed since, and what that record says.
 * @param client the network of whoever asks, used only as a keyed hash for the limit of sixty an hour
 */
export async function verifyServiceRecord(text: string, client: string): Promise<Verified> {
  const share = await takeShare(VERIFY_RATE, client, now());
  if (!share.allowed) return { state: 'limited', minutes: Math.ceil(share.retryAfterSeconds / 60) };
  const code = typedCode(text);
  const row =
    code === null
      ? null
      : await db().serviceRecord.findUnique({ where: { code }, select: { code: true, content: true, issuedAt: true } });
  const content = row && serviceContentSchema.safeParse(row.content);
  if (!row || !content?.success || !fitsCode(row.code, content.data, row.issuedAt)) return { state: 'unknown' };
  return { state: 'genuine', content: content.data };
}
