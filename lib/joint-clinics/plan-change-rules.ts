import { assertNever } from '@/lib/core/errors';
import type { ChangeContext, Changed } from './change-checks';
import { addSession, removeSession, undoException } from './exception-rules';
import type { PlanChange, PlanState } from './plan-schema';
import { addLine, changeLine, endLine } from './schedule-line-rules';
import { closeFrom, resumeFrom, suspendFrom, withdrawPeriod } from './status-rules';

// What a change makes of a clinic's plan. Nothing here can touch a date before today: what was expected on a past day
// stays as it was on that day, and a property test holds every change to it.

/** Applies one change to a plan; the plan given is left as it is. */
export function applyPlanChange(state: PlanState, change: PlanChange, context: ChangeContext): Changed {
  switch (change.kind) {
    case 'addLine':
      return addLine(state, change, context);
    case 'changeLine':
      return changeLine(state, change, context);
    case 'endLine':
      return endLine(state, change, context);
    case 'removeSession':
      return removeSession(state, change, context);
    case 'addSession':
      return addSession(state, change, context);
    case 'undoException':
      return undoException(state, change, context);
    case 'suspend':
      return suspendFrom(state, change, context);
    case 'resume':
      return resumeFrom(state, change, context);
    case 'close':
      return closeFrom(state, change, context);
    case 'withdrawStatus':
      return withdrawPeriod(state, change, context);
    default:
      return assertNever(change);
  }
}
