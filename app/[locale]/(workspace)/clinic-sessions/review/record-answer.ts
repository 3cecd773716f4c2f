import 'server-only';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { recordPath } from '@/components/clinic-sessions/row-names';
import type { FormState } from '@/components/ui/form-state';
import type { RowOutcome } from '@/lib/clinic-sessions/review-schema';
import type { RecordRef } from '@/lib/clinic-sessions/schema';
import { err, ok, type Result } from '@/lib/core/result';
import { localePath } from '@/lib/i18n/locales';

// What the actions on the page of a record have in common.

/** What the page may say was done, as its address names it. */
export const RECORD_DONE = [
  'confirmed',
  'signed',
  'accepted',
  'disputed',
  'resolved',
  'returned',
  'reopened',
  'withdrawn',
  'commented',
] as const;
export type RecordDone = (typeof RECORD_DONE)[number];

/** The record and the version that the form was shown with. */
export function recordIn(form: FormData): RecordRef {
  return { id: textOf(form, 'id'), version: Number(textOf(form, 'version')) };
}

/** The outcome of the one record that a list of one holds. */
export function onlyOne(result: Result<readonly RowOutcome[]>): Result<unknown> {
  if (!result.ok) return result;
  const [outcome] = result.value;
  return outcome && !outcome.done ? err(outcome.error) : ok(outcome);
}

/** Leads back to the record, which says what was done; or the form again with what is wrong. */
export async function recordAnswer(
  result: Result<unknown>,
  form: FormData,
  done: RecordDone,
  fieldOf?: Readonly<Record<string, string>>,
): Promise<FormState> {
  if (!result.ok) {
    // whoever came too late sees the record as it is now
    refresh();
    return await refused(result.error, typedIn(form), fieldOf);
  }
  redirect(localePath(await getLocale(), `${recordPath(textOf(form, 'id'))}?done=${done}`));
}
