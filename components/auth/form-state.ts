/** What a form of staff comes back with: what was typed, except secrets, and what is wrong in the reader's words. */
export type FormState = {
  values: Readonly<Record<string, string>>;
  /** a problem without a field is about the form as a whole */
  problems: readonly { field: string | null; message: string }[];
  /** recovery codes, shown once */
  codes?: readonly string[];
};

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** A form that nobody has sent yet. */
export const FRESH_FORM: FormState = { values: {}, problems: [] };
