'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { type ChangeDone, changePagePath } from '@/components/registry/change-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import type { Result } from '@/lib/core/result';
import { localePath } from '@/lib/i18n/locales';
import { proposeChange, withdrawChange } from '@/lib/registry/changes/change-commands';
import { proposeClosing } from '@/lib/registry/changes/closing-commands';
import { CLOSING_KINDS } from '@/lib/registry/changes/closing-schema';
import { approveChange, returnChange } from '@/lib/registry/changes/decide-change-commands';
import { listWords } from '@/lib/registry/files/list-words';
import { closingIn, namedInLocale } from './closing-fields';
import { proposalIn } from './proposal-fields';

const refOf = (form: FormData) => ({ id: textOf(form, 'id'), version: textOf(form, 'version') });

async function lead(form: FormData, id: string, answer: Result<unknown>, done: ChangeDone): Promise<FormState> {
  if (!answer.ok) return await refused(answer.error, typedIn(form));
  redirect(localePath(await getLocale(), changePagePath(id, { done })));
}

/** Proposes a change, or sends one again. */
export async function sendProposal(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const again = textOf(form, 'id') !== '';
  const input = {
    ...{ request: again ? refOf(form) : null, facilityId: textOf(form, 'facilityId'), values: proposalIn(form) },
    ...{ reason: textOf(form, 'reason'), effectiveOn: textOf(form, 'effectiveOn') },
  };
  const answer = await proposeChange(actor, input, await listWords());
  return await lead(form, answer.ok ? answer.value.id : '', answer, again ? 'resubmitted' : 'proposed');
}

/** Proposes that a facility closes or becomes part of another, or sends that again. */
export async function sendClosing(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const again = textOf(form, 'id') !== '';
  const sent = await proposeClosing(actor, {
    ...{ request: again ? refOf(form) : null, facilityId: textOf(form, 'facilityId'), closing: closingIn(form) },
    kind: CLOSING_KINDS.find((one) => one === textOf(form, 'kind')) ?? 'closing',
    ...{ reason: textOf(form, 'reason'), effectiveOn: textOf(form, 'effectiveOn') },
  });
  const answer = await namedInLocale(sent);
  return await lead(form, answer.ok ? answer.value.id : '', answer, again ? 'resubmitted' : 'proposed');
}

export async function sendChangeWithdrawal(_: FormState, form: FormData): Promise<FormState> {
  return await lead(form, refOf(form).id, await withdrawChange(await requireActor(), refOf(form)), 'withdrawn');
}

/** Approves a change for a day. */
export async function sendChangeApproval(_: FormState, form: FormData): Promise<FormState> {
  const input = { ...refOf(form), effectiveOn: textOf(form, 'effectiveOn') };
  const answer = await approveChange(await requireActor(), input);
  return await lead(form, input.id, answer, answer.ok && answer.value.applied ? 'applied' : 'approved');
}

export async function sendChangeReturn(_: FormState, form: FormData): Promise<FormState> {
  const input = { ...refOf(form), reason: textOf(form, 'reason') };
  return await lead(form, input.id, await returnChange(await requireActor(), input), 'returned');
}
