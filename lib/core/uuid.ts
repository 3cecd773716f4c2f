/**
 * A UUID of version 7 (RFC 9562): the milliseconds of the instant, then chance, so that rows made one after the other lie
 * beside each other in an index. For rows that SQL inserts; Prisma makes the same for its own.
 */
export function uuidOfTime(instant: Date): string {
  const time = instant.getTime().toString(16).padStart(12, '0');
  const [, , , variant = '', rest = ''] = crypto.randomUUID().split('-');
  const chance = crypto.randomUUID().slice(0, 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance}-${variant}-${rest}`;
}
