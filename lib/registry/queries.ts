import 'server-only';
import { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Locale } from '@/lib/i18n/locales';
import type { List } from '@/lib/registry/lists/list';
import { LISTS } from '@/lib/registry/lists/lists';
import { problemIn } from './files/problem-words-rules';
import { FILE_LIMITS } from './files/read-file';
import { shownCell, type Words } from './files/words-rules';
import { mayImport } from './imports/import-context';
import type { ProblemCode } from './rows/problem-schema';
import { readReferences } from './rows/references';
import {
  type Candidate,
  type CellProblem,
  type Cells,
  candidateSchema,
  cellProblemSchema,
  cellsSchema,
  fileColumnSchema,
  IMPORT_OUTCOMES,
  type ImportOutcome,
  type ImportRowPage,
  type ImportView,
  LIST_NAMES,
  type ListName,
  listNameSchema,
  type OutcomeCounts,
  type UploadLimits,
} from './schema';

export type ListView = { name: ListName; entries: number; mayImport: boolean };

const ROWS_A_PAGE = 40;
const RECENT = 20;

/** Whether the actor may see and take out a list. */
export function maySeeList(actor: Actor, list: List): boolean {
  return mayI(actor, 'read', 'ListImport') && mayI(actor, 'export', list.model);
}

/** The lists that the actor may take out, each with the number of its entries in the actor's scope. */
export async function listRegistryLists(actor: Actor): Promise<ListView[]> {
  const seen = LIST_NAMES.map((name) => LISTS[name]).filter((list) => maySeeList(actor, list));
  const entries = await Promise.all(seen.map((list) => list.count(db(), actor)));
  return seen.map((list, at) => ({ name: list.name, entries: entries[at] ?? 0, mayImport: mayImport(actor, list) }));
}

/** One of these lists; null for whoever may not see it. */
export async function getRegistryList(
  actor: Actor,
  name: string,
): Promise<(ListView & Pick<List, 'columns'> & { parts: string[]; limits: UploadLimits }) | null> {
  const parsed = listNameSchema.safeParse(name);
  const list = parsed.success ? LISTS[parsed.data] : null;
  if (!list || !maySeeList(actor, list)) return null;
  return {
    name: list.name,
    entries: await list.count(db(), actor),
    mayImport: mayImport(actor, list),
    columns: list.columns,
    parts: (await list.parts?.(db(), actor)) ?? [],
    limits: { megabytes: FILE_LIMITS.bytes / 1_000_000, rows: list.mostRows ?? FILE_LIMITS.rows },
  };
}

const SELECT = {
  id: true,
  list: true,
  status: true,
  fileName: true,
  version: true,
  checkedAt: true,
  appliedAt: true,
  undoneAt: true,
  madeBy: true,
  rowCount: true,
  done: true,
  failure: true,
  failureValues: true,
  columns: true,
  unmentioned: true,
} as const satisfies Prisma.ListImportSelect;

type ImportRecord = Prisma.ListImportGetPayload<{ select: typeof SELECT }>;

const failureValuesSchema = z.record(z.string(), z.union([z.string(), z.number()])).nullable();
const NONE: OutcomeCounts = { added: 0, changed: 0, same: 0, question: 0, faulty: 0 };

async function countsOf(ids: readonly string[]): Promise<Map<string, OutcomeCounts>> {
  const groups = await db().listImportRow.groupBy({
    by: ['importId', 'outcome'],
    where: { importId: { in: [...ids] }, outcome: { in: [...IMPORT_OUTCOMES] } },
    _count: { _all: true },
  });
  const counts = new Map<string, OutcomeCounts>();
  for (const { importId, outcome, _count } of groups)
    counts.set(importId, { ...(counts.get(importId) ?? NONE), [outcome]: _count._all });
  return counts;
}

function viewOf(
  { rowCount, columns, list, failureValues, ...row }: ImportRecord,
  counts: ReadonlyMap<string, OutcomeCounts>,
): ImportView {
  return {
    ...row,
    list: listNameSchema.parse(list),
    failureValues: failureValuesSchema.parse(failureValues),
    rows: rowCount,
    counts: counts.get(row.id) ?? NONE,
    columns: z.array(fileColumnSchema).parse(columns),
  };
}

/** The latest imports of the actor's scope, of one list or of all. */
export async function listImports(actor: Actor, list?: ListName): Promise<ImportView[]> {
  const rows = await db().listImport.findMany({
    where: { AND: [whereFor(actor, 'read', 'ListImport'), list ? { list } : {}] },
    select: SELECT,
    orderBy: [{ checkedAt: 'desc' }, { id: 'desc' }],
    take: RECENT,
  });
  const counts = await countsOf(rows.map(({ id }) => id));
  return rows.map((row) => viewOf(row, counts));
}

/** An import with the number of its rows by what they do; null out of scope. */
export async function getImport(actor: Actor, id: string): Promise<(ImportView & { mayChange: boolean }) | null> {
  const row = await db().listImport.findFirst({
    where: { AND: [whereFor(actor, 'read', 'ListImport'), { id }] },
    select: SELECT,
  });
  if (!row) return null;
  const view = viewOf(row, await countsOf([row.id]));
  return { ...view, mayChange: mayImport(actor, LISTS[view.list]) };
}

/** Questions, and those that were answered. */
const WITH_CANDIDATES = {
  outcome: { not: 'faulty' },
  candidates: { not: [] },
} as const satisfies Prisma.ListImportRowWhereInput;

const rowSchema = z.object({
  line: z.number(),
  outcome: z.enum(['added', 'changed', 'same', 'question', 'faulty']),
  label: z.string(),
  objectId: z.string().nullable(),
  problems: z.array(cellProblemSchema),
  before: cellsSchema.nullable(),
  after: cellsSchema.nullable(),
  candidates: z.array(candidateSchema),
  chosen: z.string().nullable(),
});

export type RowsWanted = {
  importId: string;
  outcomes?: readonly ImportOutcome[];
  after?: number;
  candidates?: boolean;
  /** only those of which this is told */
  problem?: ProblemCode;
};
export type RowWords = { locale: Locale; words: Words };

/** Rows of an import with what is wrong, what changes and what they may mean, in a language; null out of scope. */
export async function listImportRows(
  actor: Actor,
  { importId, outcomes, after = 0, candidates = false, problem }: RowsWanted,
  { locale, words }: RowWords,
): Promise<ImportRowPage | null> {
  const found = await getImport(actor, importId);
  if (!found) return null;
  const list = LISTS[found.list];
  const kept = await db().listImportRow.findMany({
    where: {
      importId: found.id,
      line: { gt: after },
      outcome: { in: [...(outcomes ?? IMPORT_OUTCOMES)] },
      ...(candidates ? WITH_CANDIDATES : {}),
      ...(problem ? { problems: { array_contains: [{ code: problem }] } } : {}),
    },
    orderBy: { line: 'asc' },
    take: ROWS_A_PAGE + 1,
  });
  const rows = rowSchema.array().parse(kept.slice(0, ROWS_A_PAGE));
  const meant = [...new Set(rows.flatMap(({ candidates }) => candidates.map(({ id }) => id)))];
  const [references, entries] = await Promise.all([
    readReferences(db(), list.columns),
    meant.length > 0 ? list.read(db(), actor, 'export', meant) : [],
  ]);
  const byId = new Map(entries.map((entry) => [entry.id, entry.cells]));
  const columnOf = (key: string) => list.columns.find((one) => one.key === key);
  const shown = (key: string, cells: Cells) => {
    const column = columnOf(key);
    return column ? shownCell(column, cells[key] ?? null, locale, words, references) : '';
  };
  const given = found.columns.flatMap(({ key }) => (key === null ? [] : [key]));
  const compared = (row: Cells, candidate: Candidate) => {
    const cells = byId.get(candidate.id) ?? {};
    const lines = given.map((column) => ({ column, file: shown(column, row), entry: shown(column, cells) }));
    return {
      ...candidate,
      label: list.labelOf(cells),
      cells: lines
        .filter(({ file, entry }) => file !== '' || entry !== '')
        .map((line) => ({ ...line, same: line.file === line.entry })),
    };
  };
  const changes = ({ before, after: next, outcome }: (typeof rows)[number]) =>
    before && next && outcome === 'changed'
      ? list.columns
          .map(({ key }) => ({ column: key, before: shown(key, before), after: shown(key, next) }))
          .filter((change) => change.before !== change.after)
      : [];
  return {
    rows: rows.map((row) => ({
      line: row.line,
      outcome: row.outcome,
      label: row.label,
      objectId: row.objectId,
      // codes are ours, as they were kept
      problems: (row.problems as CellProblem[]).map((problem) =>
        problemIn(problem, columnOf(problem.column), { locale, words, references }),
      ),
      changes: changes(row),
      candidates: row.candidates.map((candidate) => compared(row.after ?? {}, candidate)),
      chosen: row.chosen,
    })),
    next: kept.length > ROWS_A_PAGE ? (rows.at(-1)?.line ?? null) : null,
  };
}
