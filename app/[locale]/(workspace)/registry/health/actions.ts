'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { healthPath } from '@/components/health/health-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { fixFacilities } from '@/lib/registry/health/health-commands';
import { type HealthFix, healthFilterSchema } from '@/lib/registry/health/health-schema';
import { moveStranded } from '@/lib/registry/health/stranded-trainees';

/** A row as its box sends it: what was looked at, its version or its centre, and the id. */
function rowOf(value: FormDataEntryValue): { seen: string; id: string } {
  const [seen = '', id = ''] = typeof value === 'string' ? value.split(' ') : [];
  return { seen, id };
}

/** Puts the chosen facilities right. */
export async function sendFix(_: FormState, form: FormData): Promise<FormState> {
  const fix = textOf(form, 'fix') as HealthFix;
  const fixed = await fixFacilities(await requireActor(), {
    fix,
    rows: form.getAll('row').map((value) => {
      const { seen: version, id } = rowOf(value);
      return { version, id };
    }),
  });
  if (!fixed.ok) return await refused(fixed.error, typedIn(form));
  const filter = healthFilterSchema.safeParse(Object.fromEntries(form));
  redirect(healthPath(await getLocale(), { ...(filter.success ? filter.data : {}), ...fixed.value }));
}

/** Gives the chosen trainees of closed centres to another one. */
export async function sendStranded(_: FormState, form: FormData): Promise<FormState> {
  const rows = form.getAll('trainee').map((value) => {
    const { seen: from, id } = rowOf(value);
    return { from, id };
  });
  const moved = await moveStranded(await requireActor(), { centreId: textOf(form, 'centre'), rows });
  if (!moved.ok) return await refused(moved.error, typedIn(form));
  redirect(healthPath(await getLocale(), { done: moved.value.done, left: 0 }));
}
