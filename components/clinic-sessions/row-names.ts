import type { RecordRef } from '@/lib/clinic-sessions/schema';

// How pages of records and forms around lists name them; actions read the same names.

/** The page of a record, in Chinese. */
export function recordPath(id: string): string {
  return `/clinic-sessions/${encodeURIComponent(id)}`;
}

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
