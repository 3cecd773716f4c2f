import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import type { Datum } from '@/lib/core/geo';
import type { TextRow } from '@/lib/core/xlsx-sheet-reader';
import { Prisma } from '@/lib/db/generated/client';
import { type CheckedRow, checkRows } from './check-rules';
import type { List } from './list';
import { readReferences } from './references';
import type { FileColumn } from './schema';
import type { Words } from './words-rules';

// What the rows of a file are checked against, and how the outcome is kept.

type Client = Prisma.TransactionClient;
export type FileTable = { columns: readonly FileColumn[]; rows: readonly TextRow[]; datum: Datum };
export type Checked = { rows: CheckedRow[]; unmentioned: number };

const ROWS_A_STATEMENT = 1_000;

/** Whether the actor may bring entries of a list in. */
export function mayImport(actor: Actor, list: List): boolean {
  return mayI(actor, 'create', 'ListImport') && mayI(actor, 'create', list.model);
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

/** Checks a file against the list as the actor may change it now. */
export async function checkFile(
  client: Client,
  actor: Actor,
  list: List,
  table: FileTable,
  words: Words,
): Promise<Checked> {
  // one after the other: inside a transaction there is only one connection
  const references = await readReferences(client, list.columns);
  const present = await list.read(client, actor, 'update');
  const choices = await choicesFor(client, actor, list);
  const known = new Set(present.map(({ id }) => id));
  const at = table.columns.findIndex(({ key }) => key === 'id');
  const named = at < 0 ? [] : table.rows.map(({ cells }) => (cells[at] ?? '').trim().toLowerCase());
  const strange = [...new Set(named)].filter((id) => id !== '' && !known.has(id));
  const rows = checkRows(list, table.rows, {
    columns: table.columns.map(({ key }) => key),
    declared: table.datum,
    words,
    references,
    present,
    takenElsewhere: new Set(strange.length > 0 ? await list.taken(client, strange) : []),
    inScope: (cells) => list.inScope(actor, cells),
    choices,
  });
  const mentioned = new Set(rows.flatMap(({ before, objectId }) => (before && objectId ? [objectId] : [])));
  return { rows, unmentioned: present.filter(({ id }) => !mentioned.has(id)).length };
}

/** Keeps what was found for each row of an import. */
export async function keepRows(tx: Client, importId: string, rows: readonly CheckedRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await tx.listImportRow.createMany({
      data: rows.slice(from, from + ROWS_A_STATEMENT).map(({ raw, before, after, ...row }) => ({
        ...row,
        importId,
        raw: [...raw],
        before: before ?? Prisma.DbNull,
        after: after ?? Prisma.DbNull,
      })),
    });
}
