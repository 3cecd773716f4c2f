// Whether a number of visits is far from what the clinic usually sees. Robust, so that one odd day in its past neither
// hides another nor makes ordinary ones look odd. All thresholds are ours.

/** So many earlier held sessions make a history. */
export const HISTORY_AT_LEAST = 6;
/** Far is more than so many deviations from the median. */
export const FAR_DEVIATIONS = 4;
/** And at least so many visits, because small clinics vary by a few. */
export const FAR_VISITS = 8;
/** Turns a median absolute deviation into a standard deviation of ordinary data (1 / Φ⁻¹(3/4)). */
const DEVIATION_OF_MAD = 1.4826;

/**
 * The middle value; the mean of the two in the middle where their number is even.
 * @throws Error for no values
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('No values have no median');
  return (lower + upper) / 2;
}

/** What a history says of a number: the usual one, and in which direction the number is far from it. */
export type Distance = { usual: number; far: 'low' | 'high' };

/** How far visits are from those of the earlier held sessions; null when they are ordinary or the history is short. */
export function distanceFrom(earlierVisits: readonly number[], visits: number): Distance | null {
  if (earlierVisits.length < HISTORY_AT_LEAST) return null;
  const usual = median(earlierVisits);
  const deviation = DEVIATION_OF_MAD * median(earlierVisits.map((value) => Math.abs(value - usual)));
  const distance = visits - usual;
  if (Math.abs(distance) < Math.max(FAR_VISITS, FAR_DEVIATIONS * deviation)) return null;
  return { usual: Math.round(usual), far: distance > 0 ? 'high' : 'low' };
}
