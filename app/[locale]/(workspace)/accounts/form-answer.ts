import 'server-only';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { accountPath, answerPath } from '@/components/accounts/account-paths';
import type { FormState } from '@/components/ui/form-state';
import { type GrantScope, grantScopeSchema } from '@/lib/auth/schema';
import { oneTimeLinkUrl } from '@/lib/auth/staff-paths';
import { env } from '@/lib/core/env';
import type { AppError } from '@/lib/core/errors';
import type { Done } from './administration';

// What the actions of administration have in common.

const SCOPE_FIELDS: Readonly<Record<string, string>> = {
  centre_clerk: 'centreId',
  expert: 'expertId',
  trainee: 'traineeId',
  alliance_officer: 'allianceCode',
  district_officer: 'districtCode',
};

/** The role a form names, with the place or person chosen for it; null when they do not fit together. */
export function grantOf(form: FormData): GrantScope | null {
  const [role, scope] = [textOf(form, 'role'), textOf(form, 'scope')];
  const field = SCOPE_FIELDS[role];
  return grantScopeSchema.safeParse({ role, ...(field && { [field]: scope }) }).data ?? null;
}

/** The problem of a form whose role or scope is missing. */
export const NO_SCOPE: AppError = {
  code: 'INVALID',
  problems: [{ path: 'grant', messageKey: 'accounts.problem.scope' }],
};

/** Fields that commands know by another name. */
const FIELD_OF: Readonly<Record<string, string>> = { grant: 'scope', toAccountId: 'toUserName' };

/** The form of administration again with what is wrong and what was typed. */
export async function refusedForm(error: AppError, form: FormData): Promise<FormState> {
  return await refused(error, typedIn(form), FIELD_OF);
}

/** The answer that shows a one-time link, this once. */
export async function linkAnswer(token: string, accountId: string | null): Promise<FormState> {
  const next = accountId && accountPath(await getLocale(), accountId);
  return { values: {}, problems: [], once: { kind: 'link', address: oneTimeLinkUrl(env().siteUrl, token), next } };
}

/** Leads to a page that says what was done. */
export async function leadTo(path: string, done: Done): Promise<never> {
  redirect(answerPath(await getLocale(), path, { done }));
}

/** Leads back to the page of an account. */
export async function leadToAccount(accountId: string, done: Done): Promise<never> {
  return await leadTo(`/accounts/${encodeURIComponent(accountId)}`, done);
}
