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

async function foreignKeys(client: pg.ClientBase, table: string) {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f' ORDER BY conname`,
    [table],
  );
  return rows.map(({ name, definition }) => ({ name: client.escapeIdentifier(name), definition }));
}

/**
 * Inserts rows that all have the same keys, named after the columns, in statements of 20,000.
 * A long table's foreign keys are dropped for the time and added again, which checks every row; run it in a transaction.
 * @param report how many rows are in, after every statement
 * @throws Error when rows differ in their keys or name a column the table lacks; the database's when a constraint fails
 */
export async function insertRows(client: pg.ClientBase, { name, rows }: Table, report: (done: number) => void) {
  const first = rows[0];
  if (!first) return;
  const table = client.escapeIdentifier(name);
  const keys = Object.keys(first);
  const types = await columnTypes(client, name);
  const columns = keys.map((key) => {
    const column = snakeCase(key);
    const type = types.get(column);
    if (!type) throw new Error(`Table ${name} has no column ${column}`);
    return { key, column: client.escapeIdentifier(column), type };
  });
  const statement = `INSERT INTO ${table} (${columns.map(({ column }) => column).join(', ')})
    SELECT * FROM unnest(${columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ')})`;

  const dropped = rows.length >= MANY_ROWS ? await foreignKeys(client, name) : [];
  for (const key of dropped) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${key.name}`);
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
  for (const key of dropped) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${key.name} ${key.definition}`);
}
