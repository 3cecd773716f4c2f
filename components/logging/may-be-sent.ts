import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { mayMove } from '@/lib/clinic-sessions/rules';

type Standing = Pick<SessionForm, 'record' | 'monthClosed'>;

/** Why nothing can be sent for a session any more; null while it can. */
export function whyFixed({ record, monthClosed }: Standing): 'monthClosed' | 'accepted' | null {
  if (monthClosed) return 'monthClosed';
  return record && mayMove(record.state, 'amend') === null ? 'accepted' : null;
}
