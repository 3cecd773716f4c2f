import { createHash } from 'node:crypto';
import { type CivilDate, dateInShanghai, minuteInShanghai } from '@/lib/core/dates';

// What a job is, and when its daily run is due. A job may run twice (a process that dies is not told apart from one
// that is slow), so running it again must do no harm.

export type Job = {
  /** names its queue; letters, digits, hyphens */
  name: string;
  /** minute of the day in Shanghai from which on its run of the day is due; null for one that runs only when asked for */
  dailyAtMinute: number | null;
  /** ids (UUIDs) of runs that somebody asked for; each is made once, also when it is named again */
  asked?(): Promise<readonly string[]>;
  /** several runs at once, each of something else: one that died with its process keeps no other waiting */
  sideBySide?: boolean;
  /** longest run; after that another process may begin it again */
  limitMinutes: number;
  run(run: JobRun): Promise<void>;
};

export type JobRun = {
  /** for log and audit trail */
  id: string;
  /** tells a long job that the process ends */
  signal: AbortSignal;
};

/** The day whose run of a job is due at an instant: today's from its minute on, before that none. */
export function dueDay({ dailyAtMinute }: Pick<Job, 'dailyAtMinute'>, instant: Date): CivilDate | null {
  if (dailyAtMinute === null) return null;
  return minuteInShanghai(instant) >= dailyAtMinute ? dateInShanghai(instant) : null;
}

/**
 * The id of a job's run of a day, the same in every process: whoever asks first makes the run, for all others it is
 * there already.
 */
export function dailyRunId(name: string, day: CivilDate): string {
  const hex = createHash('sha256').update(`${name} ${day}`).digest('hex');
  // a UUID of version 8: of our own making
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
