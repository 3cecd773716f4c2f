'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { type SUPPORT_DONE, supportPagePath } from '@/components/feedback/feedback-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import type { Result } from '@/lib/core/result';
import { askSupport, commentOnSupport } from '@/lib/directory/support-commands';
import { answerSupport, passSupportOn, takeSupport } from '@/lib/directory/support-office-commands';
import { localePath } from '@/lib/i18n/locales';

const refOf = (form: FormData) => ({ id: textOf(form, 'id'), version: textOf(form, 'version') });

/** The form again, or the page of the request, which says what was done. */
async function answered(
  form: FormData,
  result: Result<{ id: string }>,
  done: (typeof SUPPORT_DONE)[number],
): Promise<FormState> {
  if (!result.ok) return await refused(result.error, typedIn(form));
  redirect(localePath(await getLocale(), supportPagePath(result.value.id, done)));
}

/** Asks an office for something. */
export async function sendSupport(_: FormState, form: FormData): Promise<FormState> {
  const asked = { kind: textOf(form, 'kind'), month: textOf(form, 'month'), text: textOf(form, 'text') };
  return await answered(form, await askSupport(await requireActor(), asked), 'asked');
}

/** Says something of a request. */
export async function sendSupportComment(_: FormState, form: FormData): Promise<FormState> {
  const said = { id: textOf(form, 'id'), text: textOf(form, 'text') };
  return await answered(form, await commentOnSupport(await requireActor(), said), 'commented');
}

/** Takes a request to deal with it. */
export async function sendSupportTaking(_: FormState, form: FormData): Promise<FormState> {
  return await answered(form, await takeSupport(await requireActor(), refOf(form)), 'taken');
}

/** Passes a request on to the city. */
export async function sendSupportPassing(_: FormState, form: FormData): Promise<FormState> {
  const passed = { ...refOf(form), text: textOf(form, 'text') };
  return await answered(form, await passSupportOn(await requireActor(), passed), 'passedOn');
}

/** Ends a request with an answer. */
export async function sendSupportAnswer(_: FormState, form: FormData): Promise<FormState> {
  const ended = { ...refOf(form), outcome: textOf(form, 'outcome'), text: textOf(form, 'text') };
  return await answered(form, await answerSupport(await requireActor(), ended), 'answered');
}
