'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { healthPath } from '@/components/health/health-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { fixFacilities } from '@/lib/registry/health/health-commands';
import { type HealthFix, healthFilterSchema } from '@/lib/registry/health/health-schema';

/** A row as its box sends it: the version that was looked at, and the id. */
function rowOf(value: FormDataEntryValue): { version: string; id: string } {
  const [version = '', id = ''] = typeof value === 'string' ? value.split(' ') : [];
  return { version, id };
}

/** Puts the chosen facilities right. */
export async function sendFix(_: FormState, form: FormData): Promise<FormState> {
  const fix = textOf(form, 'fix') as HealthFix;
  const fixed = await fixFacilities(await requireActor(), { fix, rows: form.getAll('row').map(rowOf) });
  if (!fixed.ok) return await refused(fixed.error, typedIn(form));
  const filter = healthFilterSchema.safeParse(Object.fromEntries(form));
  redirect(healthPath(await getLocale(), { ...(filter.success ? filter.data : {}), ...fixed.value }));
}
