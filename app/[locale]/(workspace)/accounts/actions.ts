'use server';

import { notFound, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { textOf } from '@/app/[locale]/form-answer';
import { answerPath } from '@/components/accounts/account-paths';
import type { FormState } from '@/components/ui/form-state';
import { makeAccessLink, unlockAccount } from '@/lib/auth/access-reset-commands';
import {
  changeAccount,
  createAccount,
  linkSingleSignOn,
  markAsLeft,
  recertifyAccount,
  resumeAccount,
  suspendAccount,
} from '@/lib/auth/accounts-commands';
import { findAccountByUserName } from '@/lib/auth/administration-queries';
import { approveGrant, endGrant, giveGrant, handOverGrant, rescopeGrant } from '@/lib/auth/grants-commands';
import { requireActor } from '@/lib/auth/require-actor';
import { grantOf, leadTo, leadToAccount, linkAnswer, NO_SCOPE, refusedForm } from './form-answer';

const accountOf = (form: FormData) => ({
  accountId: textOf(form, 'accountId'),
  version: textOf(form, 'version'),
  reason: textOf(form, 'reason'),
});
const targetOf = (form: FormData) => ({
  grantId: textOf(form, 'grantId'),
  version: textOf(form, 'version'),
  reason: textOf(form, 'reason'),
});

/** Opens an account and shows the invitation once. */
export async function sendNewAccount(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const grant = grantOf(form);
  if (!grant) return await refusedForm(NO_SCOPE, form);
  const [userName, phone, displayName] = [textOf(form, 'userName'), textOf(form, 'phone'), textOf(form, 'displayName')];
  const made = await createAccount(actor, { userName, phone, displayName, grant });
  return made.ok ? await linkAnswer(made.value.token, made.value.accountId) : await refusedForm(made.error, form);
}

/** Changes name and phone number. */
export async function sendAccountChange(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const { accountId, version } = accountOf(form);
  const input = { accountId, version, phone: textOf(form, 'phone'), displayName: textOf(form, 'displayName') };
  const done = await changeAccount(actor, input);
  return done.ok ? await leadToAccount(accountId, 'changed') : await refusedForm(done.error, form);
}

export async function sendSuspension(_: FormState, form: FormData): Promise<FormState> {
  const done = await suspendAccount(await requireActor(), accountOf(form));
  return done.ok ? await leadToAccount(textOf(form, 'accountId'), 'suspended') : await refusedForm(done.error, form);
}

export async function sendResumption(_: FormState, form: FormData): Promise<FormState> {
  const done = await resumeAccount(await requireActor(), accountOf(form));
  return done.ok ? await leadToAccount(textOf(form, 'accountId'), 'resumed') : await refusedForm(done.error, form);
}

export async function sendLeaving(_: FormState, form: FormData): Promise<FormState> {
  const done = await markAsLeft(await requireActor(), accountOf(form));
  return done.ok ? await leadToAccount(textOf(form, 'accountId'), 'left') : await refusedForm(done.error, form);
}

export async function sendUnlock(_: FormState, form: FormData): Promise<FormState> {
  const done = await unlockAccount(await requireActor(), accountOf(form));
  return done.ok ? await leadToAccount(textOf(form, 'accountId'), 'unlocked') : await refusedForm(done.error, form);
}

/** Makes a one-time link for a new password or a new second factor, and shows it once. */
export async function sendAccessLink(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const purpose = textOf(form, 'purpose') === 'second_factor' ? 'second_factor' : 'password';
  const { accountId, reason } = accountOf(form);
  const made = await makeAccessLink(actor, { accountId, purpose, reason });
  return made.ok ? await linkAnswer(made.value.token, accountId) : await refusedForm(made.error, form);
}

export async function sendSingleSignOn(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const { accountId, version } = accountOf(form);
  const done = await linkSingleSignOn(actor, { accountId, version, subject: textOf(form, 'subject') });
  return done.ok ? await leadToAccount(accountId, 'singleSignOn') : await refusedForm(done.error, form);
}

/** Certifies for another year; the button stands on the account's page and in the list of what is due. */
export async function sendRecertification(form: FormData): Promise<void> {
  const actor = await requireActor();
  const { accountId, version } = accountOf(form);
  const done = await recertifyAccount(actor, { accountId, version });
  if (!done.ok && done.error.code === 'NOT_FOUND') notFound();
  const page = textOf(form, 'from') === 'list' ? 'recertify' : encodeURIComponent(accountId);
  const answer = done.ok ? ({ done: 'recertified' } as const) : ({ problem: 'stale' } as const);
  redirect(answerPath(await getLocale(), `/accounts/${page}`, answer));
}

/** Gives a further role, or asks for it. */
export async function sendRole(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const grant = grantOf(form);
  if (!grant) return await refusedForm(NO_SCOPE, form);
  const { accountId, reason } = accountOf(form);
  const given = await giveGrant(actor, { accountId, grant, reason });
  if (!given.ok) return await refusedForm(given.error, form);
  return await leadToAccount(accountId, given.value.waiting ? 'waiting' : 'given');
}

export async function sendRescope(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const grant = grantOf(form);
  if (!grant) return await refusedForm(NO_SCOPE, form);
  const done = await rescopeGrant(actor, { ...targetOf(form), grant });
  return done.ok ? await leadToAccount(textOf(form, 'accountId'), 'rescoped') : await refusedForm(done.error, form);
}

/** Hands a role over to the account of a user name. */
export async function sendHandOver(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const toAccountId = (await findAccountByUserName(actor, textOf(form, 'toUserName'))) ?? 'nobody';
  const done = await handOverGrant(actor, { ...targetOf(form), toAccountId });
  if (!done.ok) return await refusedForm(done.error, form);
  // a city role is handed over once another officer has approved it
  return await leadToAccount(textOf(form, 'accountId'), done.value.waiting ? 'waiting' : 'handedOver');
}

export async function sendRoleEnd(_: FormState, form: FormData): Promise<FormState> {
  const done = await endGrant(await requireActor(), targetOf(form));
  return done.ok ? await leadToAccount(textOf(form, 'accountId'), 'ended') : await refusedForm(done.error, form);
}

/** Approves a city role that another officer has asked for. */
export async function sendApproval(_: FormState, form: FormData): Promise<FormState> {
  const done = await approveGrant(await requireActor(), targetOf(form));
  return done.ok ? await leadTo('/accounts/requests', 'approved') : await refusedForm(done.error, form);
}

/** Turns a request down. */
export async function sendRefusal(_: FormState, form: FormData): Promise<FormState> {
  const done = await endGrant(await requireActor(), targetOf(form));
  return done.ok ? await leadTo('/accounts/requests', 'declined') : await refusedForm(done.error, form);
}
