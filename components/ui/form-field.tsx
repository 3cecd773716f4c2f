import { CheckField, ChoiceGroup, InputField, SelectField, TextAreaField } from './field';
import { type FormProblem, type FormValues, typedChoices, typedText } from './form-state';
import type { Option, OptionGroup } from './option-markup';

// The fields of a form as data, so that a page of the server can hand them to a form of the browser.

type Named = { name: string; label: string; hint?: string };
type Line = Named & {
  kind?: 'text' | 'password' | 'tel' | 'number' | 'date';
  defaultValue?: string;
  maxLength?: number;
  /** the earliest and the latest day of a date */
  min?: string;
  max?: string;
  autoComplete?: string;
  /** a name or a code rather than prose: nothing is capitalised or spelt better */
  verbatim?: boolean;
};
type Area = Named & { kind: 'area'; defaultValue?: string; maxLength?: number; rows?: number };
type Select = Named & {
  kind: 'select';
  options: readonly (Option | OptionGroup)[];
  /** the words of the first, empty choice */
  empty?: string;
  defaultValue?: string;
};
/** One box to tick; sent as `yes`. */
type Check = Named & { kind: 'checkbox'; ticked?: boolean };
type Choices = Named & {
  kind: 'checkboxes' | 'radios';
  options: readonly Option[];
  chosen?: readonly string[];
  columns?: boolean;
};
/** Fields that belong together under a legend, side by side where there is room. */
type Group = Named & { kind: 'group'; fields: readonly SingleField[]; columns?: boolean };

type SingleField = Line | Area | Select | Check | Choices;
export type FormField = SingleField | Group;

/** What a ticked single box is sent as. */
export const TICKED = 'yes';

/** The names under which fields are sent. */
export function fieldNames(fields: readonly FormField[]): string[] {
  return fields.flatMap((field) => (field.kind === 'group' ? fieldNames(field.fields) : [field.name]));
}

type Props<Field> = {
  formId: string;
  field: Field;
  values: FormValues | null;
  problems: readonly FormProblem[];
};

/** One field of a form with what was typed and what is wrong with it. */
export function FormFieldView({ field, ...form }: Props<FormField>) {
  if (field.kind !== 'group') return <SingleFieldView field={field} {...form} />;
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{field.label}</legend>
      {field.hint && <p className="mb-2 text-sm text-ink-soft">{field.hint}</p>}
      <div className={field.columns ? 'grid items-end gap-4 sm:not-senior:grid-cols-3' : 'grid gap-4'}>
        {field.fields.map((one) => (
          <SingleFieldView key={one.name} field={one} {...form} />
        ))}
      </div>
    </fieldset>
  );
}

function SingleFieldView({ formId, field, values, problems }: Props<SingleField>) {
  const { name, label, hint } = field;
  const error = problems.find((problem) => problem.field === name)?.message ?? null;
  const common = { id: `${formId}-${name}`, name, label, hint, error };
  switch (field.kind) {
    case 'area': {
      const { rows = 3, maxLength } = field;
      const typed = typedText(values, name, field.defaultValue);
      return <TextAreaField {...common} rows={rows} maxLength={maxLength} defaultValue={typed} />;
    }
    case 'select': {
      const typed = typedText(values, name, field.defaultValue);
      return <SelectField {...common} options={field.options} empty={field.empty} defaultValue={typed} />;
    }
    case 'checkbox': {
      const ticked = typedChoices(values, name, field.ticked ? [TICKED] : []).includes(TICKED);
      return <CheckField {...common} value={TICKED} defaultChecked={ticked} />;
    }
    case 'checkboxes':
    case 'radios': {
      const type = field.kind === 'radios' ? 'radio' : 'checkbox';
      const chosen = typedChoices(values, name, field.chosen);
      return <ChoiceGroup {...common} type={type} options={field.options} columns={field.columns} selected={chosen} />;
    }
    default:
      return (
        <InputField {...common} {...lineProps(field)} defaultValue={typedText(values, name, field.defaultValue)} />
      );
  }
}

function lineProps({ kind = 'text', maxLength, min, max, autoComplete = 'off', verbatim }: Line) {
  const plain = verbatim ? { autoCapitalize: 'none', spellCheck: false } : {};
  switch (kind) {
    // digits of a text: an input of type number changes under the scroll wheel and hides what it cannot read
    case 'number':
      return { ...plain, inputMode: 'numeric' as const, maxLength, autoComplete };
    case 'tel':
      return { ...plain, type: 'tel', maxLength, autoComplete };
    case 'date':
      return { type: 'date', min, max, autoComplete };
    default:
      return { ...plain, type: kind, maxLength, autoComplete };
  }
}
