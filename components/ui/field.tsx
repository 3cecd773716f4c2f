import { classNames } from './class-names';
import { Icon } from './icon';
import { type Option, type OptionGroup, optionMarkup } from './option-markup';

const CONTROL = 'block w-full rounded-lg border bg-surface px-3 py-2 text-ink placeholder:text-ink-faint';
const PLAIN = 'min-h-12 text-base';
const BIG = 'min-h-16 text-center text-3xl font-semibold';

type Common = {
  /** id of the control; the error summary links to it */
  id: string;
  label: React.ReactNode;
  hint?: React.ReactNode;
  /** what is wrong and how to put it right, in words */
  error?: string | null;
};

const hintId = (id: string) => `${id}-hint`;
const errorId = (id: string) => `${id}-error`;

function describedBy({ id, hint, error }: Pick<Common, 'id' | 'hint' | 'error'>) {
  return classNames(Boolean(hint) && hintId(id), Boolean(error) && errorId(id)) || undefined;
}

function controlProps(field: Common, big = false) {
  return {
    id: field.id,
    className: classNames(CONTROL, big ? BIG : PLAIN, field.error ? 'border-2 border-danger' : 'border-line-strong'),
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error ? (true as const) : undefined,
  };
}

function FieldNotes({ id, hint, error }: Pick<Common, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <p id={hintId(id)} className="mb-1 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId(id)} className="mb-1 flex items-start gap-1 text-sm font-medium text-danger">
          <Icon name="warning" className="mt-0.5 size-[1.2em]" />
          {error}
        </p>
      )}
    </>
  );
}

function Labelled({ field, children }: { field: Common; children: React.ReactNode }) {
  return (
    <div>
      <label htmlFor={field.id} className="mb-1 block font-medium">
        {field.label}
      </label>
      <FieldNotes {...field} />
      {children}
    </div>
  );
}

type InputFieldProps = Common & {
  /** the one thing a page asks for, in large figures */
  big?: boolean;
} & Omit<React.ComponentProps<'input'>, 'id'>;

/** A labelled one-line input with its hint and error. */
export function InputField({ id, label, hint, error, big, ...rest }: InputFieldProps) {
  const field = { id, label, hint, error };
  return (
    <Labelled field={field}>
      <input {...controlProps(field, big)} {...rest} />
    </Labelled>
  );
}

/** A labelled text area with its hint and error. */
export function TextAreaField({
  id,
  label,
  hint,
  error,
  rows = 5,
  ...rest
}: Common & Omit<React.ComponentProps<'textarea'>, 'id'>) {
  const field = { id, label, hint, error };
  return (
    <Labelled field={field}>
      <textarea rows={rows} {...controlProps(field)} {...rest} />
    </Labelled>
  );
}

/** A labelled select; `empty` is the words of the first, empty choice. */
export function SelectField({
  id,
  label,
  hint,
  error,
  options,
  empty,
  defaultValue,
  ...rest
}: Common & { options: readonly (Option | OptionGroup)[]; empty?: string; defaultValue?: string } & Omit<
    React.ComponentProps<'select'>,
    'id' | 'children' | 'defaultValue'
  >) {
  const field = { id, label, hint, error };
  const markup = optionMarkup(options, defaultValue ?? '', empty);
  return (
    <Labelled field={field}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: optionMarkup escapes every text */}
      <select {...controlProps(field)} {...rest} dangerouslySetInnerHTML={{ __html: markup }} />
    </Labelled>
  );
}

/** One box to tick, its label beside it. */
export function CheckField({ id, label, hint, error, ...rest }: Common & Omit<React.ComponentProps<'input'>, 'id'>) {
  const field = { id, label, hint, error };
  return (
    <div>
      <FieldNotes {...field} />
      <label className="flex min-h-11 cursor-pointer items-center gap-3 py-1">
        <input
          id={id}
          type="checkbox"
          aria-describedby={describedBy(field)}
          aria-invalid={error ? true : undefined}
          className="size-6 shrink-0 accent-accent"
          {...rest}
        />
        {label}
      </label>
    </div>
  );
}

type ChoiceGroupProps = Common & {
  type: 'checkbox' | 'radio';
  name: string;
  options: readonly Option[];
  selected: readonly string[];
  /** side by side where there is room */
  columns?: boolean;
};

/** A set of checkboxes or radio buttons under one legend. The error summary links to `id`, the first of them. */
export function ChoiceGroup({ id, label, hint, error, type, name, options, selected, columns }: ChoiceGroupProps) {
  return (
    <fieldset aria-describedby={describedBy({ id, hint, error })}>
      <legend className="mb-1 font-medium">{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className={classNames('grid gap-x-4', columns && 'sm:grid-cols-2 lg:grid-cols-3')}>
        {options.map((option, index) => (
          <label key={option.value} className="flex min-h-11 cursor-pointer items-center gap-3 py-1">
            <input
              id={index === 0 ? id : undefined}
              type={type}
              name={name}
              value={option.value}
              defaultChecked={selected.includes(option.value)}
              className="size-6 shrink-0 accent-accent"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
