import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { wakeJobs } from '@/lib/jobs/runner';
import { EXPORT_DAYS, type ExportKind, exportIdSchema, MOST_OPEN, requestSchema } from './file-schema';
import type { MadeFile } from './schema';
import { districtsOf } from './scope-districts';

// Asking for a file that takes long, taking it back, and fetching it. A file of somebody else is not there.

const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
const DAY_MS = 86_400_000;
const OPEN = ['queued', 'running'] as const;

/** What somebody must be allowed to take out for a kind of file. */
const TAKES = { clinic_sessions: 'ClinicSession', work_reports: 'ActivityMonth' } as const satisfies Record<
  ExportKind,
  string
>;

/**
 * Asks for a file; it is made as soon as a process is free.
 * @returns its id; NOT_FOUND for what is not the actor's to take out, CONFLICT when too many are under way
 */
export async function requestExport(
  actor: Actor,
  input: z.input<typeof requestSchema>,
): Promise<Result<{ id: string }>> {
  const parsed = requestSchema.safeParse(input);
  if (!parsed.success) return err({ code: 'INVALID' });
  const { kind, query, label, locale } = parsed.data;
  if (!mayI(actor, 'export', TAKES[kind]) || !mayI(actor, 'create', 'ExportFile')) return NOT_FOUND;
  const districts = await districtsOf(actor);
  const instant = now();
  const { accountId, grantId } = actor;
  const made = await db().$transaction(async (tx) => {
    // two requests at once count one after the other
    await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${accountId} FOR UPDATE`;
    const open = await tx.exportFile.count({
      where: { AND: [whereFor(actor, 'read', 'ExportFile'), { state: { in: [...OPEN] } }] },
    });
    if (open >= MOST_OPEN) return null;
    const { id } = await tx.exportFile.create({
      data: {
        ...{ accountId, grantId, kind, query, label, locale, districts },
        requestedAt: instant,
        expiresAt: new Date(instant.getTime() + EXPORT_DAYS * DAY_MS),
      },
      select: { id: true },
    });
    await writeAudit(tx, actor, {
      event: 'export.requested',
      object: { type: 'Export', id, label },
      after: { kind, query },
    });
    return { id };
  });
  if (!made) return err({ code: 'CONFLICT', messageKey: 'exports.files.problem.many' });
  wakeJobs();
  return ok(made);
}

/** Takes a request back, also while its file is being made; what is done already stays done. */
export async function cancelExport(actor: Actor, input: string): Promise<Result<null>> {
  const id = exportIdSchema.safeParse(input);
  if (!id.success || !mayI(actor, 'update', 'ExportFile')) return NOT_FOUND;
  return await db().$transaction(async (tx) => {
    const file = await tx.exportFile.findFirst({
      where: { AND: [whereFor(actor, 'update', 'ExportFile'), { id: id.data }] },
      select: { id: true, label: true },
    });
    if (!file) return NOT_FOUND;
    const { count } = await tx.exportFile.updateMany({
      where: { id: file.id, state: { in: [...OPEN] } },
      data: { state: 'cancelled', finishedAt: now() },
    });
    if (count === 0) return ok(null);
    await tx.exportFilePart.deleteMany({ where: { exportId: file.id } });
    await writeAudit(tx, actor, {
      event: 'export.cancelled',
      object: { type: 'Export', id: file.id, label: file.label },
    });
    return ok(null);
  });
}

/**
 * Opens a file that is done; that it was fetched is recorded before its first byte. What lay in the scope when it was made
 * must still lie in it.
 */
export async function fetchExport(actor: Actor, input: string): Promise<Result<MadeFile>> {
  const id = exportIdSchema.safeParse(input);
  if (!id.success || !mayI(actor, 'read', 'ExportFile')) return NOT_FOUND;
  const file = await db().exportFile.findFirst({
    where: {
      AND: [whereFor(actor, 'read', 'ExportFile'), { id: id.data, state: 'done', expiresAt: { gt: now() } }],
    },
  });
  if (!file) return NOT_FOUND;
  const { fileName, plainName, contentType, size, attempt } = file;
  if (fileName === null || plainName === null || contentType === null) return NOT_FOUND;
  const present = new Set(await districtsOf(actor));
  if (file.districts.some((code) => !present.has(code))) return NOT_FOUND;
  await db().$transaction(async (tx) => {
    await writeAudit(tx, actor, {
      event: 'export.downloaded',
      object: { type: 'Export', id: file.id, label: file.label },
      after: { fileName, size },
    });
  });
  return ok({ fileName, plainName, contentType, body: partsOf(file.id, attempt) });
}

async function* partsOf(exportId: string, attempt: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (let number = 0; ; number += 1) {
    const where = { exportId_attempt_number: { exportId, attempt, number } };
    const part = await db().exportFilePart.findUnique({ where, select: { bytes: true } });
    if (!part) return;
    yield part.bytes;
  }
}
