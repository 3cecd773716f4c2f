'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { TICKED } from '@/components/ui/form-field';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { closeMonth, reopenMonth } from '@/lib/clinic-sessions/month-commands';
import type { AppError } from '@/lib/core/errors';
import { localePath } from '@/lib/i18n/locales';

const pageOf = (form: FormData) => `/clinic-sessions/months/${encodeURIComponent(textOf(form, 'month'))}`;

/** The form again, on a page that shows what stands open now. */
async function refusedMonth(error: AppError, form: FormData): Promise<FormState> {
  refresh();
  return await refused(error, typedIn(form));
}

/** Closes a month; what is still open the officer has ticked to know. */
export async function sendMonthClose(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const openSeen = textOf(form, 'openSeen') === TICKED ? textOf(form, 'open') : null;
  const input = { districtCode: textOf(form, 'districtCode'), month: textOf(form, 'month'), openSeen };
  const done = await closeMonth(actor, input);
  if (!done.ok) return await refusedMonth(done.error, form);
  redirect(localePath(await getLocale(), `${pageOf(form)}?done=closed`));
}

/** Opens a month again with a reason. */
export async function sendMonthReopening(_: FormState, form: FormData): Promise<FormState> {
  const done = await reopenMonth(await requireActor(), {
    closeId: textOf(form, 'closeId'),
    reason: textOf(form, 'reason'),
  });
  if (!done.ok) return await refusedMonth(done.error, form);
  redirect(localePath(await getLocale(), `${pageOf(form)}?done=reopened`));
}
