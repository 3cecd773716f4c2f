import 'server-only';
import type { z } from 'zod';
import { mayI, mayIOn, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { err, ok, type Result } from '@/lib/core/result';
import type { Prisma } from '@/lib/db/generated/client';
import { figuresOfMonths } from './month-figures';
import { isOver } from './month-rules';
import { invalid } from './parse';
import { invalidField, NOT_FOUND } from './problems';
import { type Moved, REPEATED } from './record-change';

import { closeMonthSchema, reopenMonthSchema } from './review-schema';
import { inSessionTransaction } from './session-transaction';

// A district closes a month: from then on its records are fixed. Whatever was still open is named before, and stays so.

/** Waits for the records of the month that are under way, and keeps later ones waiting until this is done. */
async function lockMonth(tx: Prisma.TransactionClient, districtCode: string, month: CivilDate): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(month_lock_key(${districtCode}, ${month}::date))`;
}

const labelOf = (districtName: string, month: CivilDate) => `${districtName} ${month.slice(0, 7)}`;

/**
 * Closes a month of a district.
 * @returns CONFLICT while it lasts, or when more or less is open than the officer saw; INVALID when something is open and
 * the officer has not said to know; a month that is closed already is left as it is
 */
export async function closeMonth(actor: Actor, input: z.input<typeof closeMonthSchema>): Promise<Result<Moved>> {
  if (!mayI(actor, 'create', 'MonthClose')) return NOT_FOUND;
  const parsed = closeMonthSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { districtCode, month, openSeen } = parsed.data;
  if (!mayIOn(actor, 'create', 'MonthClose', { district: { code: districtCode } })) return NOT_FOUND;
  const instant = now();
  const today = dateInShanghai(instant);
  if (!isOver(month, today)) return err({ code: 'CONFLICT', messageKey: 'review.problem.monthNotOver' });
  return await inSessionTransaction(async (tx) => {
    await lockMonth(tx, districtCode, month);
    const inForce = { districtCode, month: toDbDate(month), reopenedAt: null };
    if ((await tx.monthClose.count({ where: inForce })) > 0) return REPEATED;
    const figures = (await figuresOfMonths(tx, { districtCode, from: month, to: month, today }))(month);
    if (openSeen === null && figures.open > 0) return invalidField('openSeen', 'review.problem.openUnseen');
    if (openSeen !== null && openSeen !== figures.open)
      return err({ code: 'CONFLICT', messageKey: 'review.problem.openChanged' });
    const { id, district } = await tx.monthClose.create({
      data: {
        districtCode,
        month: toDbDate(month),
        closedAt: instant,
        closedById: actor.accountId,
        closedByName: actor.displayName,
      },
      select: { id: true, district: { select: { name: true } } },
    });
    await writeAudit(tx, actor, {
      event: 'month.closed',
      object: { type: 'MonthClose', id, label: labelOf(district.name, month) },
      scope: { districtCode },
      after: figures,
    });
    return ok({ repeated: false });
  });
}

/** Opens a closed month again with a reason, which the trail keeps. */
export async function reopenMonth(actor: Actor, input: z.input<typeof reopenMonthSchema>): Promise<Result<Moved>> {
  if (!mayI(actor, 'update', 'MonthClose')) return NOT_FOUND;
  const parsed = reopenMonthSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { closeId, reason } = parsed.data;
  const instant = now();
  return await inSessionTransaction(async (tx) => {
    // two officers at once: the second waits here and then sees what the first has done
    await tx.$queryRaw`SELECT 1 FROM month_close WHERE id = ${closeId} FOR UPDATE`;
    const close = await tx.monthClose.findFirst({
      where: { AND: [whereFor(actor, 'update', 'MonthClose'), { id: closeId }] },
      include: { district: { select: { name: true } } },
    });
    if (!close) return NOT_FOUND;
    const month = fromDbDate(close.month);
    if (close.reopenedAt) {
      const again = close.reopenedById === actor.accountId && close.reopenReason === reason;
      return again ? REPEATED : err({ code: 'CONFLICT', messageKey: 'review.problem.monthOpen' });
    }
    await tx.monthClose.update({
      where: { id: closeId },
      data: {
        reopenedAt: instant,
        reopenedById: actor.accountId,
        reopenedByName: actor.displayName,
        reopenReason: reason,
      },
      select: { id: true },
    });
    await writeAudit(tx, actor, {
      event: 'month.reopened',
      object: { type: 'MonthClose', id: closeId, label: labelOf(close.district.name, month) },
      scope: { districtCode: close.districtCode },
      before: { closedBy: close.closedByName },
      reason,
    });
    return ok({ repeated: false });
  });
}
