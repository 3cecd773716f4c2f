import { CAUSES, type Cause } from './job-schema';

// Why a run failed, without the text of the error: that stands in the log, under the run's number.

const SIGNS: readonly (readonly [Cause, RegExp])[] = [
  ['timeout', /failed by timeout/i],
  ['ended', /AbortError|operation was aborted/i],
  ['storage', /ENOSPC|no space left|53100|disk full/i],
  ['collision', /deadlock|40P01|40001|could not serialize|P2034|P2002|23505/i],
  [
    'database',
    /ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|P10\d\d|P2028|57P0\d|terminating connection|connection (?:terminated|closed)|timeout exceeded when trying to connect/i,
  ],
];

/** The cause that an error's text points to. */
export function causeOf(text: string): Cause {
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
}

/** The cause that the queue keeps of a run, or one that the queue itself has written. */
export function keptCause(kept: string | null): Cause | null {
  if (kept === null) return null;
  return CAUSES.find((cause) => cause === kept) ?? causeOf(kept);
}
