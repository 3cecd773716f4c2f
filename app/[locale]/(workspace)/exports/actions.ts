'use server';

import { notFound, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { textOf } from '@/app/[locale]/form-answer';
import { exportsPath } from '@/components/exports/export-paths';
import { requireActor } from '@/lib/auth/require-actor';
import { cancelExport, requestExport } from '@/lib/exports/file-commands';
import { EXPORT_KINDS } from '@/lib/exports/file-schema';
import { fileLanguage } from '@/lib/i18n/file-language';
import { describedExport } from './export-kinds';

/** Asks for a file that is made in the background. */
export async function sendExportRequest(form: FormData): Promise<void> {
  const actor = await requireActor();
  const locale = await getLocale();
  const kind = EXPORT_KINDS.find((one) => one === textOf(form, 'kind'));
  const described = kind && (await describedExport(actor, kind, textOf(form, 'query'), await fileLanguage(locale)));
  if (!kind || !described) notFound();
  const asked = await requestExport(actor, { kind, ...described, locale });
  if (!asked.ok && asked.error.code === 'CONFLICT') redirect(exportsPath(locale, { problem: 'many' }));
  if (!asked.ok) notFound();
  redirect(exportsPath(locale, { done: 'requested' }));
}

/** Takes a request back. */
export async function sendExportCancel(form: FormData): Promise<void> {
  const done = await cancelExport(await requireActor(), textOf(form, 'id'));
  if (!done.ok) notFound();
  redirect(exportsPath(await getLocale(), { done: 'cancelled' }));
}
