import type { AuditEventInput } from '@/lib/audit/events';
import { type CivilDate, clockTime, type Weekday } from '@/lib/core/dates';
import type { PlacedException, PlacedLine, PlacedPeriod, PlanChange, PlanState } from './plan-schema';

// A change of a clinic's plan as the trail tells it: what was there, what is there now, and why.

type ClinicEvent = Extract<AuditEventInput, { event: `jointClinic.${string}` }>['event'];
type Facts = Record<string, string | number>;
type Told = { event: ClinicEvent; before?: Facts; after?: Facts; reason?: string };
type Names = ReadonlyMap<string, string>;

/** The event of a change that was made. */
export function planEvent(change: PlanChange, before: PlanState, after: PlanState, experts: Names): Told {
  const lineBefore =
    'lineId' in change
      ? factsOf(
          before.schedule.find(({ id }) => id === change.lineId),
          experts,
        )
      : {};
  const old = new Set(before.schedule.map(({ id }) => id));
  switch (change.kind) {
    case 'addLine':
      return {
        event: 'jointClinic.slotAdded',
        after: factsOf(
          after.schedule.find(({ id }) => !old.has(id)),
          experts,
        ),
      };
    case 'changeLine':
      return {
        event: 'jointClinic.slotChanged',
        before: lineBefore,
        after: factsOf(
          after.schedule.find(({ id }) => !old.has(id)),
          experts,
        ),
      };
    case 'endLine':
      return { event: 'jointClinic.slotEnded', before: lineBefore, after: { endsFrom: change.from } };
    case 'removeSession':
      return {
        event: 'jointClinic.sessionRemoved',
        after: { date: change.date, half: change.half },
        reason: change.reason,
      };
    case 'addSession':
      return {
        event: 'jointClinic.sessionAdded',
        after: {
          date: change.date,
          half: change.half,
          hours: hoursOf(change),
          expert: nameOf(experts, change.expertId),
        },
        reason: change.reason,
      };
    case 'undoException':
      return {
        event: 'jointClinic.exceptionUndone',
        before: exceptionFacts(before.exceptions.find(({ id }) => id === change.exceptionId)),
      };
    case 'suspend':
      return {
        event: 'jointClinic.suspended',
        after: { from: change.from, ...(change.until && { until: change.until }) },
        reason: change.reason,
      };
    case 'resume':
      return { event: 'jointClinic.resumed', after: { from: change.from }, reason: change.reason };
    case 'close':
      return { event: 'jointClinic.closed', after: { from: change.from }, reason: change.reason };
    case 'withdrawStatus':
      return {
        event: 'jointClinic.statusWithdrawn',
        before: periodFacts(before.statuses.find(({ id }) => id === change.periodId)),
      };
  }
}

/** As the catalogs of the trail know them. */
const WEEKDAY_WORDS: Record<Weekday, string> = {
  1: 'monday',
  2: 'tuesday',
  3: 'wednesday',
  4: 'thursday',
  5: 'friday',
  6: 'saturday',
  7: 'sunday',
};

function nameOf(experts: Names, id: string): string {
  return experts.get(id) ?? id;
}

function hoursOf({ startsMinute, endsMinute }: { startsMinute: number; endsMinute: number }): string {
  return `${clockTime(startsMinute)}–${clockTime(endsMinute)}`;
}

function lasting(until: CivilDate | null): Facts {
  return until === null ? {} : { until };
}

function factsOf(line: PlacedLine | undefined, experts: Names): Facts {
  if (!line) return {};
  return {
    weekday: WEEKDAY_WORDS[line.weekday],
    half: line.half,
    hours: hoursOf(line),
    recurrence: line.recurrence,
    expert: nameOf(experts, line.expertId),
    from: line.validFrom,
    ...lasting(line.validTo),
  };
}

function exceptionFacts(exception: PlacedException | undefined): Facts {
  if (!exception) return {};
  const { date, half, kind, reason } = exception;
  return { date, half, exception: kind, why: reason };
}

function periodFacts(period: PlacedPeriod | undefined): Facts {
  if (!period) return {};
  const { status, validFrom, validTo, reason } = period;
  return { status, from: validFrom, ...lasting(validTo), ...(reason !== null && { why: reason }) };
}
