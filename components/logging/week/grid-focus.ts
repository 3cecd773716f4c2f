import { type GridMove, moveFor } from './grid-keys';
import { CELL } from './week-cells';

/** Takes the focus to the cell that a key leads to. */
export function moveOnKey(event: React.KeyboardEvent<HTMLFormElement>) {
  const from = event.target;
  if (!(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return;
  const [row, column] = (from.getAttribute(CELL) ?? '').split(' ').map(Number);
  if (row === undefined || column === undefined) return;
  const caret =
    from instanceof HTMLInputElement
      ? { start: from.selectionStart, end: from.selectionEnd, length: from.value.length }
      : null;
  const move = moveFor(event, caret);
  if (!move) return;
  event.preventDefault();
  const cells = event.currentTarget.querySelectorAll<HTMLElement>(`[${CELL}]`);
  const found = nearest([...cells], row, column, move);
  found?.focus();
  if (found instanceof HTMLInputElement) found.select();
}

/** The next cell in a direction; rows that take nothing are passed over. */
function nearest(cells: HTMLElement[], row: number, column: number, { rows, columns }: GridMove) {
  const at = cells.map((cell) => {
    const [ofRow = 0, ofColumn = 0] = (cell.getAttribute(CELL) ?? '').split(' ').map(Number);
    return { cell, row: ofRow, column: ofColumn };
  });
  const wanted =
    rows === 0
      ? at.filter((one) => one.row === row && (one.column - column) * columns > 0)
      : at.filter((one) => one.column === column && (one.row - row) * rows > 0);
  const sorted = wanted.sort((a, b) => (a.row - b.row) * (rows || 1) || (a.column - b.column) * (columns || 1));
  return sorted[0]?.cell;
}
