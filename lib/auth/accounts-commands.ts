import 'server-only';
import type { z } from 'zod';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { env } from '@/lib/core/env';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import {
  changeAccountIn,
  createAccountIn,
  type Decide,
  phoneTaken,
  resumedFor,
  STALE,
  suspendedFor,
} from './account-changes';
import { closeGrant } from './grants';
import { inTransaction } from './in-transaction';
import { makeOneTimeLink } from './one-time-links';
import { invalid, invalidField } from './parse';
import {
  accountReasonSchema,
  changeAccountSchema,
  createAccountSchema,
  recertifySchema,
  singleSignOnSchema,
} from './schema';
import { endStaffSessions } from './staff-sessions';

// What officers do with the accounts of their scope. An account out of scope is not there.

const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
const SELF: Err = err({ code: 'FORBIDDEN', messageKey: 'accounts.problem.self' });

/**
 * Creates an account with its first role. City roles wait for a second pair of eyes.
 * @returns the account, and the token of an invitation to show once
 */
export async function createAccount(
  actor: Actor,
  input: z.input<typeof createAccountSchema>,
): Promise<Result<{ accountId: string; waiting: boolean; token: string }>> {
  if (!mayI(actor, 'create', 'Account')) return NOT_FOUND;
  const parsed = createAccountSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const instant = now();
  return await inTransaction(async (tx) => {
    const created = await createAccountIn(tx, actor, parsed.data, instant);
    if (!created.ok) return created;
    const link = { accountId: created.value.accountId, purpose: 'invitation', createdById: actor.accountId } as const;
    return ok({ ...created.value, token: await makeOneTimeLink(tx, link, instant) });
  });
}

/** The common way of every change: in scope, still as the officer saw it, in one transaction with its event. */
async function change(
  actor: Actor,
  { accountId, version }: { accountId: string; version: number },
  decide: Decide,
): Promise<Result<null>> {
  const instant = now();
  return await inTransaction((tx) => changeAccountIn(tx, actor, { accountId, version }, decide, instant));
}

/** Changes name and phone number. */
export async function changeAccount(actor: Actor, input: z.input<typeof changeAccountSchema>): Promise<Result<null>> {
  const parsed = changeAccountSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { phone, displayName, accountId } = parsed.data;
  return await change(actor, parsed.data, async (_, tx) => {
    if (await phoneTaken(tx, phone, accountId)) return invalidField('phone', 'accounts.problem.phoneTaken');
    return { event: 'account.changed', data: { phone, displayName } };
  });
}

/** Suspends an account; whoever is signed in with it is out at the next click. */
export async function suspendAccount(actor: Actor, input: z.input<typeof accountReasonSchema>): Promise<Result<null>> {
  const parsed = accountReasonSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { accountId, reason } = parsed.data;
  if (accountId === actor.accountId) return SELF;
  return await change(actor, parsed.data, suspendedFor(reason));
}

/** Takes a suspension back. */
export async function resumeAccount(actor: Actor, input: z.input<typeof accountReasonSchema>): Promise<Result<null>> {
  const parsed = accountReasonSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { accountId, reason } = parsed.data;
  if (accountId === actor.accountId) return SELF;
  return await change(actor, parsed.data, resumedFor(reason));
}

/** Marks somebody as having left: every role ends, every link is void, the phone number is free again. */
export async function markAsLeft(actor: Actor, input: z.input<typeof accountReasonSchema>): Promise<Result<null>> {
  const parsed = accountReasonSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { accountId, reason } = parsed.data;
  if (accountId === actor.accountId) return SELF;
  return await change(actor, parsed.data, async ({ status, displayName }, tx, instant) => {
    if (status === 'left') return STALE;
    const grants = await tx.roleGrant.findMany({ where: { accountId, state: { in: ['requested', 'active'] } } });
    for (const grant of grants) await closeGrant(tx, actor, grant, { label: displayName, reason }, instant);
    await endStaffSessions(tx, { accountId }, 'account_closed', instant);
    await tx.oneTimeLink.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: instant } });
    const data = { status: 'left', statusReason: reason, phone: null, oidcIssuer: null, oidcSubject: null } as const;
    return { event: 'account.left', data, reason };
  });
}

/** Certifies for another year that the person still needs the account. */
export async function recertifyAccount(actor: Actor, input: z.input<typeof recertifySchema>): Promise<Result<null>> {
  const parsed = recertifySchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  if (parsed.data.accountId === actor.accountId) return SELF;
  return await change(actor, parsed.data, async ({ status }, _, instant) => {
    if (status === 'left') return err({ code: 'CONFLICT', messageKey: 'accounts.problem.leftAlready' });
    return { event: 'account.recertified', data: { recertifiedAt: instant, recertifiedById: actor.accountId } };
  });
}

/** Links an account to a subject of the single sign-on provider, or takes the link off when the subject is empty. */
export async function linkSingleSignOn(actor: Actor, input: z.input<typeof singleSignOnSchema>): Promise<Result<null>> {
  const parsed = singleSignOnSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { singleSignOn } = env();
  const { accountId, subject } = parsed.data;
  if (accountId === actor.accountId) return SELF;
  if (subject && !singleSignOn) return err({ code: 'FORBIDDEN', messageKey: 'accounts.problem.singleSignOnOff' });
  const identity = { oidcIssuer: subject ? singleSignOn?.issuer : null, oidcSubject: subject || null };
  return await change(actor, parsed.data, async ({ id }, tx, instant) => {
    const taken = subject && (await tx.account.count({ where: { ...identity, id: { not: id } } })) > 0;
    if (taken) return invalidField('subject', 'accounts.problem.subjectTaken');
    await endStaffSessions(tx, { accountId }, 'access_reset', instant);
    return { event: 'account.singleSignOnLinked', data: identity };
  });
}
