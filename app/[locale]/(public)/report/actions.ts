'use server';

import { parseWithZod } from '@conform-to/zod/v4';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ReportResult } from '@/components/report/report-form.client';
import { clientKey } from '@/lib/core/client-key';
import { submitInformationReport } from '@/lib/directory/commands';
import { informationReportSchema } from '@/lib/directory/schema';
import { sentAddress } from './report-address';

/** Stores a resident's report; without scripts the page comes back with what was typed and what to correct. */
export async function sendReport(_previous: ReportResult, form: FormData): Promise<ReportResult> {
  const submission = parseWithZod(form, { schema: informationReportSchema });
  if (submission.status !== 'success') return submission.reply();
  const sender = (await headers()).get('x-client-address') ?? 'unknown';
  const stored = await submitInformationReport(submission.value, clientKey(sender));
  if (!stored.ok) return submission.reply({ formErrors: [stored.error.messageKey ?? 'report.problem.other'] });
  redirect(sentAddress(submission.value));
}
