'use client';

import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { startTransition, useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { ChoiceGroup, InputField, TextAreaField } from '@/components/ui/field';
import type { Option } from '@/components/ui/option-markup';
import { useSummaryFocus } from '@/components/ui/use-summary-focus.client';

export type ReportResult = SubmissionResult | null;

/** The fields as the browser sends them. */
type ReportFields = {
  id: string;
  facilityId: string;
  clinicId: string;
  category: string;
  message: string;
  contact: string;
  locale: string;
  website: string;
};

type Props = {
  action: (previous: ReportResult, form: FormData) => Promise<ReportResult>;
  /** made on the server for this visit, so that sending twice stores once */
  submissionId: string;
  facilityId: string;
  clinicId: string;
  locale: string;
  categories: readonly Option[];
  words: {
    errorTitle: string;
    category: string;
    message: string;
    messageHint: string;
    contact: string;
    contactHint: string;
    website: string;
    submit: string;
    sending: string;
  };
  /** words for each key a problem may carry, and for any other */
  problems: Readonly<Record<string, string>>;
  otherProblem: string;
};

const FORM_ID = 'report';

/** The form to say that something is wrong; it works without scripts and never loses what was typed. */
export function ReportForm({ action, words, problems, otherProblem, categories, ...given }: Props) {
  const [lastResult, send, sending] = useActionState(action, null);
  const [form, fields] = useForm<ReportFields>({
    id: FORM_ID,
    lastResult,
    defaultValue: {
      id: given.submissionId,
      facilityId: given.facilityId,
      clinicId: given.clinicId,
      locale: given.locale,
    },
  });

  const worded = (errors: string[] | undefined) => {
    const [key] = errors ?? [];
    return key === undefined ? null : (problems[key] ?? otherProblem);
  };
  const shown = [fields.category, fields.message, fields.contact];
  const hidden = [fields.id, fields.facilityId, fields.clinicId, fields.locale];
  const summary = [
    ...[form, ...hidden].map(({ errors }) => ({ fieldId: FORM_ID, message: worded(errors) })),
    ...shown.map((field) => ({ fieldId: field.id, message: worded(field.errors) })),
  ].flatMap(({ fieldId, message }) => (message === null ? [] : [{ fieldId, message }]));

  useSummaryFocus(lastResult, lastResult?.status === 'error' && summary.length > 0);

  const { onSubmit, ...formProps } = getFormProps(form);
  const submit = (event: React.SubmitEvent<HTMLFormElement>) => {
    onSubmit(event);
    if (event.defaultPrevented) return;
    // React empties a form whose action it ran; sent by hand, what was typed stays
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    startTransition(() => send(typed));
  };

  return (
    <form {...formProps} action={send} onSubmit={submit} noValidate className="grid max-w-2xl gap-6">
      <ErrorSummary title={words.errorTitle} problems={summary} />
      {hidden.map((field) => (
        <input key={field.name} type="hidden" name={field.name} defaultValue={field.initialValue} />
      ))}
      <ChoiceGroup
        key={`category ${fields.category.initialValue}`}
        id={fields.category.id}
        type="radio"
        name={fields.category.name}
        label={words.category}
        error={worded(fields.category.errors)}
        options={categories}
        selected={fields.category.initialValue ? [fields.category.initialValue] : []}
      />
      <TextAreaField
        id={fields.message.id}
        name={fields.message.name}
        label={words.message}
        hint={words.messageHint}
        error={worded(fields.message.errors)}
        defaultValue={fields.message.initialValue}
        maxLength={2000}
      />
      <InputField
        id={fields.contact.id}
        name={fields.contact.name}
        label={words.contact}
        hint={words.contactHint}
        error={worded(fields.contact.errors)}
        defaultValue={fields.contact.initialValue}
        autoComplete="email"
      />
      {/* people neither see nor reach this field; programs fill it */}
      <div hidden>
        <InputField
          id={fields.website.id}
          name={fields.website.name}
          label={words.website}
          tabIndex={-1}
          autoComplete="off"
        />
      </div>
      <p>
        <Button disabled={sending} aria-busy={sending}>
          {sending ? words.sending : words.submit}
        </Button>
      </p>
    </form>
  );
}
