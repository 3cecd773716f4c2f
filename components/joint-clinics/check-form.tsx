import { useTranslations } from 'next-intl';
import { Button, ButtonLink, type ButtonVariant } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { type FormField, FormFieldView, fieldNames } from '@/components/ui/form-field';
import type { FormProblem, FormValues } from '@/components/ui/form-state';

/** The parameter that says: this was filled in, look at it. */
export const CHECK = 'check';

type Props = {
  /** names the form and, before a hyphen, its fields on the page */
  id: string;
  action: string;
  hidden: Readonly<Record<string, string>>;
  fields: readonly FormField[];
  /** what was typed; null before anything was */
  values: FormValues | null;
  problems: readonly FormProblem[];
  submit: string;
  variant?: ButtonVariant;
  backHref?: string;
};

/**
 * A form whose answer is a page: it says what the change would do before anything is saved. The address keeps what was
 * typed, so going back, reloading and bookmarks work, with scripts and without.
 */
export function CheckForm({ id, action, hidden, fields, values, problems, submit, variant, backHref }: Props) {
  const t = useTranslations('ui.form');
  const back = useTranslations('joint-clinics.change');
  const known = fieldNames(fields);
  const summary = problems.map(({ field, message }) => ({
    fieldId: field !== null && known.includes(field) ? `${id}-${field}` : id,
    message,
  }));
  return (
    <form id={id} method="get" action={action} noValidate className="grid max-w-2xl gap-5">
      <ErrorSummary title={t('errorTitle')} problems={summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name={CHECK} value="1" />
      {fields.map((field) => (
        <FormFieldView key={field.name} formId={id} field={field} values={values} problems={problems} />
      ))}
      <p className="flex flex-wrap gap-3">
        <Button variant={variant}>{submit}</Button>
        {backHref && (
          <ButtonLink href={backHref} variant="quiet">
            {back('cancel')}
          </ButtonLink>
        )}
      </p>
    </form>
  );
}
