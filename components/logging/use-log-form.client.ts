'use client';

import { useTranslations } from 'next-intl';
import { startTransition, useActionState, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { OutboxEntry, SendingProblem } from '@/components/logging/device/device-records';
import { fetchForm } from '@/components/logging/device/kept-forms';
import { dropFromOutbox } from '@/components/logging/device/outbox';
import { submitRecord } from '@/components/logging/device/submit-record';
import { useSummaryFocus } from '@/components/ui/use-summary-focus.client';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { keepFocus } from './keep-focus.client';
import { FRESH_LOG, type LogAction, type LogState } from './log-state';
import { wordedProblem, wordedProblems } from './problem-words';
import { checkValues, placedProblems, stoppingProblems } from './session-checks';
import { firstValues, type SessionValues, sameValues, typedOnly, valuesIn } from './session-values';
import { useDraft } from './use-draft.client';

export const SUMMARY_ID = 'log-problems';

type Given = {
  form: SessionForm;
  /** whose work it is */
  owner: string;
  /** made for this visit */
  submissionId: string;
  /** what a form without scripts is sent to; null where the device stands in for the server */
  action: LogAction | null;
  /** where to go once the record has arrived */
  onSent: () => void;
};

/** A record that lies on the device and has not arrived. */
export type SavedOnDevice = { problem: SendingProblem | null };

const UNSENT: LogAction = async (previous) => previous;

/** What the form of a session knows and does in the browser. */
export function useLogForm({ form, owner, submissionId, action, onSent }: Given) {
  const t = useTranslations();
  const [answered, sendPlainly, sendingPlainly] = useActionState(action ?? UNSENT, FRESH_LOG);
  const [lastAnswer, setLastAnswer] = useState(answered);
  const [state, setState] = useState<LogState>(answered);
  const [typed, setTyped] = useState<SessionValues>(() => answered.values ?? firstValues(form));
  const [revision, setRevision] = useState(0);
  const [sending, setSending] = useState(false);
  const [saved, setSaved] = useState<SavedOnDevice | null>(null);
  const element = useRef<HTMLFormElement>(null);
  if (answered !== lastAnswer) {
    setLastAnswer(answered);
    setState(answered);
  }
  useSummaryFocus(state, state.problems.length > 0, SUMMARY_ID);

  const read = () => (element.current ? valuesIn(new FormData(element.current)) : typed);
  const fill = (values: SessionValues, part: Partial<LogState> = {}) => {
    setTyped(values);
    setState({ ...FRESH_LOG, ...part, values });
    setRevision((before) => before + 1);
  };
  const refuse = (values: SessionValues, problems: LogState['problems'], conflict = state.conflict) =>
    setState({ ...FRESH_LOG, values, problems, conflict });
  const problemsOf = (values: SessionValues, problem: SendingProblem): LogState['problems'] => {
    if (problem.kind === 'invalid') return wordedProblems(t, placedProblems(problem.problems, values, form));
    if (problem.kind !== 'refused') return [];
    return [
      { field: null, message: wordedProblem(t, { messageKey: problem.messageKey ?? 'logging.problem.refused' }) },
    ];
  };

  const draft = useDraft({
    form,
    owner,
    read,
    onFound: (values, { unsent, version }) => {
      const problems = unsent?.problem ? problemsOf(values, unsent.problem) : [];
      // somebody else has sent another version since
      const conflict = version === (form.record?.version ?? null) ? null : form.record;
      keepFocus(() => fill(values, { problems, conflict }));
    },
  });

  // what was typed before the scripts were here
  const readFirst = useEffectEvent(() => {
    const values = read();
    setTyped(values);
    if (!sameValues(typedOnly(values), typedOnly(firstValues(form)))) draft.keep();
  });
  useEffect(() => readFirst(), []);

  const settle = async (values: SessionValues, { state: became, problem }: OutboxEntry) => {
    if (became === 'sent') return onSent();
    if (problem?.kind === 'conflict') {
      const now = await fetchForm(form.clinic.id, form.date, form.half);
      return refuse(values, [], now?.record ?? null);
    }
    if (became === 'attention' && problem) return refuse(values, problemsOf(values, problem));
    setSaved({ problem });
  };

  const submit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    // React empties a form whose action it ran; sent by hand, what was typed stays
    event.preventDefault();
    if (sending) return;
    const data = new FormData(event.currentTarget);
    const values = valuesIn(data);
    const checked = checkValues(values, form);
    const problems = stoppingProblems(checked);
    if (checked.content === null || problems.length > 0) return refuse(values, wordedProblems(t, problems));
    setSending(true);
    draft.stop();
    try {
      const version = (state.conflict ?? form.record)?.version ?? null;
      await settle(
        values,
        await submitRecord({ owner, form, values, content: checked.content, version, submissionId }),
      );
    } catch {
      // a browser that keeps nothing sends the form as one without scripts does
      if (action) startTransition(() => sendPlainly(data));
    } finally {
      setSending(false);
    }
  };

  const onInput = () => {
    setTyped(read());
    draft.keep();
  };

  return {
    element,
    revision,
    state,
    typed,
    values: state.values ?? typed,
    checked: checkValues(typed, form),
    standing: state.conflict ?? form.record,
    saved,
    draft,
    sending: sending || sendingPlainly,
    fill,
    action: action ? sendPlainly : undefined,
    submit,
    onInput,
    /** leaves the record as somebody else has sent it */
    giveUp: async () => {
      await draft.discard();
      await dropFromOutbox(owner, draft.slot);
    },
  };
}
