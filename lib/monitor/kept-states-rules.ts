import { addDays, type CivilDate } from '@/lib/core/dates';
import type { MonitorState } from './schema';
import type { KeptState } from './views-schema';

type Night = { date: CivilDate; state: MonitorState; version: number };

/** Nights in order as stretches of one state and one version, the newest first; a night that is missing ends a stretch. */
export function stretchesOf(nights: readonly Night[]): KeptState[] {
  const stretches: KeptState[] = [];
  for (const { date, state, version } of nights) {
    const last = stretches.at(-1);
    if (last && last.state === state && last.version === version && addDays(last.to, 1) === date) {
      last.to = date;
      last.days++;
    } else stretches.push({ from: date, to: date, state, version, days: 1 });
  }
  return stretches.reverse();
}
