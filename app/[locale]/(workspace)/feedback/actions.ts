'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { reportPagePath } from '@/components/feedback/feedback-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { answerReport, takeReport } from '@/lib/directory/report-commands';
import { localePath } from '@/lib/i18n/locales';

const refOf = (form: FormData) => ({ id: textOf(form, 'id'), version: Number(textOf(form, 'version')) });

/** Takes a report to look into it. */
export async function sendReportTaking(_: FormState, form: FormData): Promise<FormState> {
  const taken = await takeReport(await requireActor(), refOf(form));
  if (!taken.ok) return await refused(taken.error, typedIn(form));
  redirect(localePath(await getLocale(), reportPagePath(refOf(form).id, 'taken')));
}

/** Ends a report with an answer. */
export async function sendReportAnswer(_: FormState, form: FormData): Promise<FormState> {
  const outcome = textOf(form, 'outcome') as 'answered' | 'rejected';
  const answered = await answerReport(await requireActor(), {
    ...refOf(form),
    outcome,
    answer: textOf(form, 'answer'),
  });
  if (!answered.ok) return await refused(answered.error, typedIn(form));
  redirect(localePath(await getLocale(), reportPagePath(refOf(form).id, 'answered')));
}
