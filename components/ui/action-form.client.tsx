'use client';

import { startTransition, useActionState, useLayoutEffect } from 'react';
import { Button, type ButtonVariant } from './button';
import { Disclosure } from './disclosure';
import { ErrorSummary } from './error-summary';
import { type FormField, FormFieldView, fieldNames } from './form-field';
import { type FormAction, FRESH_FORM } from './form-state';
import { type OnceWords, ShownOnceView } from './shown-once';
import { useSummaryFocus } from './use-summary-focus.client';

export type ActionFormProps = {
  /** names the form and, before a hyphen, its fields on the page */
  id: string;
  action: FormAction;
  fields: readonly FormField[];
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  variant?: ButtonVariant;
  /** given, the form opens on request */
  summary?: string;
  /** to know before filling it in */
  note?: string;
  /** for a few short fields */
  narrow?: boolean;
  /** what stands beside a secret, where the form answers with one */
  once?: OnceWords;
};

type Props = ActionFormProps & { words: { errorTitle: string; sending: string } };

/** What `ActionForm` does in the browser. */
export function ActionFormView({ id, action, fields, hidden = {}, summary, note, narrow, once, ...rest }: Props) {
  const { submit, variant, words } = rest;
  const [state, send, sending] = useActionState(action, FRESH_FORM);
  const summaryId = `${id}-problems`;
  useSummaryFocus(state, state.problems.length > 0, summaryId);
  useLayoutEffect(() => {
    if (state.problems.length > 0) emptySecrets(id);
  }, [state, id]);
  if (state.once && once) return <ShownOnceView id={`${id}-once`} once={state.once} words={once} />;

  const sendByHand = (event: React.SubmitEvent<HTMLFormElement>) => {
    // React empties a form whose action it ran; sent by hand, what was typed stays
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    startTransition(() => send(typed));
  };
  const known = fieldNames(fields);
  const problems = state.problems.map(({ field, message }) => ({
    fieldId: field !== null && known.includes(field) ? `${id}-${field}` : id,
    message,
  }));
  const form = (
    <form
      id={id}
      action={send}
      onSubmit={sendByHand}
      noValidate
      className={`no-print grid gap-5 ${narrow ? 'max-w-md' : 'max-w-2xl'}`}
    >
      <ErrorSummary id={summaryId} title={words.errorTitle} problems={problems} />
      {note && <p className="text-ink-soft">{note}</p>}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <FormFieldView key={field.name} formId={id} field={field} values={state.values} problems={state.problems} />
      ))}
      <p>
        <Button variant={variant} disabled={sending} aria-busy={sending}>
          {sending ? words.sending : submit}
        </Button>
      </p>
    </form>
  );
  if (!summary) return form;
  return (
    <div className="no-print">
      <Disclosure summary={summary} open={problems.length > 0 || undefined}>
        {form}
      </Disclosure>
    </div>
  );
}

/** A refused secret is typed again: nobody can see what was wrong with it. */
function emptySecrets(formId: string) {
  for (const secret of document.querySelectorAll<HTMLInputElement>(`#${CSS.escape(formId)} input[type=password]`))
    secret.value = '';
}
