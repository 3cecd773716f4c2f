'use client';

import { createContext, startTransition, useActionState, useContext, useEffect, useRef } from 'react';
import { Disclosure } from './disclosure';
import { ErrorSummary } from './error-summary';
import { type FormField, FormFieldView } from './form-field';
import { typedChoices, typedText } from './form-state';
import type { Option } from './option-markup';
import { FRESH_ROWS, hasResult, type RowsFormAction, type RowsFormState } from './rows-form-state';
import { RowsResult } from './rows-result';
import { useSummaryFocus } from './use-summary-focus.client';

type Props = {
  id: string;
  action: RowsFormAction;
  words: { errorTitle: string; sending: string; refusedTitle: string; toRow: string };
  children: React.ReactNode;
};

const Sent = createContext<RowsFormState>(FRESH_ROWS);

/**
 * A form around a whole list: its rows are rendered on the server and may have buttons of their own. Says above them what
 * was done and which rows were not; works without scripts.
 */
export function RowsForm({ id, action, words, children }: Props) {
  const [state, send, sending] = useActionState(action, FRESH_ROWS);
  const result = useRef<HTMLDivElement>(null);
  const summaryId = `${id}-problems`;
  useSummaryFocus(state, state.problems.length > 0, summaryId);
  const arrivedWith = useRef(state);
  useEffect(() => {
    if (state === arrivedWith.current) return;
    // what was sent is not sent again
    for (const name of state.sent) emptyField(id, name);
    // the row whose button was pressed may be gone, and the focus with it
    if (hasResult(state)) result.current?.focus();
  }, [state, id]);

  const sendByHand = (event: React.SubmitEvent<HTMLFormElement>) => {
    // React empties a form whose action it ran; sent by hand, what was typed in the other rows stays
    event.preventDefault();
    if (sending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const typed = new FormData(event.currentTarget, submitter);
    startTransition(() => send(typed));
  };
  const problems = state.problems.map(({ field, message }) => ({ fieldId: field ? `${id}-${field}` : id, message }));

  return (
    <form id={id} action={send} onSubmit={sendByHand} noValidate aria-busy={sending}>
      <ErrorSummary id={summaryId} title={words.errorTitle} problems={problems} />
      <RowsResult ref={result} state={state} words={words} />
      <p role="status" className={sending ? 'my-2 text-ink-soft' : 'sr-only'}>
        {sending ? words.sending : ''}
      </p>
      <Sent value={state}>{children}</Sent>
    </form>
  );
}

function emptyField(formId: string, name: string) {
  const field = document.getElementById(`${formId}-${name}`);
  if (field instanceof HTMLTextAreaElement) field.value = '';
}

type RowProps = { formId: string };

/** A field of a row, with what was typed in it and what is wrong with it. */
export function RowField({ formId, field }: RowProps & { field: FormField }) {
  const { values, problems } = useContext(Sent);
  return <FormFieldView formId={formId} field={field} values={values} problems={problems} />;
}

type TickProps = RowProps & { name: string; value: string; label: string; ticked?: boolean };

/** A box that chooses a row; its label is for those who do not see the row beside it. */
export function RowTick({ formId, name, value, label, ticked = false }: TickProps) {
  const { values } = useContext(Sent);
  const chosen = typedChoices(values, name, ticked ? [value] : []);
  return (
    <label className="inline-flex min-h-11 min-w-11 cursor-pointer items-center justify-center senior:min-h-12 senior:min-w-12">
      <input
        id={`${formId}-${name}-${value}`}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={chosen.includes(value)}
        className="size-6 accent-accent"
      />
      <span className="sr-only">{label}</span>
    </label>
  );
}

type RadiosProps = RowProps & { name: string; legend: string; options: readonly Option[]; first: string };

/** A choice for a row, side by side; its legend is for those who do not see the row above it. */
export function RowRadios({ formId, name, legend, options, first }: RadiosProps) {
  const { values } = useContext(Sent);
  const chosen = typedText(values, name, first);
  return (
    <fieldset id={`${formId}-${name}`} className="flex flex-wrap gap-x-6">
      <legend className="sr-only">{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="inline-flex min-h-11 cursor-pointer items-center gap-2 senior:min-h-12">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === chosen}
            className="size-6 shrink-0 accent-accent"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** A part of a row that opens on request, and by itself where something in it is wrong. */
export function RowDisclosure({
  fields,
  summary,
  children,
}: {
  fields: readonly string[];
  summary: React.ReactNode;
  children: React.ReactNode;
}) {
  const { problems } = useContext(Sent);
  const wrong = problems.some(({ field }) => field !== null && fields.includes(field));
  return (
    <Disclosure summary={summary} open={wrong || undefined}>
      {children}
    </Disclosure>
  );
}
