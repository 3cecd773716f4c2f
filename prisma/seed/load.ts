import { createHash } from 'node:crypto';
import pg from 'pg';
import { emptyNetwork, type Network } from './network';

export type Progress = (step: string, done: number, total: number) => void;
export type Dataset = { name: string; seed: number };

const ROWS_A_STATEMENT = 20_000;

const TABLES = Object.keys(emptyNetwork()) as (keyof Network)[];

/** `facilityTechnique` → `facility_technique`: the one rule by which the schema maps names. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

type Row = Record<string, unknown>;
type Table = { name: string; rows: readonly Row[] };

function tablesOf(network: Network): Table[] {
  return TABLES.map((model) => ({ name: snakeCase(model), rows: network[model] as readonly Row[] }));
}

/** A digest over every value of every row, in order. */
export function networkChecksum(network: Network): string {
  const hash = createHash('sha256');
  for (const { name, rows } of tablesOf(network)) {
    hash.update(`\n${name} ${rows.length}\n`);
    for (let from = 0; from < rows.length; from += 1000) hash.update(JSON.stringify(rows.slice(from, from + 1000)));
  }
  return hash.digest('hex');
}

async function columnTypes(client: pg.ClientBase, table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type
       FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [table],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

async function insertTable(client: pg.ClientBase, { name, rows }: Table, report: (done: number) => void) {
  const first = rows[0];
  if (!first) return;
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
}

/** Empties every table of the network and everything that refers to it. */
async function clear(client: pg.ClientBase) {
  const names = tablesOf(emptyNetwork()).map(({ name }) => client.escapeIdentifier(name));
  await client.query(`TRUNCATE ${names.join(', ')}, loaded_dataset, information_report`);
}

/**
 * Loads a network in one transaction, so that a database holds all of it or nothing.
 * @param make makes the rows; called only when they are needed
 * @returns false when the database holds this dataset with this seed already
 * @throws Error when it holds another dataset and `replace` is not set
 */
export async function loadNetwork(
  databaseUrl: string,
  { name, seed }: Dataset,
  make: () => Network,
  { replace = false, onProgress = () => undefined }: { replace?: boolean; onProgress?: Progress } = {},
): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    // two processes that start at once load once: the second waits here and then finds the dataset
    await client.query('LOCK TABLE loaded_dataset IN EXCLUSIVE MODE');
    const loaded = await client.query<Dataset>('SELECT name, seed FROM loaded_dataset');
    if (replace) await clear(client);
    else if (loaded.rows.some((row) => row.name === name && row.seed === seed)) {
      await client.query('ROLLBACK');
      return false;
    } else if (loaded.rows.length > 0) {
      const { name: other, seed: otherSeed } = loaded.rows[0] ?? { name, seed };
      throw new Error(`The database holds the dataset "${other}" (seed ${otherSeed}); replace it with --replace.`);
    }
    onProgress('generate', 0, 1);
    const network = make();
    onProgress('generate', 1, 1);
    for (const table of tablesOf(network))
      await insertTable(client, table, (done) => onProgress(table.name, done, table.rows.length));
    await client.query('INSERT INTO loaded_dataset (name, seed, checksum) VALUES ($1, $2, $3)', [
      name,
      seed,
      networkChecksum(network),
    ]);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return true;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
