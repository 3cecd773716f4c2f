/** What was typed, by the names of the fields; a set of checkboxes has several values. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** A problem in the reader's words; `field` is null for what concerns no single field. */
export type FormProblem = { field: string | null; message: string };

/** A secret that its page shows this once and never again, and where to go on from there. */
export type ShownOnce = { next: string | null } & (
  | { kind: 'link'; address: string }
  | { kind: 'codes'; codes: readonly string[] }
);

/** What a form is answered with when it stays on its page. */
export type FormState = {
  /** what was typed, except secrets; null before the form was sent */
  values: FormValues | null;
  problems: readonly FormProblem[];
  /** shown in place of the form */
  once?: ShownOnce;
};

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** A form that nobody has sent yet. */
export const FRESH_FORM: FormState = { values: null, problems: [] };

/** What was typed in a field, or what it begins with. */
export function typedText(values: FormValues | null, name: string, first: string | undefined): string | undefined {
  const typed = values?.[name];
  return typeof typed === 'string' ? typed : (typed?.[0] ?? first);
}

/** What was chosen under a name, or what is chosen at first; nothing chosen is an answer too. */
export function typedChoices(
  values: FormValues | null,
  name: string,
  first: readonly string[] = [],
): readonly string[] {
  if (values === null) return first;
  const typed = values[name] ?? [];
  return typeof typed === 'string' ? [typed] : typed;
}
