'use client';

import { startTransition, useActionState, useEffect } from 'react';
import { Button, ButtonLink, type ButtonVariant } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { ErrorSummary } from '@/components/ui/error-summary';
import { InputField, SelectField, TextAreaField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import type { Option, OptionGroup } from '@/components/ui/option-markup';
import type { FormAction } from './form-state';

export type AdministrationField = {
  name: string;
  label: string;
  hint?: string;
  kind?: 'text' | 'area' | 'select' | 'tel';
  options?: readonly (Option | OptionGroup)[];
  empty?: string;
  maxLength?: number;
  defaultValue?: string;
};

export type AdministrationFormProps = {
  /** names the form and its fields on the page */
  id: string;
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  fields: readonly AdministrationField[];
  variant?: ButtonVariant;
  /** given, the form opens on request */
  summary?: string;
  note?: string;
  words: {
    submit: string;
    sending: string;
    errorTitle: string;
    linkTitle?: string;
    linkText?: string;
    linkField?: string;
    next?: string;
  };
};

/** A form of administration: works without scripts, keeps what was typed, and shows a one-time link where one was made. */
export function AdministrationForm({
  id,
  action,
  hidden,
  fields,
  variant,
  summary,
  note,
  words,
}: AdministrationFormProps) {
  const [state, send, sending] = useActionState(action, null);
  const problems = state?.problems ?? [];
  const idOf = (name: string) => `${id}-${name}`;
  const summaryId = `${id}-problems`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every refusal takes reading to the summary, also the same one
  useEffect(() => {
    if (problems.length > 0) document.getElementById(summaryId)?.focus();
  }, [state, problems.length, summaryId]);

  if (state?.link) return <LinkOnce id={idOf('link')} link={state.link} next={state.next} words={words} />;

  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    // React empties a form whose action it ran; sent by hand, what was typed stays
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    startTransition(() => send(typed));
  };
  const form = (
    <form id={id} action={send} onSubmit={submit} noValidate className="grid max-w-2xl gap-5">
      <ErrorSummary
        id={summaryId}
        title={words.errorTitle}
        problems={problems.map(({ field, message }) => ({ fieldId: field ? idOf(field) : id, message }))}
      />
      {note && <p className="text-ink-soft">{note}</p>}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Field
          key={field.name}
          id={idOf(field.name)}
          field={field}
          value={state?.values[field.name]}
          error={problems.find((problem) => problem.field === field.name)?.message ?? null}
        />
      ))}
      <p>
        <Button variant={variant} disabled={sending} aria-busy={sending}>
          {sending ? words.sending : words.submit}
        </Button>
      </p>
    </form>
  );
  if (!summary) return form;
  return (
    <Disclosure summary={summary} open={problems.length > 0 || undefined}>
      {form}
    </Disclosure>
  );
}

type FieldProps = { id: string; field: AdministrationField; value: string | undefined; error: string | null };

function Field({ id, field: { kind = 'text', options, empty, ...field }, value, error }: FieldProps) {
  const { maxLength, ...rest } = field;
  const common = { ...rest, id, error, defaultValue: value ?? field.defaultValue };
  if (kind === 'select') return <SelectField {...common} options={options ?? []} empty={empty} />;
  if (kind === 'area') return <TextAreaField {...common} rows={3} maxLength={maxLength} />;
  const inputMode = kind === 'tel' ? ('tel' as const) : undefined;
  return <InputField {...common} maxLength={maxLength} inputMode={inputMode} autoComplete="off" />;
}

type LinkProps = { id: string; link: string; next: string | null; words: AdministrationFormProps['words'] };

function LinkOnce({ id, link, next, words }: LinkProps) {
  return (
    <div className="max-w-2xl">
      <Notice kind="success" title={words.linkTitle} announce>
        {words.linkText}
      </Notice>
      <InputField id={id} label={words.linkField} value={link} readOnly dir="ltr" />
      {next && (
        <p className="mt-4">
          <ButtonLink href={next}>{words.next}</ButtonLink>
        </p>
      )}
    </div>
  );
}
