import { describe, expect, it } from 'vitest';
import { lineMark, PAINTS, textMark } from './drawing';
import { layersOf, marksMarkup } from './mark-markup';

describe('marksMarkup', () => {
  it('writes marks as SVG does, and no text as markup', () => {
    expect(marksMarkup([lineMark([0, 1], [2, 3.04], 'grid')])).toBe('<line x1="0" y1="1" x2="2" y2="3"/>');
    expect(marksMarkup([textMark('<b>"&', { x: 1, y: 2, anchor: 'end' })])).toBe(
      '<text x="1" y="2" text-anchor="end" font-size="12.5">&lt;b&gt;&quot;&amp;</text>',
    );
  });
});

describe('layersOf', () => {
  it('loses no mark of any paint, and puts what lies below first', () => {
    const marks = PAINTS.map((paint) => lineMark([0, 0], [1, 1], paint));
    const layers = layersOf(marks.toReversed());
    expect(layers.flatMap((layer) => layer.marks)).toHaveLength(PAINTS.length);
    const order = layers.map(({ paint }) => paint);
    expect(order.indexOf('grid')).toBeLessThan(order.indexOf('first'));
    expect(order.indexOf('first')).toBeLessThan(order.indexOf('mark'));
    expect(order.indexOf('mark')).toBeLessThan(order.indexOf('text'));
  });
});
