import type { DataOrigin } from '@/components/ui/origin-mark';
import type { Origin } from '@/lib/directory/schema';

/** The mark of something counted from rows: demonstration as soon as the rows are. */
export function countedOrigin(origin: Origin): DataOrigin {
  return origin === 'demonstration' ? 'demonstration' : 'counted';
}
