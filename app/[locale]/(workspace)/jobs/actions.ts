'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { jobsPath } from '@/components/jobs/jobs-paths';
import type { FormState } from '@/components/ui/form-state';
import { requestJobRun } from '@/lib/audit/job-commands';
import { requireActor } from '@/lib/auth/require-actor';
import type { jobRequestSchema } from '@/lib/jobs/job-schema';

/** Asks for a run of a nightly job. */
export async function sendJobRun(_: FormState, form: FormData): Promise<FormState> {
  const job = textOf(form, 'job') as (typeof jobRequestSchema)['_input']['job'];
  const asked = await requestJobRun(await requireActor(), { job });
  if (!asked.ok) return await refused(asked.error, typedIn(form));
  redirect(jobsPath(await getLocale(), 'requested'));
}
