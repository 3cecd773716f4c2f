import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import type { Datum } from '@/lib/core/geo';
import type { TextRow } from '@/lib/core/xlsx-sheet-reader';
import type { Prisma } from '@/lib/db/generated/client';
import type { Words } from '@/lib/registry/files/words-rules';
import { upsertRows, type WrittenTable } from '@/lib/registry/lists/bulk-write';
import type { List } from '@/lib/registry/lists/list';
import { type CheckedRow, checkInTurns } from '@/lib/registry/rows/check-rules';
import type { CheckContext, FormerKey } from '@/lib/registry/rows/find-entry-rules';
import { readReferences } from '@/lib/registry/rows/references';
import { type ReadRow, readInTurns } from '@/lib/registry/rows/row-rules';
import type { Entry, FileColumn } from '@/lib/registry/schema';

// What the rows of a file are checked against, and how the outcome is kept.

type Client = Prisma.TransactionClient;
export type FileTable = { columns: readonly FileColumn[]; rows: readonly TextRow[]; datum: Datum };

const ROWS_A_TURN = 250;

/** Whether the actor may bring entries of a list in. */
export function mayImport(actor: Actor, list: List): boolean {
  return mayI(actor, 'create', 'ListImport') && mayI(actor, list.broughtBy ?? 'create', list.model);
}

/** The district whose officer acts; null: the city. */
export function ownDistrict(actor: Actor): string | null {
  return actor.role === 'district_officer' ? actor.districtCode : null;
}

/** Under which key a choice is kept: what the city chooses is not a district's. */
export function matchKey(actor: Actor, key: string): string {
  return `${ownDistrict(actor) ?? 'city'} ${key}`;
}

async function choicesFor(client: Client, actor: Actor, list: List): Promise<Map<string, string>> {
  const kept = await client.listMatch.findMany({
    where: { AND: [whereFor(actor, 'read', 'ListMatch'), { list: list.name, districtCode: ownDistrict(actor) }] },
    select: { key: true, choice: true },
  });
  return new Map(kept.map(({ key, choice }) => [key.slice(key.indexOf(' ') + 1), choice]));
}

/** By the keys of names that facilities had before, which facility had it; the last to give a name up has it. */
async function formerKeys(client: Client, list: List, present: readonly Entry[]): Promise<Map<string, FormerKey>> {
  if (list.objectType !== 'Facility') return new Map();
  const cellsOf = new Map(present.map(({ id, cells }) => [id, cells]));
  const aliases = await client.facilityAlias.findMany({
    select: { facilityId: true, name: true, nameEn: true },
    orderBy: [{ usedUntil: 'asc' }, { facilityId: 'asc' }],
  });
  return new Map(
    aliases.flatMap(({ facilityId: id, name, nameEn }) => {
      const cells = cellsOf.get(id);
      const key = cells && list.keyOf({ ...cells, name });
      return key ? [[key, { id, nameEn }]] : [];
    }),
  );
}

/**
 * Checks a file against the list as the actor may change it now, and keeps what was found for each row of the import.
 * @param onRows told after each turn how many rows are done; what it throws ends the check
 * @returns how many entries of the list the file does not mention
 */
export async function checkFile(
  tx: Client,
  actor: Actor,
  { importId, list, table, words }: { importId: string; list: List; table: FileTable; words: Words },
  onRows?: (done: number) => Promise<void>,
): Promise<number> {
  // one after the other: inside a transaction there is only one connection
  const references = await readReferences(tx, list.columns);
  const reading = { columns: table.columns.map(({ key }) => key), declared: table.datum, words, references };
  let turns = 0;
  const turnIsOver = async () => {
    turns += 1;
    // each row is read in one turn and checked in a later one
    await onRows?.(Math.min(table.rows.length, Math.ceil((turns * ROWS_A_TURN) / 2)));
    // others are answered between two turns
    await new Promise((resolve) => setImmediate(resolve));
  };
  const read: ReadRow[] = [];
  for (const rows of readInTurns(list.columns, table.rows, reading, ROWS_A_TURN)) {
    read.push(...rows);
    await turnIsOver();
  }
  const around = await list.around?.(tx, actor, { rows: read.map(({ cells }) => cells), references });
  const present = around?.present ?? (await list.read(tx, actor, 'update'));
  const choices = await choicesFor(tx, actor, list);
  const known = new Set(present.map(({ id }) => id));
  const strange = [...new Set(read.flatMap(({ cells }) => cells.id ?? []))].filter((id) => !known.has(id));
  const context: CheckContext = {
    ...reading,
    present,
    takenElsewhere: new Set(strange.length > 0 ? await list.taken(tx, strange) : []),
    inScope: (cells) => list.inScope(actor, cells),
    former: await formerKeys(tx, list, present),
    choices,
  };
  const mentioned = new Set<string>();
  for (const rows of checkInTurns({ ...list, ...around?.rules }, read, context, ROWS_A_TURN)) {
    for (const { before, objectId } of rows) if (before && objectId) mentioned.add(objectId);
    await keepRows(tx, importId, rows);
    await turnIsOver();
  }
  return present.filter(({ id }) => !mentioned.has(id)).length;
}

const IMPORT_ROW: WrittenTable = {
  table: 'list_import_row',
  columns: {
    import_id: 'text',
    line: 'integer',
    outcome: 'import_outcome',
    label: 'text',
    object_id: 'text',
    raw: 'jsonb',
    problems: 'jsonb',
    before: 'jsonb',
    after: 'jsonb',
    candidates: 'jsonb',
    chosen: 'text',
  },
  keys: ['import_id', 'line'],
};

/** Keeps the rows of a long file as they were sent, until they are checked. */
export async function keepUnchecked(tx: Client, importId: string, rows: readonly TextRow[]): Promise<void> {
  const nothing = { object_id: null, problems: '[]', before: null, after: null, candidates: '[]', chosen: null };
  const unchecked = rows.map(({ line, cells }) => ({
    ...{ import_id: importId, line, outcome: 'unchecked', label: '' },
    ...{ ...nothing, raw: JSON.stringify(cells) },
  }));
  await upsertRows(tx, IMPORT_ROW, unchecked);
}

async function keepRows(tx: Client, importId: string, rows: readonly CheckedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const kept = rows.map(({ line, outcome, label, objectId, chosen, ...row }) => ({
    ...{ import_id: importId, line, outcome, label, object_id: objectId, chosen },
    raw: JSON.stringify(row.raw),
    problems: JSON.stringify(row.problems),
    before: row.before && JSON.stringify(row.before),
    after: row.after && JSON.stringify(row.after),
    candidates: JSON.stringify(row.candidates),
  }));
  await upsertRows(tx, IMPORT_ROW, kept);
}
