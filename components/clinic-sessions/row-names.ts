import type { RecordRef } from '@/lib/clinic-sessions/schema';

// How forms around lists name their rows; actions read the same names.

/** The id of a record's row on a page. */
export function rowId(recordId: string): string {
  return `record-${recordId}`;
}

/** A record and the version that was seen, as forms send it. */
export function refText({ id, version }: RecordRef): string {
  return `${id}:${version}`;
}

/** A field of a record's row. */
export function rowField(name: 'kind' | 'reason' | 'decision' | 'text', recordId: string): string {
  return `${name}-${recordId}`;
}
