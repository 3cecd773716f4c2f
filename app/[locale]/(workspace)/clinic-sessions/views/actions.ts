'use server';

import { notFound, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { keptViewPath, viewsPath } from '@/components/session-list/list-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { removeView, renameView, saveView } from '@/lib/clinic-sessions/saved-view-commands';

/** Keeps the list that is shown under a name. */
export async function sendView(_: FormState, form: FormData): Promise<FormState> {
  const saved = await saveView(await requireActor(), 'clinic-sessions', {
    name: textOf(form, 'name'),
    query: textOf(form, 'query'),
  });
  if (!saved.ok) return await refused(saved.error, typedIn(form));
  redirect(keptViewPath(await getLocale(), 'clinic-sessions', saved.value));
}

/** Gives a view another name. */
export async function sendViewName(_: FormState, form: FormData): Promise<FormState> {
  const done = await renameView(await requireActor(), { id: textOf(form, 'id'), name: textOf(form, 'name') });
  if (!done.ok) return await refused(done.error, typedIn(form));
  redirect(viewsPath(await getLocale(), 'renamed'));
}

/** Throws a view away. */
export async function sendViewRemoval(form: FormData): Promise<void> {
  const done = await removeView(await requireActor(), { id: textOf(form, 'id') });
  if (!done.ok) notFound();
  redirect(viewsPath(await getLocale(), 'removed'));
}
