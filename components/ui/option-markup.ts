export type Option = { value: string; label: string };
/** Options under a heading of their own. */
export type OptionGroup = { label: string; options: readonly Option[] };

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function option({ value, label }: Option, selected: string): string {
  return `<option value="${escaped(value)}"${value === selected ? ' selected=""' : ''}>${escaped(label)}</option>`;
}

/**
 * The inside of a select as one string of HTML, every text escaped. A search page offers some four hundred choices;
 * as elements they cost more than all the rest of the page, on the server and again in the payload.
 */
export function optionMarkup(options: readonly (Option | OptionGroup)[], selected: string, empty?: string): string {
  const first = empty === undefined ? '' : option({ value: '', label: empty }, selected);
  const rest = options.map((choice) =>
    'options' in choice
      ? `<optgroup label="${escaped(choice.label)}">${choice.options.map((one) => option(one, selected)).join('')}</optgroup>`
      : option(choice, selected),
  );
  return first + rest.join('');
}
