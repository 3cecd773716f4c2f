import type pg from 'pg';

export type Row = Record<string, unknown>;
export type Table = { name: string; rows: readonly Row[] };

const ROWS_A_STATEMENT = 20_000;
/** From this many rows on, checking all references at once is quicker than row by row. */
const MANY_ROWS = 5_000;

/** `facilityTechnique` → `facility_technique`: the one rule by which the schema maps names. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

async function columnTypes(client: pg.ClientBase, table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type
       FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [table],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

type Definition = { name: string; definition: string };

async function foreignKeys(client: pg.ClientBase, table: string): Promise<Definition[]> {
  const { rows } = await client.query<Definition>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f' ORDER BY conname`,
    [table],
  );
  return rows.map(({ name, definition }) => ({ name: client.escapeIdentifier(name), definition }));
}

/**
 * Drops the foreign keys of tables.
 * @returns a function that adds them again, which checks every row
 */
export async function dropForeignKeys(client: pg.ClientBase, tables: readonly string[]): Promise<() => Promise<void>> {
  const restore: string[] = [];
  for (const name of tables) {
    const table = client.escapeIdentifier(name);
    for (const key of await foreignKeys(client, name)) {
      await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${key.name}`);
      restore.push(`ALTER TABLE ${table} ADD CONSTRAINT ${key.name} ${key.definition}`);
    }
  }
  return async () => {
    for (const statement of restore) await client.query(statement);
  };
}

/**
 * A function that inserts rows with the same keys as `first`, named after the columns, in statements of 20,000; it
 * answers how many are in after each.
 * @throws Error when rows differ in their keys or name a column the table lacks; the database's when a constraint fails
 */
export async function openInserter(client: pg.ClientBase, name: string, first: Row) {
  const keys = Object.keys(first);
  const types = await columnTypes(client, name);
  const columns = keys.map((key) => {
    const column = snakeCase(key);
    const type = types.get(column);
    if (!type) throw new Error(`Table ${name} has no column ${column}`);
    return { key, column: client.escapeIdentifier(column), type };
  });
  const statement = `INSERT INTO ${client.escapeIdentifier(name)} (${columns.map(({ column }) => column).join(', ')})
    SELECT * FROM unnest(${columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ')})`;

  return async (rows: readonly Row[], report: (done: number) => void = () => undefined): Promise<void> => {
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      const part = rows.slice(from, from + ROWS_A_STATEMENT);
      const odd = part.find((row) => Object.keys(row).length !== keys.length);
      if (odd) throw new Error(`A row of ${name} has other columns than the first: ${JSON.stringify(odd)}`);
      await client.query(
        statement,
        columns.map(({ key }) => part.map((row) => row[key] ?? null)),
      );
      report(from + part.length);
    }
  };
}

/**
 * Inserts all rows of a table. A long table's foreign keys are dropped for the time and added again; run it in a
 * transaction.
 * @param report how many rows are in, after every statement
 */
export async function insertRows(client: pg.ClientBase, { name, rows }: Table, report: (done: number) => void) {
  const [first] = rows;
  if (!first) return;
  const insert = await openInserter(client, name, first);
  const restore = await dropForeignKeys(client, rows.length >= MANY_ROWS ? [name] : []);
  await insert(rows, report);
  await restore();
}
