'use server';

import { getTranslations } from 'next-intl/server';
import { refOf, refsOf, rowAnswer, rowsAnswer } from '@/app/[locale]/(workspace)/clinic-sessions/review/rows-answer';
import { textOf } from '@/app/[locale]/form-answer';
import { rowField } from '@/components/clinic-sessions/row-names';
import type { RowsFormState } from '@/components/ui/rows-form-state';
import { requireActor } from '@/lib/auth/require-actor';
import { signAttendance } from '@/lib/clinic-sessions/attendance-commands';
import { commentOnClinicSession } from '@/lib/clinic-sessions/thread-commands';

/** The list of a trainee: its buttons sign one attendance or all, or send the centre a word about one. */
export async function sendSignatures(_: RowsFormState, form: FormData): Promise<RowsFormState> {
  const actor = await requireActor();
  const t = await getTranslations('review.attendance');
  if (form.has('comment')) {
    const ref = refOf(textOf(form, 'comment'));
    const name = rowField('text', ref.id);
    const said = await commentOnClinicSession(actor, { id: ref.id, text: textOf(form, name) });
    return await rowAnswer(said, form, { ref, fieldOf: { text: name }, done: t('sent') });
  }
  const records = refsOf(form, textOf(form, 'sign') === 'all' ? 'listed' : 'sign');
  const result = await signAttendance(actor, { records });
  return await rowsAnswer(result, form, ({ length: count }) => (count > 0 ? t('done', { count }) : t('nothing')));
}
