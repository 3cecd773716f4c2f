import { USUAL_PERIOD } from '@/components/people/people-paths';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { askedPeriod } from '@/lib/indicators/period-rules';

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** The period that a page of a person is asked for, the last twelve months unless the address says otherwise. */
export function periodAsked(parameters: Parameters) {
  const today = dateInShanghai(now());
  return { today, ...askedPeriod(parameters, USUAL_PERIOD, today) };
}
