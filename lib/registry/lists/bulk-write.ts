import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';

// Thousands of rows in a few statements: row by row, an import would take minutes.

type Value = string | number | boolean | null;
export type WrittenRow = Readonly<Record<string, Value>>;

const ROWS_A_STATEMENT = 2_000;
const NAME = /^[a-z][a-z0-9_]*$/;

export type WrittenTable = {
  /** table, columns and their types are names of the schema, never text of a file */
  table: string;
  columns: Readonly<Record<string, string>>;
  /** the columns that tell rows apart; a row that is there is changed */
  keys: readonly string[];
  /** set when a row is inserted and never changed */
  once?: readonly string[];
  /** what else is set when a row that is there is changed, as SQL of the program */
  onChange?: string;
};

function checked(name: string): string {
  if (!NAME.test(name)) throw new Error(`Not a name of the schema: ${name}`);
  return name;
}

/** Inserts rows, and changes those that are there already. */
export async function upsertRows(
  tx: Prisma.TransactionClient,
  { table, columns, keys, once = [], onChange }: WrittenTable,
  rows: readonly WrittenRow[],
): Promise<void> {
  const names = Object.keys(columns).map(checked);
  const placeholders = names.map((name, at) => `$${at + 1}::text[]::${columns[name]}[]`);
  const set = names
    .filter((name) => !keys.includes(name) && !once.includes(name))
    .map((name) => `${name} = EXCLUDED.${name}`);
  const change = [...set, ...(onChange ? [onChange] : [])];
  const conflict = change.length > 0 ? `DO UPDATE SET ${change.join(', ')}` : 'DO NOTHING';
  const statement = `INSERT INTO ${checked(table)} (${names.join(', ')}) SELECT * FROM unnest(${placeholders.join(', ')}) ON CONFLICT (${keys.map(checked).join(', ')}) ${conflict}`;
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const part = rows.slice(from, from + ROWS_A_STATEMENT);
    const values = names.map((name) =>
      part.map((row) => (row[name] === null || row[name] === undefined ? null : String(row[name]))),
    );
    await tx.$executeRawUnsafe(statement, ...values);
  }
}
