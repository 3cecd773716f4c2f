'use server';

import { decisionsIn, withRowFields } from '@/app/[locale]/(workspace)/clinic-sessions/accept/decision-fields';
import { rowsAnswer } from '@/app/[locale]/(workspace)/clinic-sessions/review/rows-answer';
import { textOf } from '@/app/[locale]/form-answer';
import type { RowsFormState } from '@/components/ui/rows-form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { decideClinicSessions } from '@/lib/clinic-sessions/accept-commands';
import { doneWords } from './decision-fields';

/** The list of a district: what each row says, accepted, returned with its reason or left for later, in one go. */
export async function sendDecisions(_: RowsFormState, form: FormData): Promise<RowsFormState> {
  const actor = await requireActor();
  const decisions = decisionsIn(form);
  const result = await decideClinicSessions(actor, { decisions, dueOn: textOf(form, 'dueOn') || null });
  return await rowsAnswer(withRowFields(result, decisions), form, await doneWords(decisions));
}
