'use server';

import { textOf } from '@/app/[locale]/form-answer';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { decideClinicSessions, reopenClinicSession } from '@/lib/clinic-sessions/accept-commands';
import { signAttendance } from '@/lib/clinic-sessions/attendance-commands';
import { withdrawClinicSession } from '@/lib/clinic-sessions/commands';
import { confirmClinicSessions, disputeClinicSession, resolveDispute } from '@/lib/clinic-sessions/confirm-commands';
import type { DisputeKind } from '@/lib/clinic-sessions/review-schema';
import { commentOnClinicSession } from '@/lib/clinic-sessions/thread-commands';
import { onlyOne, recordAnswer, recordIn } from './record-answer';

// The forms on the page of one record.

const withReason = (form: FormData) => ({ ...recordIn(form), reason: textOf(form, 'reason') });

export async function sendConfirmation(_: FormState, form: FormData): Promise<FormState> {
  const done = await confirmClinicSessions(await requireActor(), { records: [recordIn(form)] });
  return await recordAnswer(onlyOne(done), form, 'confirmed');
}

export async function sendDispute(_: FormState, form: FormData): Promise<FormState> {
  const kind = textOf(form, 'kind') as DisputeKind;
  const done = await disputeClinicSession(await requireActor(), { ...withReason(form), kind });
  return await recordAnswer(done, form, 'disputed');
}

export async function sendResolution(_: FormState, form: FormData): Promise<FormState> {
  return await recordAnswer(await resolveDispute(await requireActor(), withReason(form)), form, 'resolved');
}

export async function sendSignature(_: FormState, form: FormData): Promise<FormState> {
  const done = await signAttendance(await requireActor(), { records: [recordIn(form)] });
  return await recordAnswer(onlyOne(done), form, 'signed');
}

export async function sendAcceptance(_: FormState, form: FormData): Promise<FormState> {
  const decisions = [{ ...recordIn(form), decision: 'accept' as const }];
  return await recordAnswer(onlyOne(await decideClinicSessions(await requireActor(), { decisions })), form, 'accepted');
}

export async function sendReturn(_: FormState, form: FormData): Promise<FormState> {
  const decisions = [{ ...withReason(form), decision: 'return' as const }];
  const dueOn = textOf(form, 'dueOn') || null;
  const done = await decideClinicSessions(await requireActor(), { decisions, dueOn });
  return await recordAnswer(onlyOne(done), form, 'returned', { decisions: 'reason' });
}

export async function sendReopening(_: FormState, form: FormData): Promise<FormState> {
  return await recordAnswer(await reopenClinicSession(await requireActor(), withReason(form)), form, 'reopened');
}

export async function sendWithdrawal(_: FormState, form: FormData): Promise<FormState> {
  return await recordAnswer(await withdrawClinicSession(await requireActor(), withReason(form)), form, 'withdrawn');
}

export async function sendComment(_: FormState, form: FormData): Promise<FormState> {
  const input = { id: textOf(form, 'id'), text: textOf(form, 'text') };
  return await recordAnswer(await commentOnClinicSession(await requireActor(), input), form, 'commented');
}
