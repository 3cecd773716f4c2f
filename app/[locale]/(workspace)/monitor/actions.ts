'use server';

import { refresh } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { followUpPath } from '@/components/monitor/monitor-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import type { Result } from '@/lib/core/result';
import { localePath } from '@/lib/i18n/locales';
import { evaluateNow } from '@/lib/monitor/evaluate-clinics';
import {
  closeFollowUp,
  commentOnFollowUp,
  handOverFollowUp,
  openFollowUp,
  takeFollowUp,
} from '@/lib/monitor/follow-up-commands';
import { THRESHOLD_NAMES } from '@/lib/monitor/schema';
import { setThresholds } from '@/lib/monitor/threshold-commands';

/** The form again, on a page that shows how things stand now; or the follow-up, which says what was done. */
async function answer(done: Result<{ id: string }>, form: FormData, what: string): Promise<FormState> {
  if (done.ok) redirect(followUpPath(await getLocale(), done.value.id, what));
  refresh();
  return await refused(done.error, typedIn(form));
}

const fields = (form: FormData, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, textOf(form, name)]));

/** Opens a follow-up of a clinic. */
export async function sendFollowUp(_: FormState, form: FormData): Promise<FormState> {
  const input = fields(form, 'clinicId', 'office', 'dueOn', 'text');
  return await answer(await openFollowUp(await requireActor(), input), form, 'opened');
}

/** Says something of a follow-up. */
export async function sendFollowUpComment(_: FormState, form: FormData): Promise<FormState> {
  return await answer(await commentOnFollowUp(await requireActor(), fields(form, 'id', 'text')), form, 'commented');
}

/** Takes a follow-up on. */
export async function sendTaking(_: FormState, form: FormData): Promise<FormState> {
  return await answer(await takeFollowUp(await requireActor(), fields(form, 'id', 'version')), form, 'taken');
}

/** Hands a follow-up to an office, until another day. */
export async function sendFollowUpHandOver(_: FormState, form: FormData): Promise<FormState> {
  const input = fields(form, 'id', 'version', 'office', 'dueOn', 'text');
  return await answer(await handOverFollowUp(await requireActor(), input), form, 'handedOver');
}

/** Ends a follow-up with what came of it. */
export async function sendFollowUpClose(_: FormState, form: FormData): Promise<FormState> {
  const input = fields(form, 'id', 'version', 'outcome', 'text');
  return await answer(await closeFollowUp(await requireActor(), input), form, 'closed');
}

/** Saves thresholds that were looked at before, with a reason. */
export async function sendThresholds(_: FormState, form: FormData): Promise<FormState> {
  const done = await setThresholds(await requireActor(), {
    values: fields(form, ...THRESHOLD_NAMES),
    reason: textOf(form, 'reason'),
    version: textOf(form, 'version'),
  });
  if (!done.ok) return await refused(done.error, typedIn(form));
  redirect(localePath(await getLocale(), '/monitor/thresholds?done=set'));
}

/** Judges the clinics of the own scope by what is known now. */
export async function sendEvaluation(): Promise<void> {
  const done = await evaluateNow(await requireActor());
  if (!done.ok) notFound();
  redirect(localePath(await getLocale(), '/monitor?done=evaluated'));
}
