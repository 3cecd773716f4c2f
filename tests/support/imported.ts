import type { Actor } from '@/lib/access/actor';
import type { Datum } from '@/lib/core/geo';
import { applyImport } from '@/lib/registry/imports/apply-commands';
import { checkImport } from '@/lib/registry/imports/check-import';
import { uploadList } from '@/lib/registry/imports/import-commands';
import { openImport } from '@/lib/registry/imports/open-import';
import { getImport, listImportRows } from '@/lib/registry/queries';
import type { ImportOutcome, ListName } from '@/lib/registry/schema';
import { REGISTRY_WORDS } from './registry-words';

// Bringing files of lists in, for tests; what is refused ends the test.

/** Does what the job does with a long file that was sent. */
export async function checkedInTurn(actor: Actor, importId: string): Promise<void> {
  const found = await openImport(actor, importId);
  if (found?.status === 'checking') await checkImport(actor, found, REGISTRY_WORDS);
}

/** Sends a file and answers what was found in it. */
export async function uploaded(actor: Actor, list: ListName, file: Buffer, datum: Datum = 'wgs84') {
  const done = await uploadList(actor, { list, fileName: `${list}.xlsx`, file, datum }, REGISTRY_WORDS);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  await checkedInTurn(actor, done.value.importId);
  const found = await getImport(actor, done.value.importId);
  if (!found) throw new Error('the import is not there');
  return found;
}

/** The first rows of an import, those of an outcome. */
export async function rowsOf(actor: Actor, importId: string, outcome?: ImportOutcome) {
  const reader = { locale: 'zh-CN', words: REGISTRY_WORDS } as const;
  const page = await listImportRows(actor, { importId, outcomes: outcome && [outcome] }, reader);
  if (!page) throw new Error('the import is not there');
  return page.rows;
}

/** Writes an import as it stands now. */
export async function applied(actor: Actor, importId: string): Promise<number> {
  const found = await getImport(actor, importId);
  const done = await applyImport(actor, { importId, version: found?.version ?? 0 });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.rows;
}
