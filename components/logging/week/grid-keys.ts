/** Where a key leads from a cell: so many rows and columns on. */
export type GridMove = { rows: -1 | 0 | 1; columns: -1 | 0 | 1 };

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };
type Caret = { start: number | null; end: number | null; length: number };

/**
 * Where a key leads from a cell of the grid; null where the key is the cell's own. Up, down and Enter change the row; left
 * and right change the column once the caret stands at that end of the text.
 * @param caret null in a cell that is chosen from a list, whose arrows choose
 */
export function moveFor({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed, caret: Caret | null): GridMove | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Enter') return { rows: shiftKey ? -1 : 1, columns: 0 };
  if (caret === null || shiftKey) return null;
  const { start, end, length } = caret;
  switch (key) {
    case 'ArrowUp':
      return { rows: -1, columns: 0 };
    case 'ArrowDown':
      return { rows: 1, columns: 0 };
    case 'ArrowLeft':
      return start === 0 && end === 0 ? { rows: 0, columns: -1 } : null;
    case 'ArrowRight':
      return start === length && end === length ? { rows: 0, columns: 1 } : null;
    default:
      return null;
  }
}
