/** Shares equal texts and equal lists between records, so that 100,000 places keep each distinct value once. */
export class Interner {
  private readonly texts = new Map<string, string>();
  private readonly lists = new Map<string, readonly unknown[]>();

  /** The one copy of a text that repeats often, such as a code. */
  text<T extends string | null>(value: T): T {
    if (value === null) return value;
    const known = this.texts.get(value);
    // the stored text is equal to the value, so it is of the same literal type
    if (known !== undefined) return known as T;
    this.texts.set(value, value);
    return value;
  }

  /** The one list that a comma-separated text stands for; `kind` keeps lists of different items apart. */
  list<T>(kind: string, text: string | null, parseItem: (item: string) => T): readonly T[] {
    const key = `${kind}:${text ?? ''}`;
    const known = this.lists.get(key);
    // the kind in the key guarantees that the items were made by the same parser
    if (known) return known as readonly T[];
    const made = text ? text.split(',').map(parseItem) : [];
    this.lists.set(key, made);
    return made;
  }

  /** The one list of codes. */
  codes(kind: string, text: string | null): readonly string[] {
    return this.list(kind, text, (code) => this.text(code));
  }
}
