import type { DataOrigin } from '@/components/ui/origin-mark';
import type { Origin } from '@/lib/directory/schema';
import type { NetworkFigure, NetworkFigureKey } from '@/lib/public-directory/views-schema';

/** How a counted figure is marked: demonstration as soon as what it counts is, else counted from real records. */
export function countedMark(origin: Origin): DataOrigin {
  return origin === 'demonstration' ? 'demonstration' : 'counted';
}

/** The mark of a counted figure of the network by its key; demonstration where the key is not known. */
export function markOf(figures: readonly NetworkFigure[], key: NetworkFigureKey): DataOrigin {
  const figure = figures.find((candidate) => candidate.key === key);
  return countedMark(figure?.origin ?? 'demonstration');
}
