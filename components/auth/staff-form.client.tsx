'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { InputField } from '@/components/ui/field';
import { type FormAction, FRESH_FORM } from './form-state';
import { RecoveryCodeList, type RecoveryCodeWords } from './recovery-code-list';
import { useSummaryFocus } from './use-summary-focus.client';

export type StaffField = Pick<
  React.ComponentProps<'input'>,
  'type' | 'autoComplete' | 'inputMode' | 'autoFocus' | 'maxLength'
> & {
  name: string;
  label: string;
  hint?: string;
};

type Props = {
  /** names the form and its fields on the page */
  id: string;
  action: FormAction;
  fields: readonly StaffField[];
  hidden?: Readonly<Record<string, string>>;
  words: { errorTitle: string; submit: string; sending: string };
  /** given where the form answers with recovery codes */
  codes?: { words: RecoveryCodeWords; next: string };
};

/** A short form of staff: it works without scripts, keeps what was typed except secrets, and says what is wrong. */
export function StaffForm({ id, action, fields, hidden = {}, words, codes }: Props) {
  const [state, send, sending] = useActionState(action, FRESH_FORM);
  useSummaryFocus(state);
  if (state.codes && codes) return <RecoveryCodeList codes={state.codes} {...codes} />;
  const fieldId = (name: string) => `${id}-${name}`;
  const problemOf = (name: string) => state.problems.find(({ field }) => field === name)?.message;
  const known = new Set(fields.map(({ name }) => name));
  const summary = state.problems.map(({ field, message }) => ({
    fieldId: field !== null && known.has(field) ? fieldId(field) : id,
    message,
  }));

  return (
    <form id={id} action={send} noValidate className="grid max-w-md gap-5">
      <ErrorSummary title={words.errorTitle} problems={summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, ...field }) => (
        <InputField
          key={name}
          id={fieldId(name)}
          name={name}
          error={problemOf(name)}
          defaultValue={state.values[name]}
          autoCapitalize="none"
          spellCheck={false}
          {...field}
        />
      ))}
      <p>
        <Button disabled={sending} aria-busy={sending}>
          {sending ? words.sending : words.submit}
        </Button>
      </p>
    </form>
  );
}
