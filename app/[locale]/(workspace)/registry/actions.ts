'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { type Done, importPath } from '@/components/registry/registry-paths';
import type { FormState } from '@/components/ui/form-state';
import type { Actor } from '@/lib/access/actor';
import { requireActor } from '@/lib/auth/require-actor';
import type { Result } from '@/lib/core/result';
import { applyImport, cancelImport, discardImport, undoImport } from '@/lib/registry/apply-commands';
import { chooseMatches, recheckImport } from '@/lib/registry/match-commands';
import { choicesIn } from './choice-fields';
import { registryWords } from './registry-words';

/** Longer imports are written after the answer; their page shows how far they are. */
const AT_ONCE = 500;

const importIn = (form: FormData) => ({ importId: textOf(form, 'importId'), version: textOf(form, 'version') });

async function lead(form: FormData, answer: Result<unknown>, done: Done): Promise<FormState> {
  if (!answer.ok) return await refused(answer.error, typedIn(form));
  redirect(importPath(await getLocale(), textOf(form, 'importId'), { done }));
}

export async function sendChoices(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const input = { ...importIn(form), choices: choicesIn(form) };
  return await lead(form, await chooseMatches(actor, input, await registryWords()), 'chosen');
}

async function apply(actor: Actor, form: FormData): Promise<FormState> {
  if (Number(textOf(form, 'rows')) <= AT_ONCE)
    return await lead(form, await applyImport(actor, importIn(form)), 'applied');
  after(async () => {
    await applyImport(actor, importIn(form));
  });
  redirect(importPath(await getLocale(), textOf(form, 'importId'), { done: 'started' }));
}

export async function sendApply(_: FormState, form: FormData): Promise<FormState> {
  return await apply(await requireActor(), form);
}

export async function sendUndo(_: FormState, form: FormData): Promise<FormState> {
  return await lead(form, await undoImport(await requireActor(), importIn(form)), 'undone');
}

export async function sendDiscard(_: FormState, form: FormData): Promise<FormState> {
  return await lead(form, await discardImport(await requireActor(), importIn(form)), 'discarded');
}

export async function sendRecheck(_: FormState, form: FormData): Promise<FormState> {
  return await lead(
    form,
    await recheckImport(await requireActor(), importIn(form), await registryWords()),
    'rechecked',
  );
}

export async function sendCancel(_: FormState, form: FormData): Promise<FormState> {
  return await lead(form, await cancelImport(await requireActor(), importIn(form)), 'cancelled');
}
