import { databaseUrl } from '@/lib/db/client';
import { log } from '@/lib/log/logger';
import { buildIndex, type DirectoryIndex } from './directory-index';
import type { DirectoryRecords } from './records-schema';
import { buildEngine } from './search/engine';
import { SnapshotHolder } from './snapshot-holder';
import { failureCode } from './unavailable';
import type { SnapshotHealth } from './views-schema';

// The process's one snapshot of the directory (architecture.md §2): immutable, in memory, replaced as a whole.

export type Snapshot = {
  records: DirectoryRecords;
  index: DirectoryIndex;
  engine: ReturnType<typeof buildEngine>;
  version: number;
  loadedAt: string;
};

/** Derives everything that answers questions from the records; used by the holder, by tests and by benchmarks. */
export function buildSnapshot(records: DirectoryRecords): Snapshot {
  const { version, loadedAt } = records;
  const index = buildIndex(records);
  return { records, index, engine: buildEngine(records, index), version, loadedAt };
}

// Next carries this module in several bundles and reloads it in development; the snapshot must stay one.
const kept = globalThis as typeof globalThis & { __tcmSnapshot?: SnapshotHolder<Snapshot> };

function holder(): SnapshotHolder<Snapshot> {
  kept.__tcmSnapshot ??= new SnapshotHolder(databaseUrl, buildSnapshot);
  return kept.__tcmSnapshot;
}

/**
 * The present snapshot; the first call reads it, later calls answer at once whether the database is there or not.
 * @throws DirectoryUnavailableError when it was never read and the database does not answer.
 */
export async function currentSnapshot(): Promise<Snapshot> {
  return await holder().current();
}

/** The present snapshot without waiting, null before the first load. */
export function snapshotAtHand(): Snapshot | null {
  return holder().peek();
}

/** Begins to read and follow the directory when the server starts; what fails is logged and tried again. */
export function startSnapshot(): void {
  try {
    holder().start();
  } catch (problem) {
    log.error({ code: failureCode(problem), err: problem }, 'the directory cannot be followed');
  }
}

/** Ends following the directory and lets go of the snapshot, for a clean end of the process and of tests. */
export async function stopSnapshot(): Promise<void> {
  const held = kept.__tcmSnapshot;
  delete kept.__tcmSnapshot;
  await held?.stop();
}

/** What the health check tells about the snapshot. */
export function snapshotHealth(): SnapshotHealth {
  return holder().health();
}
