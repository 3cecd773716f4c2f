import { actorOfGrant } from '@/lib/auth/grant-actor';
import { db } from '@/lib/db/client';
import { checkImport } from '@/lib/registry/imports/check-import';
import { openImport } from '@/lib/registry/imports/open-import';
import { writeImport } from '@/lib/registry/imports/write-import';
import { REGISTRY_WORDS } from './registry-words';

// A process that checks, writes or undoes one import, as the job does, for tests that kill it in the midst.

const [, , id = ''] = process.argv;
const { runAccountId, runGrantId } = await db().listImport.findUniqueOrThrow({ where: { id } });
const actor = await actorOfGrant(runAccountId ?? '', runGrantId ?? '', `import-${id}`);
const found = actor && (await openImport(actor, id));
if (!found) throw new Error('The import is not there');
if (found.status === 'checking') await checkImport(actor, found, REGISTRY_WORDS);
else if (found.status === 'applying' || found.status === 'undoing') await writeImport(actor, found, found.status);
await db().$disconnect();
