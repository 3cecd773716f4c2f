import type { CivilDate } from '@/lib/core/dates';
import type { FieldProblem } from '@/lib/core/errors';
import { type ChangeContext, type Changed, dateProblems, problem, refused } from './change-checks';
import type { PlacedPeriod, PlanChangeOf, PlanState } from './plan-schema';
import { type ClinicStatus, FOLLOWS } from './schema';

// The status history: periods that follow each other and never overlap. A change holds from a date on, and until the
// next change that was announced already.

type Why = { from: CivilDate; reason: string; reasonEn: string | null };

/** Suspends an operating clinic from a date on, until a day on which it operates again or without end. */
export function suspendFrom(state: PlanState, change: PlanChangeOf<'suspend'>, context: ChangeContext): Changed {
  const found = periodToChange(state, change.from, 'suspended', context);
  if ('problems' in found) return refused(...found.problems);
  const { period } = found;
  const { until } = change;
  if (until !== null && until <= change.from) return refused(problem('until', 'untilBefore'));
  if (until !== null && period.validTo !== null && until >= period.validTo)
    return refused(problem('until', 'laterChange'));
  const suspended: PlacedPeriod = { ...pieceOf('suspended', change, until ?? period.validTo), id: context.newId() };
  const after: PlacedPeriod[] =
    until === null
      ? []
      : [
          {
            id: context.newId(),
            status: 'operating',
            validFrom: until,
            validTo: period.validTo,
            reason: null,
            reasonEn: null,
          },
        ];
  return replaced(state, period, change.from, [suspended, ...after], context.today);
}

/** Lets a clinic operate from a date on that was prepared or suspended. */
export function resumeFrom(state: PlanState, change: PlanChangeOf<'resume'>, context: ChangeContext): Changed {
  const found = periodToChange(state, change.from, 'operating', context);
  if ('problems' in found) return refused(...found.problems);
  const { period } = found;
  const piece = { ...pieceOf('operating', change, period.validTo), id: context.newId() };
  return replaced(state, period, change.from, [piece], context.today);
}

/** Closes a clinic for good from a date on; what was announced for later is withdrawn. */
export function closeFrom(state: PlanState, change: PlanChangeOf<'close'>, context: ChangeContext): Changed {
  const found = periodToChange(state, change.from, 'closed', context);
  if ('problems' in found) return refused(...found.problems);
  const until = { ...state, statuses: state.statuses.filter(({ validFrom }) => validFrom <= change.from) };
  const piece = { ...pieceOf('closed', change, null), id: context.newId() };
  return replaced(until, found.period, change.from, [piece], context.today);
}

/** Takes back a change that has not begun before today; the status before it goes on. */
export function withdrawPeriod(
  state: PlanState,
  { periodId }: PlanChangeOf<'withdrawStatus'>,
  { today }: ChangeContext,
): Changed {
  const statuses = inOrder(state.statuses);
  const at = statuses.findIndex(({ id }) => id === periodId);
  const [before, period] = [statuses[at - 1], statuses[at]];
  if (!period) return refused(problem('periodId', 'statusGone'));
  if (!before || period.validFrom < today) return refused(problem('periodId', 'past'));
  const rest = statuses.filter((other) => other !== period && other !== before);
  // a history with a gap before the change has nothing there that could go on
  const goingOn = before.validTo === period.validFrom ? { ...before, validTo: period.validTo } : before;
  return { ok: true, state: { ...state, statuses: joined([...rest, goingOn], today) } };
}

function periodToChange(
  { statuses }: PlanState,
  from: CivilDate,
  to: ClinicStatus,
  { today }: ChangeContext,
): { period: PlacedPeriod } | { problems: FieldProblem[] } {
  const dates = dateProblems('from', from, today);
  if (dates.length > 0) return { problems: dates };
  const period = statuses.find(({ validFrom, validTo }) => validFrom <= from && (validTo === null || from < validTo));
  if (!period || !FOLLOWS[period.status].includes(to)) return { problems: [problem('from', `status.${to}`)] };
  return { period };
}

function pieceOf(status: ClinicStatus, { from, reason, reasonEn }: Why, validTo: CivilDate | null) {
  return { status, validFrom: from, validTo, reason, reasonEn };
}

/** The history in which a period ends on a date and other pieces take its place from there. */
function replaced(
  state: PlanState,
  period: PlacedPeriod,
  from: CivilDate,
  pieces: readonly PlacedPeriod[],
  today: CivilDate,
): Changed {
  const rest = state.statuses.filter((other) => other !== period);
  const kept = period.validFrom < from ? [{ ...period, validTo: from }] : [];
  return { ok: true, state: { ...state, statuses: joined([...rest, ...kept, ...pieces], today) } };
}

function inOrder(statuses: readonly PlacedPeriod[]): PlacedPeriod[] {
  return statuses.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

/** In order; periods of one status that follow each other from today on are one: nothing changes between them. */
function joined(statuses: readonly PlacedPeriod[], today: CivilDate): PlacedPeriod[] {
  const history: PlacedPeriod[] = [];
  for (const period of inOrder(statuses)) {
    const last = history.at(-1);
    // what the past holds stays as it is, also where it says the same twice
    if (last && period.validFrom >= today && goesOn(last, period))
      history.splice(-1, 1, { ...last, validTo: period.validTo });
    else history.push(period);
  }
  return history;
}

function goesOn(last: PlacedPeriod, period: PlacedPeriod): boolean {
  const silent = period.reason === null || period.reason === last.reason;
  return last.validTo === period.validFrom && last.status === period.status && silent;
}
