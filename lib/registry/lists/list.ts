import 'server-only';
import type { Action } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import type { AuditEventInput } from '@/lib/audit/events';
import type { Prisma } from '@/lib/db/generated/client';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { Span } from '@/lib/registry/rows/span-schema';
import type { CellProblem, Cells, Column, Entry, ListName } from '@/lib/registry/schema';

// What a list is to the engine. Adding a list is adding one of these, its words in the catalog and its name in schema.ts.

/** What rules of a list may ask of the portal besides the entry itself. */
export type RowRules = (cells: Cells, references: References, before: Cells | null) => CellProblem[];

/** What entries of lists are to the audit trail. */
export type ListObjectType = Extract<AuditEventInput, { event: 'listEntry.added' }>['object']['type'];

/** Of a list that is not read as a whole: the entries that rows of a file mean, and rules that know what stands around them. */
export type Around = { present: Entry[]; rules: Pick<List, 'check' | 'complete'> };

export type List = {
  name: ListName;
  /** whose abilities decide who sees, takes out and changes the list */
  model: Prisma.ModelName;
  /** the ability to bring entries in, where it is another than that of making them one by one */
  broughtBy?: Action;
  /** how many rows a file of it may hold, where that is fewer than of others */
  mostRows?: number;
  objectType: ListObjectType;
  columns: readonly Column[];
  /** what an entry is called where people read of it */
  labelOf(cells: Cells): string;
  /** what tells entries apart where no id is given; null when the row does not say enough */
  keyOf(cells: Cells): string | null;
  /** whether the database itself refuses two entries of one key */
  keyIsUnique: boolean;
  /** an id for a new entry that has none */
  newId(cells: Cells): string;
  /** where entries of near names are looked for; null for lists that have no near names */
  near: { of: 'places' | 'names'; groupOf(cells: Cells): string | null; nameOf(cells: Cells): string } | null;
  /** the column that says whose an entry is; without it the district */
  scopeColumn?: string;
  /** columns that an entry keeps for good */
  fixed: readonly string[];
  check: RowRules;
  /** the times in which an entry excludes others; the database holds them too */
  spans?(cells: Cells): Span[];
  /** fills what a new entry needs and its row does not say */
  complete(cells: Cells, references: References): Cells;
  /** for lists that are too long to be read as a whole */
  around?(
    tx: Prisma.TransactionClient,
    actor: Actor,
    file: { rows: readonly Cells[]; references: References },
  ): Promise<Around>;
  /** the parts in which such a list is taken out, the latest first; without one said, the first is meant */
  parts?(tx: Prisma.TransactionClient, actor: Actor): Promise<string[]>;
  /** the entries on which the actor may act: all, those of the given ids, or those of a part */
  read(
    tx: Prisma.TransactionClient,
    actor: Actor,
    action: 'update' | 'export',
    ids?: readonly string[],
    part?: string,
  ): Promise<Entry[]>;
  /** how many entries the actor may take out */
  count(tx: Prisma.TransactionClient, actor: Actor): Promise<number>;
  /** of some ids those that are taken, whoever's they are */
  taken(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<string[]>;
  /** whether an entry is the actor's to write */
  inScope(actor: Actor, cells: Cells): boolean;
  write(tx: Prisma.TransactionClient, entries: readonly Entry[], actor: Actor): Promise<void>;
  /** gives entries that an import changed back what they were; lists without it write them */
  restore?(tx: Prisma.TransactionClient, entries: readonly Entry[], actor: Actor): Promise<void>;
  /** takes entries away that an import has brought; those that something refers to by now make it fail */
  remove(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<void>;
  /** of some ids those that something else in the portal refers to by now */
  inUse(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<string[]>;
};

/** Ends writing when rows that were sound as the file was checked are so no longer. */
export class NoLongerSound extends Error {
  constructor(readonly rows: readonly { label: string }[]) {
    super('rows that were sound are so no longer');
  }
}
