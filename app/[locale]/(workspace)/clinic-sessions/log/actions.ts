'use server';

import { randomUUID } from 'node:crypto';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { STALE } from '@/components/logging/device/sending';
import { FRESH_LOG, type LogState } from '@/components/logging/log-state';
import { wordedProblems } from '@/components/logging/problem-words';
import { checkValues, placedProblems, stoppingProblems } from '@/components/logging/session-checks';
import { slotSchema, valuesIn } from '@/components/logging/session-values';
import { requireActor } from '@/lib/auth/require-actor';
import { submitClinicSession } from '@/lib/clinic-sessions/commands';
import { getSessionForm } from '@/lib/clinic-sessions/form-queries';
import { localePath } from '@/lib/i18n/locales';

/** Sends the form of a session, without scripts or where a browser keeps nothing. */
export async function sendSession(_previous: LogState, data: FormData): Promise<LogState> {
  const actor = await requireActor();
  const values = valuesIn(data);
  const slot = slotSchema.safeParse(values);
  const form = slot.success ? await getSessionForm(actor, slot.data) : null;
  if (!slot.success || !form) notFound();
  const t = await getTranslations();
  const again: LogState = { ...FRESH_LOG, values };
  const checked = checkValues(values, form);
  const problems = stoppingProblems(checked);
  if (!checked.content || problems.length > 0) return { ...again, problems: wordedProblems(t, problems) };
  const version = values.version ? Number(values.version) : null;
  const submissionId = values.submissionId ?? '';
  const result = await submitClinicSession(actor, { ...slot.data, submissionId, version, content: checked.content });
  if (result.ok) redirect(localePath(await getLocale(), '/today?done=logged'));
  const { code, messageKey, problems: found } = result.error;
  if (code === 'NOT_FOUND') notFound();
  // what is sent after a look at the other version is something else
  if (messageKey === STALE) return { ...again, conflict: form.record, submissionId: randomUUID() };
  if (found) return { ...again, problems: wordedProblems(t, placedProblems(found, values, form)) };
  return {
    ...again,
    problems: wordedProblems(t, [{ path: '', field: null, messageKey: messageKey ?? 'logging.problem.refused' }]),
  };
}
