import 'server-only';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { wakeJobs } from '@/lib/jobs/runner';
import { findTable, missingColumns } from '@/lib/registry/files/file-rules';
import { FILE_LIMITS, readListFile } from '@/lib/registry/files/read-file';
import type { Words } from '@/lib/registry/files/words-rules';
import { LISTS } from '@/lib/registry/lists/lists';
import { uploadSchema } from '@/lib/registry/schema';
import { CHECKED_AT_ONCE } from './check-import';
import { checkFile, keepUnchecked, mayImport, ownDistrict } from './import-context';
import { LONG, newRun } from './import-runs';

// Bringing a file: read, checked and kept with what it would do; a long one is kept and checked by the job of imports.
// Nothing is written to the list.

const NOT_FOUND = err({ code: 'NOT_FOUND' });

/** What may be said of a file as a whole; the words stand in the catalog under `file`. */
function refusal(problem: string, values: Record<string, string | number> = {}) {
  return err({ code: 'INVALID', problems: [{ path: 'file', messageKey: `registry.file.${problem}`, values }] });
}

/**
 * Reads and checks a file of a list; the answer is the import with its row-by-row report, or, of a long file, with its
 * check begun.
 * @returns NOT_FOUND for whoever may not change the list, INVALID with what is wrong with the file as a whole
 */
export async function uploadList(
  actor: Actor,
  input: z.input<typeof uploadSchema> & { file: Buffer },
  words: Words,
): Promise<Result<{ importId: string }>> {
  const parsed = uploadSchema.safeParse(input);
  if (!parsed.success) return NOT_FOUND;
  const list = LISTS[parsed.data.list];
  if (!mayImport(actor, list)) return NOT_FOUND;
  const file = await readListFile(input.file);
  if (!file.ok) return refusal(file.problem, { megabytes: FILE_LIMITS.bytes / 1_000_000, rows: FILE_LIMITS.rows });
  const found = findTable(file.sheets, list.columns, words);
  if (!found) return refusal('noHead');
  const missing = missingColumns(found.columns, list.columns);
  if (missing.length > 0) return refusal('missingColumns', { columns: missing.join(',') });
  if (found.rows.length === 0) return refusal('noRows');
  if (found.sheets.length > 1) return refusal('severalSheets', { sheets: found.sheets.join('、') });
  const { mostRows: rows = FILE_LIMITS.rows } = list;
  if (found.rows.length > rows) return refusal('tooManyRows', { rows });
  const { datum, fileName } = parsed.data;
  const long = found.rows.length > CHECKED_AT_ONCE;
  const importId = await db().$transaction(async (tx) => {
    const { id } = await tx.listImport.create({
      data: {
        list: list.name,
        districtCode: ownDistrict(actor),
        fileName,
        fileHash: createHash('sha256').update(input.file).digest('hex'),
        datum,
        columns: found.columns,
        rowCount: found.rows.length,
        unmentioned: 0,
        accountId: actor.accountId,
        madeBy: actor.displayName,
        checkedAt: now(),
        ...(long ? { ...newRun(actor), status: 'checking' } : {}),
      },
      select: { id: true },
    });
    if (long) {
      await keepUnchecked(tx, id, found.rows);
      return id;
    }
    const table = { ...found, datum };
    const unmentioned = await checkFile(tx, actor, { importId: id, list, table, words });
    await tx.listImport.update({ where: { id }, data: { unmentioned }, select: { id: true } });
    return id;
  }, LONG);
  if (long) wakeJobs();
  return ok({ importId });
}
