import type { References } from '@/lib/registry/rows/reference-rules';
import type { Cells, ReferenceName } from '@/lib/registry/schema';

// Entries that have no name of their own are called by what they name.

/** The entry with a label of the Chinese names of what it refers to, and of further cells; kept beside its columns. */
export function labelled(
  cells: Cells,
  references: References,
  parts: readonly (readonly [to: ReferenceName, id: string | null | undefined])[],
  ...more: readonly (string | null | undefined)[]
): Cells {
  const names = parts.map(([to, id]) => (id ? (references[to].entries.get(id)?.names[0] ?? id) : null));
  return { ...cells, label: [...names, ...more].filter(Boolean).join(' ') };
}
