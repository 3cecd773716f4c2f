'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { serviceRecordPath } from '@/components/people/people-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { issueServiceRecord } from '@/lib/training/record-commands';

/** Issues a service record and leads to its sheet. */
export async function sendServiceRecord(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const kind = textOf(form, 'kind') === 'expert' ? 'expert' : 'trainee';
  const [id, from, to] = [textOf(form, 'id'), textOf(form, 'from'), textOf(form, 'to')];
  const issued = await issueServiceRecord(actor, { kind, id, from, to });
  if (!issued.ok) return await refused(issued.error, typedIn(form));
  redirect(serviceRecordPath(await getLocale(), issued.value.code));
}
