import { createHash } from 'node:crypto';
import pg from 'pg';
import { insertRows, type Row, snakeCase, type Table } from './bulk-insert';
import type { HistoryRows } from './history/rows';
import { HISTORY_TABLES, historyTables, loadHistory } from './load-history';
import { emptyNetwork, type Network } from './network';

export type Progress = (step: string, done: number, total: number) => void;
export type Dataset = { name: string; seed: number };

/** What lies in the past may be written in this transaction: the database refuses it otherwise. */
export const LOADING_HISTORY = "SET LOCAL app.loading_history = 'on'";

const TABLES = Object.keys(emptyNetwork()) as (keyof Network)[];

function tablesOf(network: Network): Table[] {
  return TABLES.map((model) => ({ name: snakeCase(model), rows: network[model] as readonly Row[] }));
}

const MANY_SESSIONS = 100_000;

/** A digest over every value of every row, in order. */
class Digest {
  private readonly hash = createHash('sha256');

  add(tables: readonly Table[]): void {
    for (const { name, rows } of tables) {
      this.hash.update(`\n${name} ${rows.length}\n`);
      for (let from = 0; from < rows.length; from += 1000)
        this.hash.update(JSON.stringify(rows.slice(from, from + 1000)));
    }
  }

  text(): string {
    return this.hash.digest('hex');
  }
}

/** What is loaded: the rows of a network, and part by part what took place in it. */
export type Content = { network: Network; history: Iterable<HistoryRows> };

/** A digest over every value of every row of a network and its history. */
export function contentChecksum({ network, history }: Content): string {
  const digest = new Digest();
  digest.add(tablesOf(network));
  for (const part of history) digest.add(historyTables(part));
  return digest.text();
}

/** What stands on the network without referring to it: accounts, and what officers decided. What refers to any of them goes too. */
const OFFICE_TABLES =
  'account, role_grant, staff_session, recovery_code, one_time_link, saved_view, holiday_change, list_import, list_import_row, list_match, support_request, support_message';
const INDICATOR_TABLES = 'subdistrict_population, district_activity';
const MONITOR_TABLES = 'clinic_state_history, follow_up, follow_up_message';

/**
 * Empties every table of the network and everything that refers to it.
 * @throws Error when somebody's account stands on it that is not part of the demonstration
 */
async function clear(client: pg.ClientBase) {
  const found = await client.query('SELECT 1 FROM account WHERE NOT demonstration LIMIT 1');
  if (found.rowCount) throw new Error('The database holds accounts of real people; load a network into a fresh one.');
  const names = tablesOf(emptyNetwork()).map(({ name }) => client.escapeIdentifier(name));
  await client.query(
    `TRUNCATE ${names.join(', ')}, loaded_dataset, information_report, ${OFFICE_TABLES}, ${INDICATOR_TABLES}, ${MONITOR_TABLES}, ${HISTORY_TABLES.join(', ')} CASCADE`,
  );
}

/**
 * Loads a network and its history in one transaction, so that a database holds all of it or nothing.
 * @param make makes the rows; called only when they are needed
 * @returns false when the database holds this dataset with this seed already
 * @throws Error when it holds another dataset and `replace` is not set
 */
export async function loadNetwork(
  databaseUrl: string,
  { name, seed }: Dataset,
  make: () => Promise<Content>,
  { replace = false, onProgress = () => undefined }: { replace?: boolean; onProgress?: Progress } = {},
): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(LOADING_HISTORY);
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
    const { network, history } = await make();
    onProgress('generate', 1, 1);
    const digest = new Digest();
    digest.add(tablesOf(network));
    for (const table of tablesOf(network))
      await insertRows(client, table, (done) => onProgress(table.name, done, table.rows.length));
    const sessions = await loadHistory(client, history, {
      each: (tables) => digest.add(tables),
      report: (sessions) => onProgress('clinic_session', sessions, sessions),
    });
    await client.query('INSERT INTO loaded_dataset (name, seed, checksum) VALUES ($1, $2, $3)', [
      name,
      seed,
      digest.text(),
    ]);
    await client.query('COMMIT');
    // a million rows would be read slowly until somebody had cleared up behind the load
    await client.query(sessions > MANY_SESSIONS ? 'VACUUM (ANALYZE)' : 'ANALYZE');
    return true;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
