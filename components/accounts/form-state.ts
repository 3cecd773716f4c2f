/** What a form of administration is answered with when it stays on its page; null before it was sent. */
export type FormState = {
  /** in words; `field` is null for what concerns no single field */
  problems: { field: string | null; message: string }[];
  /** what was typed, so that nothing is lost */
  values: Record<string, string>;
  /** the address of a one-time link, in this answer and never again */
  link: string | null;
  /** the page of the account that was made */
  next: string | null;
} | null;

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
