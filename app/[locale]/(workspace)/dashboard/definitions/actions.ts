'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { redefinedPath } from '@/components/indicators/definition-paths';
import { TICKED } from '@/components/ui/form-field';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { redefineIndicator } from '@/lib/indicators/redefine-commands';
import { GOOD_DIRECTIONS } from '@/lib/indicators/schema';

/** Adds a version of an indicator's words. */
export async function sendDefinition(_: FormState, form: FormData): Promise<FormState> {
  const text = (name: string) => textOf(form, name);
  const done = await redefineIndicator(await requireActor(), {
    ...{ id: text('id'), version: text('version'), reason: text('reason'), reviewer: text('reviewer') },
    ...{ name: text('name'), nameEn: text('nameEn'), tells: text('tells'), tellsEn: text('tellsEn') },
    ...{ matters: text('matters'), mattersEn: text('mattersEn') },
    ...{ numerator: text('numerator'), numeratorEn: text('numeratorEn') },
    ...{ denominator: text('denominator'), denominatorEn: text('denominatorEn') },
    goodDirection: GOOD_DIRECTIONS.find((one) => one === text('goodDirection')) ?? 'neutral',
    public: text('public') === TICKED,
    ...{ reviewedOn: text('reviewedOn'), nextReviewOn: text('nextReviewOn'), validFrom: text('validFrom') },
  });
  if (!done.ok) return await refused(done.error, typedIn(form));
  redirect(redefinedPath(await getLocale(), text('id')));
}
