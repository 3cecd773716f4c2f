import type { FormProblem } from '@/components/ui/form-state';
import type { ExistingRecord } from '@/lib/clinic-sessions/form-schema';
import type { SessionValues } from './session-values';

/** What the form of a session is answered with when it stays on its page. */
export type LogState = {
  /** what was typed; null before the form was sent */
  values: SessionValues | null;
  problems: readonly FormProblem[];
  /** the record that somebody else has sent meanwhile */
  conflict: ExistingRecord | null;
  /** made anew where what is sent next is something else */
  submissionId: string | null;
};

export type LogAction = (previous: LogState, form: FormData) => Promise<LogState>;

/** A form that nobody has sent yet. */
export const FRESH_LOG: LogState = { values: null, problems: [], conflict: null, submissionId: null };
