// Cursors of the lists that are ordered by a key: the key of the last row read, so that a list that grows or shrinks
// between two pages neither repeats nor skips what stays in it.

/** The cursor after a row with this key. */
export function cursorAfter(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}

/** The key a cursor stands for; null when it is none of ours. */
export function keyOfCursor(cursor: string): string | null {
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  return key !== '' && cursorAfter(key) === cursor ? key : null;
}

/** One page of rows with distinct keys; null when the cursor is none of ours. */
export function pageOf<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  { limit, cursor }: { limit: number; cursor?: string },
): { rows: readonly T[]; next: string | null } | null {
  const after = cursor === undefined ? null : keyOfCursor(cursor);
  if (cursor !== undefined && after === null) return null;
  const start = after === null ? 0 : firstAfter(rows, keyOf, after);
  const page = rows.slice(start, start + limit);
  const last = page.at(-1);
  const more = start + limit < rows.length;
  return { rows: page, next: more && last !== undefined ? cursorAfter(keyOf(last)) : null };
}

function firstAfter<T>(rows: readonly T[], keyOf: (row: T) => string, key: string): number {
  const exact = rows.findIndex((row) => keyOf(row) === key);
  if (exact >= 0) return exact + 1;
  // the row has gone since: in a list sorted by its key, go on behind the gap
  const behind = rows.findIndex((row) => keyOf(row) > key);
  return behind < 0 ? rows.length : behind;
}
