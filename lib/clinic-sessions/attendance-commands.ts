import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { fromDbDate } from '@/lib/core/dates';
import { ok, type Result } from '@/lib/core/result';
import { applyActivity } from './activity';
import { contributionOf, subtract } from './activity-rules';
import { invalid } from './parse';
import { movedOn, NOT_FOUND, STALE } from './problems';
import { aboutRow, eachRecord, type Moved, REPEATED } from './record-change';
import { SIGNABLE_STATES } from './review-rules';
import { type RowOutcome, signSchema } from './review-schema';
import type { RecordRef } from './schema';
import { lockRecord } from './session-rows';
import { inSessionTransaction } from './session-transaction';

// Trainees sign that they were there, in the part the centre wrote. An amended part is signed anew.

async function signOne(actor: Actor, { id, version }: RecordRef): Promise<Result<Moved>> {
  const instant = now();
  return await inSessionTransaction(async (tx) => {
    const row = await lockRecord(tx, id, whereFor(actor, 'read', 'ClinicSession'));
    const own = await tx.clinicSessionTrainee.findFirst({
      where: { AND: [whereFor(actor, 'confirm', 'ClinicSessionTrainee'), { sessionId: id }] },
      select: { sessionId: true, traineeId: true, part: true, signedAt: true },
    });
    if (!row || !own) return NOT_FOUND;
    if (row.version !== version) return STALE;
    if (own.signedAt) return REPEATED;
    if (!SIGNABLE_STATES.includes(row.state)) return movedOn(row.state);
    const { sessionId, traineeId, part } = own;
    await tx.clinicSessionTrainee.update({
      where: { sessionId_traineeId: { sessionId, traineeId } },
      data: { signedAt: instant },
      select: { sessionId: true },
    });
    const trainees = row.trainees.map((one) => (one.traineeId === traineeId ? { ...one, signedAt: instant } : one));
    const date = fromDbDate(row.date);
    await applyActivity(tx, { ...row, date }, subtract(contributionOf({ ...row, trainees }), contributionOf(row)));
    await writeAudit(tx, actor, {
      event: 'clinicSession.attendanceSigned',
      ...(await aboutRow(tx, row, instant)),
      after: { traineeId, part, version },
    });
    return ok({ repeated: false });
  });
}

/**
 * Signs the actor's own attendance of records, each for itself.
 * @returns what became of each: one whose record was amended or taken back meanwhile is named
 */
export async function signAttendance(actor: Actor, input: z.input<typeof signSchema>): Promise<Result<RowOutcome[]>> {
  if (!mayI(actor, 'confirm', 'ClinicSessionTrainee')) return NOT_FOUND;
  const parsed = signSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  return ok(await eachRecord(actor, parsed.data.records, (ref) => signOne(actor, ref)));
}
