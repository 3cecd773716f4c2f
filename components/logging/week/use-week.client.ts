'use client';

import { useTranslations } from 'next-intl';
import { startTransition, useActionState, useEffect, useEffectEvent, useRef, useState } from 'react';
import { slotKey } from '@/components/logging/device/device-records';
import { dropDraft, findDraft, keepDraft } from '@/components/logging/device/drafts';
import { sendWaiting } from '@/components/logging/device/sending';
import { submitRecord } from '@/components/logging/device/submit-record';
import { keepFocus } from '@/components/logging/keep-focus.client';
import { wordedProblem, wordedProblems } from '@/components/logging/problem-words';
import { checkValues, placedProblems, stoppingProblems } from '@/components/logging/session-checks';
import { firstValues } from '@/components/logging/session-values';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { fieldInRow, isTouched, type RowValues, rowOf, sentRow, typedOver, valuesOfRow } from './row-values';
import { ALL_ROWS, FRESH_WEEK, type RowState, type WeekAction, type WeekState } from './week-state';

const PAUSE_MS = 300;

export type WeekRow = { form: SessionForm; submissionId: string };

type Given = { rows: readonly WeekRow[]; owner: string; action: WeekAction };

const slotOf = ({ clinic, date, half }: SessionForm) => slotKey({ clinicId: clinic.id, date, half });
const firstRow = (form: SessionForm): RowValues => rowOf(firstValues(form), form);
const freshRow = (form: SessionForm): RowState => ({
  row: firstRow(form),
  outcome: null,
  version: form.record?.version ?? null,
  problems: [],
});

/** What the grid of a week knows and does in the browser. */
export function useWeek({ rows, owner, action }: Given) {
  const t = useTranslations();
  const element = useRef<HTMLFormElement>(null);
  const [answered, sendPlainly] = useActionState(action, FRESH_WEEK);
  const [lastAnswer, setLastAnswer] = useState(answered);
  const [states, setStates] = useState<WeekState>(answered);
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const [restored, setRestored] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<Readonly<Record<string, RowValues>>>({});
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  if (answered !== lastAnswer) {
    setLastAnswer(answered);
    setStates(answered);
  }
  const stateOf = (form: SessionForm): RowState => states[slotOf(form)] ?? freshRow(form);
  const rowNow = (index: number, form: SessionForm): RowValues =>
    (element.current && sentRow(new FormData(element.current), index)?.row) ?? stateOf(form).row;
  const settle = (form: SessionForm, part: Partial<RowState>) =>
    setStates((before) => {
      const slot = slotOf(form);
      return { ...before, [slot]: { ...(before[slot] ?? freshRow(form)), problems: [], ...part } };
    });

  const keep = async (form: SessionForm, row: RowValues) => {
    const slot = slotOf(form);
    const label = { clinicName: form.clinic.name, clinicNameEn: form.clinic.nameEn };
    const values = valuesOfRow(row, form);
    const { version } = stateOf(form);
    if (isTouched(row, firstRow(form)))
      await keepDraft({ owner, slot, label, values, version, at: new Date().toISOString() });
    else await dropDraft(owner, slot);
  };
  const restore = useEffectEvent(async () => {
    const drafts = await Promise.all(rows.map(({ form }) => findDraft(owner, slotOf(form))));
    const typedBefore: [SessionForm, RowValues][] = [];
    const found = new Set<string>();
    keepFocus(() => {
      for (const [index, { form }] of rows.entries()) {
        const draft = drafts[index];
        const usable = draft && draft.version === (form.record?.version ?? null) ? draft : null;
        // what was typed before the scripts were here is newer than what was kept
        const now = rowNow(index, form);
        const row = usable ? typedOver(now, firstRow(form), rowOf(usable.values, form)) : now;
        if (isTouched(now, firstRow(form))) typedBefore.push([form, row]);
        if (usable) found.add(slotOf(form));
        if (isTouched(row, firstRow(form))) settle(form, { row });
      }
      setRestored(found);
    });
    for (const [form, row] of typedBefore) await keep(form, row);
    await sendWaiting();
  });
  useEffect(() => {
    // a browser that keeps nothing works as one without scripts
    void restore().catch(() => undefined);
  }, []);

  const sendRow = async (index: number, { form, submissionId }: WeekRow): Promise<boolean> => {
    const slot = slotOf(form);
    const row = rowNow(index, form);
    const values = valuesOfRow(row, form);
    const checked = checkValues(values, form);
    const inRow = (problems: readonly { field: string | null; message: string }[]) =>
      problems.map(({ field, message }) => ({ field: fieldInRow(field, row), message }));
    const problems = stoppingProblems(checked);
    if (!checked.content || problems.length > 0) {
      settle(form, { row, outcome: 'wrong', problems: inRow(wordedProblems(t, problems)) });
      return false;
    }
    const { version } = stateOf(form);
    clearTimeout(timers.current.get(slot));
    const sent = await submitRecord({ owner, form, values, content: checked.content, version, submissionId });
    const { state, problem, storedVersion } = sent;
    if (state === 'sent') settle(form, { row, outcome: 'saved', version: storedVersion });
    else if (state === 'waiting') settle(form, { row, outcome: 'waiting' });
    else if (problem?.kind === 'conflict') settle(form, { row, outcome: 'conflict' });
    else {
      const found =
        problem?.kind === 'invalid'
          ? wordedProblems(t, placedProblems(problem.problems, values, form))
          : [{ field: null, message: refusalWords(problem?.kind === 'refused' ? problem.messageKey : null) }];
      settle(form, { row, outcome: 'wrong', problems: inRow(found) });
    }
    return state !== 'attention';
  };
  const refusalWords = (messageKey: string | null) =>
    wordedProblem(t, { messageKey: messageKey ?? 'logging.problem.refused' });

  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = event.nativeEvent.submitter;
    const wanted = button instanceof HTMLButtonElement ? button.value : ALL_ROWS;
    const data = new FormData(event.currentTarget, button);
    const chosen = rows.flatMap((row, index) => {
      const now = sentRow(data, index)?.row ?? {};
      const touched = isTouched(now, firstRow(row.form)) && stateOf(row.form).outcome !== 'saved';
      return String(index) === wanted || (wanted === ALL_ROWS && touched) ? [{ row, index }] : [];
    });
    setSending(new Set(chosen.map(({ row }) => slotOf(row.form))));
    try {
      for (const { row, index } of chosen) await sendRow(index, row);
    } catch {
      startTransition(() => sendPlainly(data));
    } finally {
      setSending(new Set());
    }
  };

  const onInput = (index: number, form: SessionForm) => {
    const slot = slotOf(form);
    const row = rowNow(index, form);
    setTyped((before) => ({ ...before, [slot]: row }));
    const { outcome } = stateOf(form);
    if (outcome !== null) settle(form, { row, outcome: null });
    clearTimeout(timers.current.get(slot));
    timers.current.set(
      slot,
      // what stands there then: meanwhile the row may have been filled with what was kept
      setTimeout(() => void keep(form, rowNow(index, form)).catch(() => undefined), PAUSE_MS),
    );
  };

  return {
    element,
    action: sendPlainly,
    submit,
    onInput,
    stateOf,
    /** whether a row was filled with what the device had kept */
    isRestored: (form: SessionForm) => restored.has(slotOf(form)),
    isSending: (form: SessionForm) => sending.has(slotOf(form)),
    isTyped: (form: SessionForm) => isTouched(typed[slotOf(form)] ?? stateOf(form).row, freshRow(form).row),
    busy: sending.size > 0,
  };
}
