import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { closeConnection, openConnection } from '@/lib/db/connection';
import { log } from '@/lib/log/logger';
import { FEED_TIMING, type Feed, type FeedTiming, followDirectory } from './directory-feed';
import { readRecords } from './records/read-records';
import type { DirectoryRecords } from './records-schema';
import { DirectoryUnavailableError, failureCode } from './unavailable';
import type { SnapshotHealth } from './views-schema';

/** What a holder keeps; `records` say which version they are and when they were read. */
type Held = { records: DirectoryRecords };

/** Changes that come in a burst are read at most once in this time. */
const SHORTEST_INTERVAL_MS = 1000;
/** A load that failed is not tried again sooner than this. */
const AFTER_FAILURE_MS = 2000;

/**
 * Keeps one snapshot of the directory: reads it at first use, follows the directory's version, and replaces the
 * snapshot as a whole once a newer one is ready. While the database is away the old one goes on answering.
 */
export class SnapshotHolder<S extends Held> {
  private held: S | null = null;
  private heldSince = 0;
  private feed: Feed | null = null;
  private connected = false;
  private lastError: string | null = null;
  /** the version last told by the feed */
  private seen = 0;
  private work: Promise<void> | null = null;
  private notBefore = 0;

  constructor(
    private readonly url: () => string,
    private readonly assemble: (records: DirectoryRecords) => S,
    private readonly timing: FeedTiming = FEED_TIMING,
  ) {}

  /** The snapshot in hand, null before the first load; never waits. */
  peek(): S | null {
    return this.held;
  }

  /**
   * The snapshot, loading it at first use.
   * @throws DirectoryUnavailableError when there is none yet and the database does not answer.
   */
  async current(): Promise<S> {
    if (this.held) return this.held;
    this.start();
    // just failed: say so at once instead of making every visitor wait for the connection to time out again
    if (this.lastError === null || performance.now() >= this.notBefore) await this.reload();
    if (!this.held) throw new DirectoryUnavailableError('the directory has not been read yet');
    return this.held;
  }

  /** Begins to load and to follow changes; harmless when it already does. */
  start(): void {
    this.feed ??= followDirectory(
      this.url(),
      {
        onVersion: (version) => {
          this.connected = true;
          this.seen = version;
          if (this.isOutdated(version)) void this.reload();
          else this.lastError = null;
        },
        onLost: (code) => {
          if (this.connected) log.warn({ code }, 'the directory feed lost the database');
          this.connected = false;
          this.lastError = code;
        },
      },
      this.timing,
    );
  }

  /** Ends following; the snapshot in hand goes on answering. */
  async stop(): Promise<void> {
    const feed = this.feed;
    this.feed = null;
    this.connected = false;
    await feed?.stop();
    await this.work;
  }

  /** What the health check tells. */
  health(): SnapshotHealth {
    if (!this.held) {
      const nothing = { version: null, loadedAt: null, ageSeconds: null, facilities: 0 };
      return { state: 'empty', ...nothing, lastError: this.lastError };
    }
    const { version, loadedAt, facilities } = this.held.records;
    return {
      state: this.connected && this.lastError === null ? 'ready' : 'stale',
      version,
      loadedAt,
      ageSeconds: Math.round((performance.now() - this.heldSince) / 1000),
      facilities: facilities.length,
      lastError: this.lastError,
    };
  }

  /** Memberships and assignments begin and end at midnight, without any row changing. */
  private isOutdated(version: number): boolean {
    if (!this.held) return true;
    const { records } = this.held;
    const readOn = dateInShanghai(new Date(records.loadedAt));
    return records.version !== version || readOn !== dateInShanghai(now());
  }

  /** One load at a time; a change announced during a load is read by a further one after it. */
  private reload(): Promise<void> {
    this.work ??= this.loadUntilCurrent();
    return this.work;
  }

  private async loadUntilCurrent(): Promise<void> {
    let again = true;
    while (again) {
      await pauseUntil(this.notBefore);
      const started = performance.now();
      try {
        await this.load();
        this.lastError = null;
        again = this.held !== null && this.seen > this.held.records.version;
        // a large directory that goes on changing spends at most half of its time loading
        const rest = again ? performance.now() - started : 0;
        this.notBefore = Math.max(started + SHORTEST_INTERVAL_MS, performance.now() + rest);
      } catch (problem) {
        this.lastError = failureCode(problem);
        this.notBefore = performance.now() + AFTER_FAILURE_MS;
        log.error({ code: this.lastError, err: problem }, 'the directory could not be read');
        // the feed's next poll asks again
        again = false;
      }
    }
    this.work = null;
  }

  private async load(): Promise<void> {
    const started = performance.now();
    const connection = await openConnection(this.url(), 'tcm-directory-snapshot');
    let records: DirectoryRecords;
    try {
      records = await readRecords(connection);
    } finally {
      await closeConnection(connection);
    }
    const readMs = Math.round(performance.now() - started);
    this.held = this.assemble(records);
    this.heldSince = performance.now();
    const { version, facilities } = records;
    const totalMs = Math.round(performance.now() - started);
    log.info({ version, facilities: facilities.length, readMs, totalMs }, 'the directory was read');
  }
}

async function pauseUntil(moment: number): Promise<void> {
  const left = moment - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
