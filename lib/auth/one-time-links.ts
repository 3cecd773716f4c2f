import 'server-only';
import { db } from '@/lib/db/client';
import { hashToken, newToken } from './secrets';
import type { Transaction } from './staff-sessions';

/** An invitation lasts a week, a reset a day (ours). */
const LASTING_SECONDS = { invitation: 7 * 86_400, password: 86_400, second_factor: 86_400 } as const;

export type LinkPurpose = keyof typeof LASTING_SECONDS;

/** Makes a link's token, shown once; earlier unused links of the same account for the same purpose are void. */
export async function makeOneTimeLink(
  tx: Transaction,
  { accountId, purpose, createdById }: { accountId: string; purpose: LinkPurpose; createdById: string | null },
  instant: Date,
): Promise<string> {
  const purposes: LinkPurpose[] = purpose === 'second_factor' ? ['second_factor'] : ['invitation', 'password'];
  await tx.oneTimeLink.updateMany({
    where: { accountId, purpose: { in: purposes }, usedAt: null },
    data: { usedAt: instant },
  });
  const token = newToken();
  const expiresAt = new Date(instant.getTime() + LASTING_SECONDS[purpose] * 1000);
  await tx.oneTimeLink.create({
    data: { accountId, purpose, createdById, tokenHash: hashToken(token), createdAt: instant, expiresAt },
    select: { id: true },
  });
  return token;
}

/** The link of a token with its account, null when there is none, it is used or over, or the account is closed. */
export async function findOneTimeLink(token: string, instant: Date) {
  return await db().oneTimeLink.findFirst({
    where: {
      tokenHash: hashToken(token),
      usedAt: null,
      expiresAt: { gt: instant },
      account: { is: { status: 'active' } },
    },
    select: {
      id: true,
      purpose: true,
      expiresAt: true,
      createdById: true,
      account: {
        select: { id: true, userName: true, phone: true, displayName: true, passwordHash: true, demonstration: true },
      },
    },
  });
}

/** Uses a link up; false when another request was first. */
export async function spendOneTimeLink(tx: Transaction, id: string, instant: Date): Promise<boolean> {
  const { count } = await tx.oneTimeLink.updateMany({ where: { id, usedAt: null }, data: { usedAt: instant } });
  return count === 1;
}
