import 'server-only';
import { z } from 'zod';
import { ACTOR_ROLES, type Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { dateInShanghai, fromDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { auditScopeOf } from './audit-scope';
import { hashToken, keyedHash, newToken } from './secrets';
import {
  ABSOLUTE_SECONDS,
  isLive,
  nextStep,
  SEEN_EVERY_SECONDS,
  type SignInStep,
  scopeOfGrant,
  shortUserAgent,
  timedOut,
} from './staff-session-rules';

export type Transaction = Prisma.TransactionClient;

/** Where a request comes from. `address` is the network as `clientKey` gives it. */
export type RequestFacts = { address: string; userAgent: string; requestId: string; instant: Date };

/** A signed-in browser: who it is, and what is still asked for before the workspace opens. */
export type SignedIn = { actor: Actor; step: SignInStep | null; demonstration: boolean; expiresAt: Date };

export type SessionEnd =
  | 'signed_out'
  | 'signed_out_elsewhere'
  | 'idle'
  | 'expired'
  | 'account_closed'
  | 'grant_ended'
  | 'access_reset'
  | 'second_factor_failed'
  | 'replaced';

/** Starts a staff session inside a transaction; the token is for the browser alone. */
export async function startStaffSession(
  tx: Transaction,
  { accountId, grantId }: { accountId: string; grantId: string },
  { address, userAgent, instant }: RequestFacts,
): Promise<{ id: string; token: string }> {
  const token = newToken();
  const { id } = await tx.staffSession.create({
    data: {
      tokenHash: hashToken(token),
      accountId,
      grantId,
      createdAt: instant,
      lastSeenAt: instant,
      expiresAt: new Date(instant.getTime() + ABSOLUTE_SECONDS * 1000),
      userAgent: shortUserAgent(userAgent),
      addressHash: keyedHash('address', address),
    },
    select: { id: true },
  });
  return { id, token };
}

/** Gives a staff session a new token, so that one seen before a step is worth nothing after it. */
export async function rotateToken(tx: Transaction, staffSessionId: string): Promise<string> {
  const token = newToken();
  await tx.staffSession.update({ where: { id: staffSessionId }, data: { tokenHash: hashToken(token) } });
  return token;
}

/**
 * Ends the living staff sessions that match.
 * @returns how many
 */
export async function endStaffSessions(
  tx: Transaction,
  where: Prisma.StaffSessionWhereInput,
  because: SessionEnd,
  instant: Date,
): Promise<number> {
  const { count } = await tx.staffSession.updateMany({
    where: { AND: [where, { endedAt: null }] },
    data: { endedAt: instant, endedBecause: because },
  });
  return count;
}

const sessionRow = z.object({
  id: z.string(),
  accountId: z.string(),
  grantId: z.string(),
  lastSeenAt: z.date(),
  expiresAt: z.date(),
  secondFactorAt: z.date().nullable(),
  displayName: z.string(),
  status: z.string(),
  mustChange: z.boolean(),
  demonstration: z.boolean(),
  hasSecondFactor: z.boolean(),
  role: z.enum(ACTOR_ROLES),
  centreId: z.string().nullable(),
  expertId: z.string().nullable(),
  traineeId: z.string().nullable(),
  allianceCode: z.string().nullable(),
  districtCode: z.string().nullable(),
  state: z.string(),
  validFrom: z.date(),
  validTo: z.date().nullable(),
});
type SessionRow = z.infer<typeof sessionRow>;

/** One statement with its joins: this is asked at every request of staff. */
async function readSession(token: string): Promise<SessionRow | undefined> {
  const rows = await db().$queryRaw`
    SELECT s.id, s.account_id AS "accountId", s.grant_id AS "grantId", s.last_seen_at AS "lastSeenAt",
      s.expires_at AS "expiresAt", s.second_factor_at AS "secondFactorAt", a.display_name AS "displayName",
      a.status::text AS status, a.must_change_password AS "mustChange", a.demonstration,
      a.totp_secret IS NOT NULL AS "hasSecondFactor", g.role::text AS role, g.centre_id AS "centreId",
      g.expert_id AS "expertId", g.trainee_id AS "traineeId", g.alliance_code AS "allianceCode",
      g.district_code::text AS "districtCode", g.state::text AS state, g.valid_from AS "validFrom", g.valid_to AS "validTo"
    FROM staff_session s JOIN account a ON a.id = s.account_id JOIN role_grant g ON g.id = s.grant_id
    WHERE s.token_hash = ${hashToken(token)} AND s.ended_at IS NULL`;
  return z.array(sessionRow).parse(rows)[0];
}

function whyOver(row: SessionRow, instant: Date): SessionEnd | null {
  if (row.status !== 'active') return 'account_closed';
  const { state, validFrom, validTo } = row;
  const period = { state, validFrom: fromDbDate(validFrom), validTo: validTo && fromDbDate(validTo) };
  if (!isLive(period, dateInShanghai(instant))) return 'grant_ended';
  return timedOut(row, instant);
}

/**
 * Who a browser's token belongs to now; null when nobody, or no longer: signed out, timed out, account suspended, role
 * ended. Reads the database at every request, so a revocation holds from the next click on.
 */
export async function findSignedIn(token: string, { requestId, instant }: RequestFacts): Promise<SignedIn | null> {
  const row = await readSession(token);
  const scope = row && scopeOfGrant(row);
  if (!row || !scope) return null;
  const { id, accountId, grantId, displayName, demonstration, expiresAt } = row;
  const actor: Actor = { accountId, grantId, staffSessionId: id, displayName, requestId, ...scope };
  const over = whyOver(row, instant);
  if (over) {
    await endByItself(actor, over, instant);
    return null;
  }
  if (instant.getTime() - row.lastSeenAt.getTime() >= SEEN_EVERY_SECONDS * 1000)
    await db().staffSession.updateMany({ where: { id, lastSeenAt: { lt: instant } }, data: { lastSeenAt: instant } });
  const step = nextStep({ ...row, secondFactorDone: row.secondFactorAt !== null });
  return { actor, step, demonstration, expiresAt };
}

/** Two requests may find the end at the same moment; one of them writes it down. */
async function endByItself(actor: Actor, because: SessionEnd, instant: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const ended = await endStaffSessions(tx, { id: actor.staffSessionId }, because, instant);
    if (ended === 0) return;
    await writeAudit(tx, actor, {
      event: 'staffSession.ended',
      object: { type: 'StaffSession', id: actor.staffSessionId, label: actor.displayName },
      scope: await auditScopeOf(tx, actor.accountId),
      after: { because },
    });
  });
}
