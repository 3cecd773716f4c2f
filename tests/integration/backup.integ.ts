import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAudit } from '@/lib/audit/write-audit';
import { MANIFEST_FILE, type Manifest } from '@/lib/db/backup-manifest';
import { startEmbeddedServer } from '@/lib/db/embedded-server';
import { cloneName, createClone, dropClone } from '@/tests/support/clones';
import { useDatabase, withDatabase } from '@/tests/support/database';
import { runCommandOn } from '@/tests/support/run-command';
import { rowsOfTables } from '@/tests/support/table-rows';

// A backup restored into a server that has never seen the portal: every row of every table is the same.

const database = useDatabase('demo');
let home = '';
let folder = '';

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'backup-'));
  folder = path.join(home, 'kept');
  const event = { event: 'account.created', object: { type: 'Account', id: 'a-1' } } as const;
  await database.db.$transaction((tx) => writeAudit(tx, { system: 'cli', requestId: 'backup' }, event));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const backup = (...args: string[]) => runCommandOn(database.url, 'lib/cli/backup.ts', ...args);
const restore = (url: string, from: string) => runCommandOn(url, 'lib/cli/restore.ts', from);

/** A server of its own, with an empty database, for as long as something takes. */
async function onEmptyServer<T>(use: (url: string) => Promise<T>): Promise<T> {
  const server = await startEmbeddedServer(path.join(home, 'server'));
  const name = cloneName();
  try {
    return await use(await createClone(server.url('postgres'), name, null));
  } finally {
    await dropClone(server.url('postgres'), name);
    await server.stop();
  }
}

describe('npm run backup and npm run restore', () => {
  it('bring every row of every table into an empty server', async () => {
    const before = await rowsOfTables(database.url);
    const kept = await backup(folder);
    expect(kept).toMatchObject({ code: 0, printed: expect.stringContaining(`rows of ${before.length} tables`) });
    await onEmptyServer(async (url) => {
      const restored = await restore(url, folder);
      expect(restored).toMatchObject({ code: 0, printed: expect.stringMatching(/The audit trail is whole: [1-9]/) });
      const after = await rowsOfTables(url);
      expect(after).toEqual(before);
      const rows = after.reduce((sum, table) => sum + table.rows, 0);
      expect(rows).toBeGreaterThan(100_000);
      console.log(`Backup and restore: ${rows} rows of ${after.length} tables compared.`);

      const again = await restore(url, folder);
      expect(again).toMatchObject({ code: 1, printed: expect.stringContaining('The database is not empty') });
    });
  });

  it('are told when a folder is there already, and leave it as it was', async () => {
    const manifest = await readFile(path.join(folder, MANIFEST_FILE), 'utf8');
    expect(await backup(folder)).toMatchObject({ code: 1, printed: expect.stringContaining('exists already') });
    expect(await readFile(path.join(folder, MANIFEST_FILE), 'utf8')).toBe(manifest);
  });

  it.each([
    ['a file that was altered', 'district.copy.gz', 'is not as it was written'],
    ['a file that is missing', null, 'is missing'],
  ])('refuse %s, and write nothing', async (_, altered, says) => {
    const broken = path.join(home, 'broken');
    await cp(folder, broken, { recursive: true });
    if (altered) await writeFile(path.join(broken, altered), 'x');
    else await rm(path.join(broken, 'district.copy.gz'));
    await withDatabase(null, async (url) => {
      expect(await restore(url, broken)).toMatchObject({ code: 1, printed: expect.stringContaining(says) });
      expect(await rowsOfTables(url)).toEqual([]);
    });
    await rm(broken, { recursive: true });
  });

  it('refuse what a newer portal wrote', async () => {
    const newer = path.join(home, 'newer');
    await cp(folder, newer, { recursive: true });
    const file = path.join(newer, MANIFEST_FILE);
    const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
    const later = { ...manifest, migrations: [...manifest.migrations, '29990101000000_later'] };
    await writeFile(file, JSON.stringify(later));
    expect(await restore(database.url, newer)).toMatchObject({
      code: 1,
      printed: expect.stringContaining('A newer portal wrote this backup'),
    });
  });
});
