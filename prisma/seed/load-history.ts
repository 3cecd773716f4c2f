import type pg from 'pg';
import { dropForeignKeys, openInserter, type Row, snakeCase, type Table } from './bulk-insert';
import { emptyHistory, type HistoryRows } from './history/rows';

const MODELS = Object.keys(emptyHistory()) as (keyof HistoryRows)[];
/** The tables of a history, in the order in which they are filled. */
export const HISTORY_TABLES = MODELS.map(snakeCase);

const SESSIONS_A_BATCH = 5_000;

/** The rows of a part of a history, table by table. */
export function historyTables(rows: HistoryRows): Table[] {
  return MODELS.map((model) => ({ name: snakeCase(model), rows: rows[model] as readonly Row[] }));
}

/** Inserts tables one after the other. */
class Inserters {
  private readonly open = new Map<string, Awaited<ReturnType<typeof openInserter>>>();
  constructor(private readonly client: pg.ClientBase) {}

  async insert(tables: readonly Table[]): Promise<void> {
    for (const { name, rows } of tables) {
      const [first] = rows;
      if (!first) continue;
      const insert = this.open.get(name) ?? (await openInserter(this.client, name, first));
      this.open.set(name, insert);
      await insert(rows);
    }
  }
}

/**
 * Inserts a history part by part into empty tables; run it in a transaction. While the database takes in some parts the
 * next ones are made, and never more than two batches are held.
 *
 * References and indexes are dropped and made again at the end, which checks and sorts all rows at once. The triggers of
 * these tables are silent meanwhile: what they keep up for every later change is checked here for all rows by one
 * statement, or is without meaning while a network is loaded. Their locks keep a month from being closed under a record,
 * and this transaction holds the whole tables; the directory is told once that everything is new, and the months of
 * districts follow from those of clinics at the end.
 * @param report called with the sessions inserted so far, batch by batch
 * @returns how many sessions there are
 * @throws Error when a record's visits by condition exceed its visits
 */
export async function loadHistory(
  client: pg.ClientBase,
  parts: Iterable<HistoryRows>,
  { report, each }: { report: (sessions: number) => void; each: (tables: readonly Table[]) => void },
): Promise<number> {
  const inserters = new Inserters(client);
  let restore: (() => Promise<void>) | null = null;
  let batch = emptyHistory();
  let underWay: Promise<void> = Promise.resolve();
  let sessions = 0;
  const send = async () => {
    await underWay;
    if (sessions > 0) report(sessions);
    sessions += batch.clinicSession.length;
    underWay = inserters.insert(historyTables(batch));
    // it is awaited before the next one, or at the end; until then nobody else hears of it
    underWay.catch(() => undefined);
    batch = emptyHistory();
  };
  for (const part of parts) {
    restore ??= await silence(client);
    each(historyTables(part));
    append(batch, part);
    if (batch.clinicSession.length >= SESSIONS_A_BATCH) await send();
    // lets what is under way go on
    else await new Promise((resolve) => setImmediate(resolve));
  }
  if (!restore) return 0;
  await send();
  await underWay;
  report(sessions);
  await restore();
  await checkConditions(client);
  await client.query('SELECT district_activity_rebuild()');
  return sessions;
}

/** Takes references, indexes and triggers off the tables; answers a function that puts them back. */
async function silence(client: pg.ClientBase): Promise<() => Promise<void>> {
  const restoreKeys = await dropForeignKeys(client, HISTORY_TABLES);
  const restoreIndexes = await dropIndexes(client, HISTORY_TABLES);
  for (const table of HISTORY_TABLES) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  return async () => {
    await restoreIndexes();
    await restoreKeys();
    for (const table of HISTORY_TABLES) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  };
}

function append(batch: HistoryRows, part: HistoryRows): void {
  for (const model of MODELS) {
    const rows: unknown[] = batch[model];
    for (const row of part[model]) rows.push(row);
  }
}

/** Drops the indexes of tables, those of primary keys too; answers a function that makes them again. */
async function dropIndexes(client: pg.ClientBase, tables: readonly string[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ drop: string; make: string }>(
    `SELECT CASE WHEN c.oid IS NULL THEN format('DROP INDEX %s', i.indexrelid::regclass)
         ELSE format('ALTER TABLE %s DROP CONSTRAINT %I', i.indrelid::regclass, c.conname) END AS drop,
       CASE WHEN c.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
         ELSE format('ALTER TABLE %s ADD CONSTRAINT %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
       END AS make
     FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x')
     WHERE i.indrelid = ANY ($1::text[]::regclass[]) ORDER BY i.indexrelid`,
    [tables],
  );
  for (const { drop } of rows) await client.query(drop);
  return async () => {
    for (const { make } of rows) await client.query(make);
  };
}

/** What a deferred trigger checks record by record when somebody changes one. */
async function checkConditions(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT s.id FROM clinic_session s JOIN clinic_session_condition c ON c.session_id = s.id
     GROUP BY s.id HAVING sum(c.visits) > s.visits_new + s.visits_return LIMIT 1`,
  );
  const [odd] = rows;
  if (odd) throw new Error(`The visits by condition of clinic session ${odd.id} exceed its visits`);
}
