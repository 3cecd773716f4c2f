export type Option = { value: string; label: string };
/** Options under a heading of their own. */
export type OptionGroup = { label: string; options: readonly Option[] };

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function option({ value, label }: Option): string {
  return `<option value="${escaped(value)}">${escaped(label)}</option>`;
}

/** The markup of lists that are the same for every reader, kept with them. */
const known = new WeakMap<readonly (Option | OptionGroup)[], string>();

function listMarkup(options: readonly (Option | OptionGroup)[]): string {
  const made = known.get(options);
  if (made !== undefined) return made;
  const markup = options
    .map((choice) =>
      'options' in choice
        ? `<optgroup label="${escaped(choice.label)}">${choice.options.map(option).join('')}</optgroup>`
        : option(choice),
    )
    .join('');
  known.set(options, markup);
  return markup;
}

/**
 * The inside of a select as one string of HTML, every text escaped. A search page offers some four hundred choices;
 * as elements they cost more than all the rest of the page, on the server and again in the payload.
 */
export function optionMarkup(options: readonly (Option | OptionGroup)[], selected: string, empty?: string): string {
  const first = empty === undefined ? '' : option({ value: '', label: empty });
  const chosen = `<option value="${escaped(selected)}">`;
  return (first + listMarkup(options)).replace(chosen, () => `${chosen.slice(0, -1)} selected="">`);
}
