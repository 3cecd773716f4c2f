'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { type Done, importPath } from '@/components/registry/registry-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { oneTimeLinkUrl } from '@/lib/auth/staff-paths';
import { env } from '@/lib/core/env';
import type { Result } from '@/lib/core/result';
import { listWords } from '@/lib/registry/files/list-words';
import { cancelImport, discardImport } from '@/lib/registry/imports/apply-commands';
import { type Invitation, inviteImported } from '@/lib/registry/imports/invite-commands';
import { chooseMatches, recheckImport } from '@/lib/registry/imports/match-commands';
import { applyOrStart, undoOrStart } from '@/lib/registry/imports/start-commands';
import { choicesIn } from './choice-fields';

const importIn = (form: FormData) => ({ importId: textOf(form, 'importId'), version: textOf(form, 'version') });

async function lead(form: FormData, answer: Result<unknown>, done: Done): Promise<FormState> {
  if (!answer.ok) return await refused(answer.error, typedIn(form));
  redirect(importPath(await getLocale(), textOf(form, 'importId'), { done }));
}

export async function sendChoices(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const input = { ...importIn(form), choices: choicesIn(form) };
  return await lead(form, await chooseMatches(actor, input, await listWords()), 'chosen');
}

/** Writes an import; a long one is only begun, and its page shows how far it is. */
export async function sendApply(_: FormState, form: FormData): Promise<FormState> {
  const answer = await applyOrStart(await requireActor(), importIn(form));
  return await lead(form, answer, answer.ok && 'started' in answer.value ? 'started' : 'applied');
}

/** Takes an import back; of a long one that is only begun. */
export async function sendUndo(_: FormState, form: FormData): Promise<FormState> {
  const answer = await undoOrStart(await requireActor(), importIn(form));
  return await lead(form, answer, answer.ok && 'started' in answer.value ? 'undoing' : 'undone');
}

export async function sendDiscard(_: FormState, form: FormData): Promise<FormState> {
  return await lead(form, await discardImport(await requireActor(), importIn(form)), 'discarded');
}

export async function sendRecheck(_: FormState, form: FormData): Promise<FormState> {
  return await lead(form, await recheckImport(await requireActor(), importIn(form), await listWords()), 'rechecked');
}

/** Makes invitations for imported accounts and shows them, this once. */
export async function sendInvitations(_: FormState, form: FormData): Promise<FormState> {
  const made = await inviteImported(await requireActor(), importIn(form));
  if (!made.ok) return await refused(made.error, typedIn(form));
  const line = ({ displayName, userName, token }: Invitation) =>
    `${displayName} ${userName} ${oneTimeLinkUrl(env().siteUrl, token)}`;
  return { values: {}, problems: [], once: { kind: 'codes', codes: made.value.map(line), next: null } };
}

export async function sendCancel(_: FormState, form: FormData): Promise<FormState> {
  return await lead(form, await cancelImport(await requireActor(), importIn(form)), 'cancelled');
}
