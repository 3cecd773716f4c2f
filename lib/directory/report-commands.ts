import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { answerReportSchema, takeReportSchema } from './report-schema';

// What officers do with a resident's report: somebody takes it, somebody answers it.

const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
const STALE: Err = err({ code: 'CONFLICT', messageKey: 'feedback.problem.stale' });

function invalid(error: z.ZodError): Err {
  const keyed = ({ path, message }: z.core.$ZodIssue) => ({
    path: path.join('.'),
    messageKey: message.startsWith('feedback.problem.') ? message : 'feedback.problem.field',
  });
  return err({ code: 'INVALID', problems: error.issues.map(keyed) });
}

/** The open report as the actor saw it, and what the trail calls it. */
async function readOpen(tx: Prisma.TransactionClient, actor: Actor, { id, version }: { id: string; version: number }) {
  const place = { select: { name: true, districtCode: true } } as const;
  const row = await tx.informationReport.findFirst({
    where: { AND: [whereFor(actor, 'update', 'InformationReport'), { id }] },
    select: {
      ...{ status: true, version: true, ownerName: true, category: true },
      facility: place,
      jointClinic: { select: { name: true, centre: { select: { districtCode: true } } } },
    },
  });
  if (!row) return NOT_FOUND;
  if (row.status !== 'open' || row.version !== version) return STALE;
  const { facility, jointClinic, ownerName, category } = row;
  const districtCode = facility?.districtCode ?? jointClinic?.centre.districtCode;
  const label = jointClinic?.name ?? facility?.name;
  return ok({
    ownerName,
    object: { type: 'InformationReport' as const, id, ...(label && { label }) },
    scope: districtCode ? { districtCode } : {},
    category,
  });
}

/** Makes the actor the one who looks into a report. */
export async function takeReport(
  actor: Actor,
  input: z.input<typeof takeReportSchema>,
): Promise<Result<{ version: number }>> {
  if (!mayI(actor, 'update', 'InformationReport')) return NOT_FOUND;
  const parsed = takeReportSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, version } = parsed.data;
  return await db().$transaction(async (tx) => {
    const report = await readOpen(tx, actor, parsed.data);
    if (!report.ok) return report;
    const { count } = await tx.informationReport.updateMany({
      where: { id, version, status: 'open' },
      data: { ownerId: actor.accountId, ownerName: actor.displayName, version: { increment: 1 } },
    });
    if (count === 0) return STALE;
    const { object, scope, ownerName } = report.value;
    await writeAudit(tx, actor, {
      event: 'informationReport.taken',
      ...{ object, scope },
      ...(ownerName && { before: { owner: ownerName } }),
      after: { owner: actor.displayName },
    });
    return ok({ version: version + 1 });
  });
}

/** Ends a report with an answer, or without taking it up; how to reach the resident is deleted with it. */
export async function answerReport(
  actor: Actor,
  input: z.input<typeof answerReportSchema>,
): Promise<Result<{ version: number }>> {
  if (!mayI(actor, 'update', 'InformationReport')) return NOT_FOUND;
  const parsed = answerReportSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { id, version, outcome, answer } = parsed.data;
  return await db().$transaction(async (tx) => {
    const report = await readOpen(tx, actor, parsed.data);
    if (!report.ok) return report;
    const { count } = await tx.informationReport.updateMany({
      where: { id, version, status: 'open' },
      data: {
        ...{ status: outcome, answer, answeredAt: now(), answeredByName: actor.displayName },
        contact: null,
        version: { increment: 1 },
      },
    });
    if (count === 0) return STALE;
    const { object, scope } = report.value;
    await writeAudit(tx, actor, {
      event: 'informationReport.answered',
      ...{ object, scope },
      before: { status: 'open' },
      after: { status: outcome },
    });
    return ok({ version: version + 1 });
  });
}
