import { describe, expect, it } from 'vitest';
import { moveFor } from './grid-keys';

const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const caret = (at: number, length = 2) => ({ start: at, end: at, length });

describe('moveFor', () => {
  it('goes up and down, by Enter too', () => {
    expect(moveFor(press('ArrowDown'), caret(1))).toEqual({ rows: 1, columns: 0 });
    expect(moveFor(press('ArrowUp'), caret(1))).toEqual({ rows: -1, columns: 0 });
    expect(moveFor(press('Enter'), null)).toEqual({ rows: 1, columns: 0 });
    expect(moveFor(press('Enter', { shiftKey: true }), caret(0))).toEqual({ rows: -1, columns: 0 });
  });

  it('goes sideways only from the end of the text', () => {
    expect(moveFor(press('ArrowLeft'), caret(0))).toEqual({ rows: 0, columns: -1 });
    expect(moveFor(press('ArrowRight'), caret(2))).toEqual({ rows: 0, columns: 1 });
    expect(moveFor(press('ArrowLeft'), caret(1))).toBeNull();
    expect(moveFor(press('ArrowRight'), { start: 0, end: 2, length: 2 })).toBeNull();
    expect(moveFor(press('ArrowRight'), caret(0, 0))).toEqual({ rows: 0, columns: 1 });
  });

  it('leaves a list its arrows, and every combination to the browser', () => {
    expect(moveFor(press('ArrowDown'), null)).toBeNull();
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect(moveFor(press('Enter', { [held]: true }), caret(0))).toBeNull();
    expect(moveFor(press('ArrowLeft', { shiftKey: true }), caret(0))).toBeNull();
    expect(moveFor(press('Tab'), caret(0))).toBeNull();
    expect(moveFor(press('7'), caret(0))).toBeNull();
  });
});
