'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { targetDonePath } from '@/components/targets/target-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { changeTarget, setTarget, withdrawTarget } from '@/lib/indicators/target-commands';

/** Sets a target; the page goes to it. */
export async function sendTarget(_: FormState, form: FormData): Promise<FormState> {
  const done = await setTarget(await requireActor(), {
    indicatorId: textOf(form, 'indicatorId'),
    unit: textOf(form, 'unit'),
    from: textOf(form, 'from'),
    to: textOf(form, 'to'),
    value: textOf(form, 'value'),
    source: textOf(form, 'source'),
    reason: textOf(form, 'reason'),
  });
  if (!done.ok) return await refused(done.error, typedIn(form));
  redirect(targetDonePath(await getLocale(), 'set', done.value.targetId));
}

export async function sendTargetChange(_: FormState, form: FormData): Promise<FormState> {
  const id = textOf(form, 'id');
  const done = await changeTarget(await requireActor(), {
    ...{ id, version: textOf(form, 'version') },
    value: textOf(form, 'value'),
    source: textOf(form, 'source'),
    reason: textOf(form, 'reason'),
  });
  if (!done.ok) return await refused(done.error, typedIn(form));
  redirect(targetDonePath(await getLocale(), 'changed', id));
}

export async function sendTargetWithdrawal(_: FormState, form: FormData): Promise<FormState> {
  const input = { id: textOf(form, 'id'), version: textOf(form, 'version'), reason: textOf(form, 'reason') };
  const done = await withdrawTarget(await requireActor(), input);
  if (!done.ok) return await refused(done.error, typedIn(form));
  redirect(targetDonePath(await getLocale(), 'withdrawn', input.id));
}
