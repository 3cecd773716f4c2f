import 'server-only';
import { db } from '@/lib/db/client';
import { readDefinitions } from './definition-queries';
import type { DefinitionVersions } from './schema';

// What residents and the press may know of indicators.

/** What every indicator counts, with every version of its words, in their order. */
export async function listDefinitions(): Promise<DefinitionVersions[]> {
  return await readDefinitions(db());
}
