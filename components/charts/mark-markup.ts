import { attributes, escaped } from './chart-file';
import type { Mark, Paint } from './drawing';

// Marks as text. A page has a thousand of them; as one text they cost React nothing, and the page carries them once.

/** The marks of one paint; what they look like stands on their group. */
export function marksMarkup(marks: readonly Mark[]): string {
  return marks
    .map(({ tag, at, words }) => {
      const open = `<${tag}${attributes(at)}`;
      return words === undefined ? `${open}/>` : `${open}>${escaped(words)}</${tag}>`;
    })
    .join('');
}

/** What lies below what, where marks of several paints are drawn group by group. */
const LAYERS: readonly Paint[] = [
  ...(['ground', 'grid', 'axis', 'range', 'bound', 'fourth', 'third', 'second', 'first'] as const),
  ...(['curve', 'mark', 'text', 'soft', 'strong'] as const),
];

/** Marks by their paints, the lowest first. */
export function layersOf(marks: readonly Mark[]): { paint: Paint; marks: Mark[] }[] {
  return LAYERS.flatMap((paint) => {
    const own = marks.filter((mark) => mark.paint === paint);
    return own.length > 0 ? [{ paint, marks: own }] : [];
  });
}
