import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/actor';
import type { AuditEventInput } from '@/lib/audit/events';
import { writeAudit } from '@/lib/audit/write-audit';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { isUnreachable } from '@/lib/db/unreachable';

/**
 * Records that figures were taken away, before the first of them is sent.
 * @returns UNAVAILABLE without the database
 */
export async function recordExport(
  actor: Actor,
  label: string,
  after: NonNullable<AuditEventInput['after']>,
): Promise<Result<null>> {
  try {
    await db().$transaction(async (tx) => {
      const object = { type: 'Export', id: randomUUID(), label } as const;
      await writeAudit(tx, actor, { event: 'export.made', object, after });
    });
    return ok(null);
  } catch (problem) {
    if (isUnreachable(problem)) return err({ code: 'UNAVAILABLE', retryAfterSeconds: 60 });
    throw problem;
  }
}
