import type { CivilDate } from '@/lib/core/dates';
import type { Directory, DirectoryIndex } from './directory-index';

/**
 * Keeps what follows from the records and a date alone: made at first use, dropped with the snapshot and at midnight.
 * What is kept is shared by all who ask, so nobody may change it.
 */
export function oncePerDay<T>(
  make: (directory: Directory, today: CivilDate) => T,
): (directory: Directory, today: CivilDate) => T {
  const kept = new WeakMap<DirectoryIndex, { today: CivilDate; value: T }>();
  return (directory, today) => {
    const known = kept.get(directory.index);
    if (known?.today === today) return known.value;
    const value = make(directory, today);
    kept.set(directory.index, { today, value });
    return value;
  };
}
