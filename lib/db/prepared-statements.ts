import { createHash } from 'node:crypto';

// Statements that a connection keeps prepared: worth it where PostgreSQL plans longer than it works. They are marked in
// their text and must be few and constant, because every connection keeps each of them. Behind a pooler that gives every
// transaction another connection, that pooler must know prepared statements (PgBouncer does since 1.21).

/** Begins the text of a statement that is kept prepared. */
export const PREPARED = '/* prepared */';

const names = new Map<string, string>();

/** The name under which a connection keeps a statement; empty for those that are planned anew each time. */
export function statementName(text: string): string {
  if (!text.startsWith(PREPARED)) return '';
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `kept_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  names.set(text, name);
  return name;
}
