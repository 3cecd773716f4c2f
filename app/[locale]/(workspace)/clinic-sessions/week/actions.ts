'use server';

import { getTranslations } from 'next-intl/server';
import { slotOf } from '@/components/logging/device/device-records';
import { STALE } from '@/components/logging/device/sending';
import { wordedProblems } from '@/components/logging/problem-words';
import { checkValues, placedProblems, stoppingProblems } from '@/components/logging/session-checks';
import { firstValues, slotSchema } from '@/components/logging/session-values';
import { fieldInRow, isTouched, rowOf, type SentRow, sentRow, valuesOfRow } from '@/components/logging/week/row-values';
import { ALL_ROWS, ROW_BUTTON, type RowState, type WeekState } from '@/components/logging/week/week-state';
import type { Actor } from '@/lib/access/actor';
import { requireActor } from '@/lib/auth/require-actor';
import { submitClinicSession } from '@/lib/clinic-sessions/commands';
import { getSessionForm } from '@/lib/clinic-sessions/form-queries';

/** The longest a grid of a week can be. */
const MOST_ROWS = 60;

/** Sends one row of the week's grid or all that were filled in, without scripts; one that is wrong stops no other. */
export async function sendWeek(_previous: WeekState, data: FormData): Promise<WeekState> {
  const actor = await requireActor();
  const wanted = data.get(ROW_BUTTON) ?? ALL_ROWS;
  const states: Record<string, RowState> = {};
  for (let index = 0; index < MOST_ROWS; index += 1) {
    const sent = sentRow(data, index);
    if (sent === null) break;
    const alone = wanted === String(index);
    const state = await sendRow(actor, sent, alone ? 'always' : wanted === ALL_ROWS ? 'touched' : 'never');
    if (state) states[sent.slot] = state;
  }
  return states;
}

async function sendRow(
  actor: Actor,
  { slot: key, version, submissionId, row }: SentRow,
  when: 'always' | 'touched' | 'never',
): Promise<RowState | null> {
  const slot = slotSchema.safeParse(slotOf(key));
  const form = slot.success ? await getSessionForm(actor, slot.data) : null;
  if (!slot.success || !form) return null;
  const kept: RowState = { row, outcome: null, version, problems: [] };
  const touched = isTouched(row, rowOf(firstValues(form), form));
  if (when === 'never' || (when === 'touched' && !touched)) return kept;

  const t = await getTranslations();
  const values = valuesOfRow(row, form);
  const checked = checkValues(values, form);
  const wrong = (problems: Parameters<typeof wordedProblems>[1]): RowState => ({
    ...kept,
    outcome: 'wrong',
    problems: wordedProblems(t, problems).map(({ field, message }) => ({ field: fieldInRow(field, row), message })),
  });
  const stopping = stoppingProblems(checked);
  if (!checked.content || stopping.length > 0) return wrong(stopping);
  const result = await submitClinicSession(actor, { ...slot.data, submissionId, version, content: checked.content });
  if (result.ok) return { ...kept, outcome: 'saved', version: result.value.version };
  const { messageKey = 'logging.problem.refused', problems } = result.error;
  if (messageKey === STALE) return { ...kept, outcome: 'conflict' };
  return wrong(problems ? placedProblems(problems, values, form) : [{ path: '', field: null, messageKey }]);
}
