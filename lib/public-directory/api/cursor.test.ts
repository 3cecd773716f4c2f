import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorAfter, keyOfCursor, pageOf } from './cursor';

const self = (key: string) => key;

describe('cursors', () => {
  it('carry any key there and back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (key) => {
        expect(keyOfCursor(cursorAfter(key))).toBe(key);
      }),
    );
  });

  it('refuse what is none of ours', () => {
    for (const cursor of ['', '=', '%%', 'a', '_____w']) expect(keyOfCursor(cursor)).toBeNull();
  });

  it('read a whole list once, whatever the page size', () => {
    const keys = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme-ascii' })).map((all) => all.sort());
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 7 }), (rows, limit) => {
        const read: string[] = [];
        let cursor: string | undefined;
        do {
          const page = pageOf(rows, self, { limit, cursor });
          if (!page) throw new Error('a cursor of ours was refused');
          read.push(...page.rows);
          cursor = page.next ?? undefined;
        } while (cursor);
        expect(read).toEqual(rows);
      }),
    );
  });

  it('go on behind a row that has gone', () => {
    expect(pageOf(['a', 'c'], self, { limit: 5, cursor: cursorAfter('b') })?.rows).toEqual(['c']);
  });
});
