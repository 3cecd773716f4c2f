import 'server-only';
import { z } from 'zod';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { List } from '@/lib/registry/lists/list';
import { LISTS } from '@/lib/registry/lists/lists';
import { cellsSchema, datumSchema, fileColumnSchema, type ImportStatus, listNameSchema } from '@/lib/registry/schema';
import { mayImport } from './import-context';

// An import that somebody acts on, within their scope.

const keptSchema = z.object({ columns: z.array(fileColumnSchema), datum: datumSchema, list: listNameSchema });

export type OpenImport = {
  id: string;
  list: List;
  status: ImportStatus;
  version: number;
  fileName: string;
  rowCount: number;
} & Pick<z.infer<typeof keptSchema>, 'columns' | 'datum'>;

/** An import of the actor's scope whose list the actor may change; null otherwise. */
export async function openImport(
  actor: Actor,
  id: string,
  client: Prisma.TransactionClient = db(),
): Promise<OpenImport | null> {
  const row = await client.listImport.findFirst({ where: { AND: [whereFor(actor, 'update', 'ListImport'), { id }] } });
  const kept = keptSchema.safeParse(row);
  if (!row || !kept.success) return null;
  const list = LISTS[kept.data.list];
  if (!mayImport(actor, list)) return null;
  const { status, version, fileName, rowCount } = row;
  return { id, list, status, version, fileName, rowCount, columns: kept.data.columns, datum: kept.data.datum };
}

const writtenSchema = z.object({
  line: z.number(),
  objectId: z.string(),
  label: z.string(),
  outcome: z.enum(['added', 'changed']),
  before: cellsSchema.nullable(),
  after: cellsSchema,
});
export type WrittenRow = z.infer<typeof writtenSchema>;

/** The rows of an import that change something, some at a time, in their order. */
export async function* writtenInTurns(
  client: Prisma.TransactionClient,
  importId: string,
  size: number,
): AsyncGenerator<WrittenRow[], void, undefined> {
  for (let after = 0; ; ) {
    const rows = await client.listImportRow.findMany({
      where: { importId, outcome: { in: ['added', 'changed'] }, line: { gt: after } },
      select: { line: true, objectId: true, label: true, outcome: true, before: true, after: true },
      orderBy: { line: 'asc' },
      take: size,
    });
    const last = rows.at(-1);
    if (!last) return;
    yield writtenSchema.array().parse(rows);
    after = last.line;
  }
}
