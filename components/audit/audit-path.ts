import type { AuditFilter } from '@/lib/audit/schema';

/** An address with a filter of the trail, and where to go on reading; what is not set is left out. */
export function auditPath(address: string, filter: AuditFilter, cursor?: number): string {
  const entries = Object.entries({ ...filter, cursor }).flatMap(([name, value]) =>
    value === undefined || value === false ? [] : [[name, value === true ? '1' : String(value)]],
  );
  const query = new URLSearchParams(entries).toString();
  return query ? `${address}?${query}` : address;
}
