import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { accountPath, answerPath } from '@/components/accounts/account-paths';
import type { FormState } from '@/components/accounts/form-state';
import { type GrantScope, grantScopeSchema } from '@/lib/auth/schema';
import { oneTimeLinkUrl } from '@/lib/auth/staff-paths';
import { env } from '@/lib/core/env';
import type { AppError } from '@/lib/core/errors';
import type { Done } from './administration';

// What the actions of administration have in common: reading a form, and answering it.

/** A field of a form as text; empty when it is not there. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

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

const FIELDS: Readonly<Record<string, string>> = { grant: 'scope', toAccountId: 'toUserName' };

/** The form again with what is wrong, in words, and with what was typed; a record out of scope is not there. */
export async function refused(error: AppError, form: FormData): Promise<FormState> {
  if (error.code === 'NOT_FOUND') notFound();
  const t = await getTranslations();
  const word = (key: string | undefined) => t(key && t.has(key) ? key : 'accounts.problem.field');
  const typed = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [],
  );
  const problems = (error.problems ?? []).map(({ path, messageKey }) => {
    const name = path.split('.')[0] ?? path;
    const field = FIELDS[name] ?? name;
    return { field: form.has(field) ? field : null, message: word(messageKey) };
  });
  return {
    problems: problems.length > 0 ? problems : [{ field: null, message: word(error.messageKey) }],
    values: Object.fromEntries(typed),
    link: null,
    next: null,
  };
}

/** The answer that shows a one-time link, this once. */
export async function linkAnswer(token: string, accountId: string | null): Promise<FormState> {
  const next = accountId && accountPath(await getLocale(), accountId);
  return { problems: [], values: {}, link: oneTimeLinkUrl(env().siteUrl, token), next };
}

/** Leads to a page that says what was done. */
export async function leadTo(path: string, done: Done): Promise<never> {
  redirect(answerPath(await getLocale(), path, { done }));
}

/** Leads back to the page of an account. */
export async function leadToAccount(accountId: string, done: Done): Promise<never> {
  return await leadTo(`/accounts/${encodeURIComponent(accountId)}`, done);
}
