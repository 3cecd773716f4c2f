import type { CivilDate } from '@/lib/core/dates';
import type { FourNumbers, MonthPoint, PeerBand } from './dashboard-schema';
import type { Figure, IndicatorId } from './schema';
import type { Activity } from './sums-rules';

/** The four numbers of an activity; extra sessions are told apart, so that each is at least the next. */
export function fourNumbersOf(activity: Activity): FourNumbers {
  return {
    expected: activity.expected,
    logged: activity.loggedPlanned,
    held: activity.heldPlanned,
    confirmed: activity.confirmedPlanned,
    extra: activity.logged - activity.loggedPlanned,
  };
}

/** One month of a trend. */
export function monthPoint(month: CivilDate, activity: Activity): MonthPoint {
  return {
    month,
    ...fourNumbersOf(activity),
    visitsNew: activity.visitsNew,
    visitsReturn: activity.visitsReturn,
    expertPlanned: activity.expertPlanned,
    expertSubstitute: activity.expertSubstitute,
    expertAbsent: activity.expertAbsent,
    withTrainee: activity.withTrainee,
    traineeLed: activity.traineeLed,
    loggedAll: activity.logged,
    onTime: activity.onTime,
    disputed: activity.disputed,
    returned: activity.returned,
  };
}

/** A band needs so many peers before it tells of a group and not of one (ours). */
export const LEAST_PEERS = 4;

/** The value below which a part of the sorted values lies, between two of them in proportion (type 7 of Hyndman and Fan). */
export function quantile(sorted: readonly number[], part: number): number {
  const position = (sorted.length - 1) * part;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}

/** Where a unit stands among its peers, the unit among them; null when too few have a figure. */
export function peerBand(indicatorId: IndicatorId, peers: readonly Figure[], own: Figure): PeerBand | null {
  const values = peers.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  if (values.length < LEAST_PEERS) return null;
  return {
    indicatorId,
    count: values.length,
    least: quantile(values, 0),
    lowerQuartile: quantile(values, 0.25),
    median: quantile(values, 0.5),
    upperQuartile: quantile(values, 0.75),
    most: quantile(values, 1),
    own: own.value,
  };
}
