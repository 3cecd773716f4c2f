import type { QualityDimension } from './quality-schema';
import type { Figure } from './schema';
import type { Activity } from './sums-rules';

// How good the records are, from the sums of months (ours, after the dimensions of WHO's data quality review, 2017).

const PARTS: Record<QualityDimension, (activity: Activity) => [numerator: number, denominator: number]> = {
  // expected sessions that have a record, held or not; a session of today may be logged already
  completeness: ({ loggedPlanned, expected }) => [Math.min(loggedPlanned, expected), expected],
  // records first sent within three days
  timeliness: ({ onTime, logged }) => [onTime, logged],
  // held sessions that the expert or the lead hospital has confirmed
  confirmed: ({ confirmed, held }) => [confirmed, held],
  // records that are neither disputed nor returned now
  consistency: ({ logged, disputed, returned }) => [logged - disputed - returned, logged],
};

/** The figure of a dimension in percent; missing, not zero, where there is nothing to judge. */
export function qualityOf(dimension: QualityDimension, activity: Activity): Figure {
  const [numerator, denominator] = PARTS[dimension](activity);
  if (denominator === 0) return { value: null, numerator, denominator, missing: 'no_denominator' };
  return { value: (numerator / denominator) * 100, numerator, denominator, missing: null };
}
