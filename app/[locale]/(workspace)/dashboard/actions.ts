'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { keptViewPath } from '@/components/session-list/list-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { saveView } from '@/lib/clinic-sessions/saved-view-commands';

/** Keeps the dashboard that is shown under a name. */
export async function sendDashboardView(_: FormState, form: FormData): Promise<FormState> {
  const saved = await saveView(await requireActor(), 'dashboard', {
    name: textOf(form, 'name'),
    query: textOf(form, 'query'),
  });
  if (!saved.ok) return await refused(saved.error, typedIn(form));
  redirect(keptViewPath(await getLocale(), 'dashboard', saved.value));
}
