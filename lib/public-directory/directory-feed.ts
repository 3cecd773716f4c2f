import { closeConnection, openConnection } from '@/lib/db/connection';
import { readVersion } from './records/read-records';
import { failureCode } from './unavailable';

// Tells when the directory's version moves. The database announces it at commit; a poll on the same connection is the
// net under announcements that get lost (a pooler in between, a restored backup), and notices a dead connection.

export type FeedTiming = { pollMs: number; backoffMs: number; longestBackoffMs: number };
export const FEED_TIMING: FeedTiming = { pollMs: 5000, backoffMs: 250, longestBackoffMs: 10_000 };

export type FeedListener = {
  /** the version as committed now; also told when it did not move */
  onVersion(version: number): void;
  onLost(code: string): void;
};

export type Feed = { stop(): Promise<void> };

/** Follows the directory's version until stopped, reconnecting for as long as it takes. */
export function followDirectory(url: string, listener: FeedListener, timing: FeedTiming = FEED_TIMING): Feed {
  const bell = new Bell();
  let stopped = false;
  let failures = 0;

  async function watch(): Promise<void> {
    const connection = await openConnection(url, 'tcm-directory-feed', { queryTimeoutMs: 5000 });
    try {
      connection.on('notification', () => bell.ring());
      connection.on('end', () => bell.ring());
      await connection.query('LISTEN directory_changed');
      while (!stopped) {
        const version = await readVersion(connection);
        failures = 0;
        listener.onVersion(version);
        await bell.wait(timing.pollMs);
      }
    } finally {
      await closeConnection(connection);
    }
  }

  async function follow(): Promise<void> {
    while (!stopped) {
      await watch().catch((problem: unknown) => listener.onLost(failureCode(problem)));
      if (!stopped) await bell.wait(Math.min(timing.backoffMs * 2 ** failures++, timing.longestBackoffMs));
    }
  }

  const following = follow();
  return {
    async stop() {
      stopped = true;
      bell.ring();
      await following;
    },
  };
}

/** Ends the present wait when rung, or the next one at once when nobody is waiting. */
class Bell {
  private rung = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  async wait(milliseconds: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        timer.unref();
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.rung = false;
    this.wake = null;
  }
}
