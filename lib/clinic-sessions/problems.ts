import { type Err, err } from '@/lib/core/result';
import type { SessionState } from './schema';

// Expected failures of what the parties do with a record.

export const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
/** The centre has sent another version than the one that was seen. */
export const STALE: Err = err({ code: 'CONFLICT', messageKey: 'review.problem.stale' });

/** A step that a record cannot take from where it is. */
export function movedOn(state: SessionState): Err {
  return err({ code: 'CONFLICT', messageKey: `review.problem.state.${state}` });
}

/** INVALID about one field. */
export function invalidField(path: string, messageKey: string): Err {
  return err({ code: 'INVALID', problems: [{ path, messageKey }] });
}
