'use server';

import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { refOf, refsOf, rowAnswer, rowsAnswer } from '@/app/[locale]/(workspace)/clinic-sessions/review/rows-answer';
import { textOf } from '@/app/[locale]/form-answer';
import { rowField } from '@/components/clinic-sessions/row-names';
import type { RowsFormState } from '@/components/ui/rows-form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { confirmClinicSessions, disputeClinicSession } from '@/lib/clinic-sessions/confirm-commands';
import type { DisputeKind } from '@/lib/clinic-sessions/review-schema';
import { localePath } from '@/lib/i18n/locales';

/** The list of an expert or a hospital: its buttons confirm one record, those chosen or all, or dispute one. */
export async function sendConfirmations(_: RowsFormState, form: FormData): Promise<RowsFormState> {
  const actor = await requireActor();
  const t = await getTranslations('review.confirm');
  if (form.has('dispute')) {
    const ref = refOf(textOf(form, 'dispute'));
    const [kind, reason] = [rowField('kind', ref.id), rowField('reason', ref.id)];
    const input = { ...ref, kind: textOf(form, kind) as DisputeKind, reason: textOf(form, reason) };
    const fieldOf = { kind, reason };
    return await rowAnswer(await disputeClinicSession(actor, input), form, { ref, fieldOf, done: t('disputed') });
  }
  const wanted = textOf(form, 'confirm');
  const names: Record<string, string> = { all: 'listed', selected: 'record' };
  const records = refsOf(form, names[wanted] ?? 'confirm');
  const result = await confirmClinicSessions(actor, { records });
  return await rowsAnswer(result, form, ({ length: count }) => (count > 0 ? t('done', { count }) : t('nothing')));
}

/** One tap on Today: what cannot be confirmed so is looked at in the list. */
export async function sendQuickConfirmation(form: FormData): Promise<void> {
  const done = await confirmClinicSessions(await requireActor(), { records: refsOf(form, 'record') });
  if (!done.ok && done.error.code === 'NOT_FOUND') notFound();
  const [outcome] = done.ok ? done.value : [];
  const locale = await getLocale();
  if (!outcome?.done) redirect(localePath(locale, '/clinic-sessions/confirm'));
  redirect(localePath(locale, '/today?done=confirmed'));
}
