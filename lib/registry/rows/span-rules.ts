import type { List } from '@/lib/registry/lists/list';
import type { CellProblem, Cells, Entry, ImportOutcome } from '@/lib/registry/schema';
import type { References } from './reference-rules';
import type { Span } from './span-schema';

// Entries that exclude each other in time: an alliance has one lead at a time, a place dispenses a preparation once. The
// database refuses what overlaps; here it is found before, row by row, against the list and against the rest of the file.

type SpanList = Pick<List, 'labelOf' | 'complete' | 'spans'>;
type SpanRow = {
  outcome: ImportOutcome;
  label: string;
  objectId: string | null;
  problems: CellProblem[];
  after: Cells | null;
};
type Held = Span & { id: string; label: string };
/** What a row would make of an entry that is there. */
export type Meant = { entry: Entry; after: Cells };

function overlap(one: Span, other: Span): boolean {
  return (other.to === null || one.from < other.to) && (one.to === null || other.from < one.to);
}

function spansOf(list: SpanList, cells: Cells): readonly Span[] {
  return list.spans?.(cells) ?? [];
}

/**
 * Tells rows whose time is taken: by entries of the list, as far as the file leaves them as they are, or by earlier rows.
 * @param meant what rows of the file would make of entries, before they are checked
 */
export function takenSpans(list: SpanList, present: readonly Entry[], meant: readonly Meant[], references: References) {
  const held = new Map<string, Held[]>();
  const hold = (id: string, label: string, spans: readonly Span[]) => {
    for (const span of spans) held.set(span.group, [...(held.get(span.group) ?? []), { ...span, id, label }]);
  };
  const moved = new Set<string>();
  for (const { entry, after } of meant)
    if (JSON.stringify(spansOf(list, entry.cells)) !== JSON.stringify(spansOf(list, after))) moved.add(entry.id);
  if (list.spans)
    for (const { id, cells } of present)
      if (!moved.has(id)) hold(id, list.labelOf(list.complete(cells, references)), spansOf(list, cells));

  return <Row extends SpanRow>(row: Row): Row => {
    if (!list.spans || !row.after || !row.objectId || row.outcome === 'same') return row;
    const own = row.objectId;
    const spans = spansOf(list, row.after);
    const problems = spans.flatMap((span): CellProblem[] => {
      const other = held.get(span.group)?.find((one) => one.id !== own && overlap(span, one));
      if (!other) return [];
      const { column, code } = span;
      const free = other.to !== null && other.to > span.from ? other.to : null;
      const suggestion = span.suggestion ?? free;
      const values = {
        name: other.label,
        from: other.from,
        to: other.to ?? '',
        open: other.to === null ? 'yes' : 'no',
      };
      return [{ column, code, level: 'error', found: row.after?.[column] ?? '', suggestion, values }];
    });
    if (problems.length > 0)
      return { ...row, outcome: 'faulty', after: null, problems: [...row.problems, ...problems] };
    hold(own, row.label, spans);
    return row;
  };
}
