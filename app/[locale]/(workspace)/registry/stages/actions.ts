'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { stagesPath } from '@/components/stages/stage-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { planStage } from '@/lib/registry/stages/plan-commands';
import { takeStep } from '@/lib/registry/stages/stage-commands';
import type { Stage } from '@/lib/registry/stages/stage-schema';

/** Takes a record into its next stage. */
export async function sendStep(_: FormState, form: FormData): Promise<FormState> {
  const text = (name: string) => textOf(form, name);
  const recordId = text('recordId');
  // what is not a stage is refused by the schema of the command
  const stage = text('stage') as Stage;
  const given = { beganOn: text('beganOn'), reason: text('reason'), reasonEn: text('reasonEn') };
  const taken = await takeStep(await requireActor(), { recordId, version: text('version'), stage, ...given });
  if (!taken.ok) return await refused(taken.error, typedIn(form));
  redirect(stagesPath(await getLocale(), { record: recordId, done: 'taken' }));
}

/** Plans a station, a project or a title. */
export async function sendPlan(_: FormState, form: FormData): Promise<FormState> {
  const input = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
  // the schema of the command refuses what is missing or of another kind
  const planned = await planStage(await requireActor(), input as Parameters<typeof planStage>[1]);
  if (!planned.ok) return await refused(planned.error, typedIn(form));
  redirect(stagesPath(await getLocale(), { record: planned.value.id, done: 'planned' }));
}
