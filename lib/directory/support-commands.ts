import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, toDbDate } from '@/lib/core/dates';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { invalidSupport, SUPPORT_STALE, supportObject } from './support-answers';
import { whereTalking } from './support-queries';
import { kindsFor, MOST_OPEN, officeFor, supportDueOn } from './support-rules';
import { askSupportSchema, commentSupportSchema } from './support-schema';
import { readWhereabouts } from './support-whereabouts';

// What whoever asked does; what the office does is in support-office-commands.ts.

type Given<Schema extends { shape: object }> = Partial<Record<keyof Schema['shape'], unknown>>;

const NOT_FOUND: Err = err({ code: 'NOT_FOUND' });
/** The same words within this time are one request, or one comment, sent twice. */
const AGAIN_MS = 3_600_000;

/**
 * Asks the office that can do it; the same words within an hour are one request.
 * @returns CONFLICT for somebody who has twenty open
 */
export async function askSupport(actor: Actor, input: Given<typeof askSupportSchema>): Promise<Result<{ id: string }>> {
  if (!mayI(actor, 'create', 'SupportRequest')) return NOT_FOUND;
  const parsed = askSupportSchema.safeParse(input);
  if (!parsed.success) return invalidSupport(parsed.error);
  const { kind, text } = parsed.data;
  const instant = now();
  const today = dateInShanghai(instant);
  if (!kindsFor(actor.role).includes(kind))
    return err({ code: 'INVALID', problems: [{ path: 'kind', messageKey: 'feedback.support.problem.kind' }] });
  const month = kind === 'month_reopening' ? (`${parsed.data.month}-01` as CivilDate) : null;
  if (month && (parsed.data.month === '' || month > today))
    return err({ code: 'INVALID', problems: [{ path: 'month', messageKey: 'feedback.support.problem.month' }] });
  const { districtCode, allianceCode, ...place } = await readWhereabouts(actor, today);
  const office = officeFor(kind, actor.role, { districtCode, allianceCode });
  return await db().$transaction(async (tx) => {
    // two copies of one form: the second waits here and finds the first
    await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${actor.accountId} FOR UPDATE`;
    const open = await tx.supportRequest.findMany({
      where: { askedById: actor.accountId, status: 'open' },
      select: { id: true, kind: true, text: true, createdAt: true },
    });
    const again = open.find(
      (one) => one.kind === kind && one.text === text && instant.getTime() - one.createdAt.getTime() < AGAIN_MS,
    );
    if (again) return ok({ id: again.id });
    if (open.length >= MOST_OPEN) return err({ code: 'CONFLICT', messageKey: 'feedback.support.problem.many' });
    const { id } = await tx.supportRequest.create({
      data: {
        ...{ kind, text, office, districtCode, ...place, createdAt: instant },
        // an alliance reads what is its own to answer
        allianceCode: office === 'alliance' ? allianceCode : null,
        ...{ month: month && toDbDate(month), dueOn: toDbDate(supportDueOn(kind, today)) },
        ...{ askedById: actor.accountId, askedByName: actor.displayName, askedByRole: actor.role },
      },
      select: { id: true },
    });
    await writeAudit(tx, actor, {
      event: 'supportRequest.asked',
      ...supportObject({ id, districtCode, askedByName: actor.displayName }),
      after: { kind, office },
      reason: text,
    });
    return ok({ id });
  });
}

/** Says something of an open request, as whoever asked or as somebody of its office; the same words again are one comment. */
export async function commentOnSupport(
  actor: Actor,
  input: Given<typeof commentSupportSchema>,
): Promise<Result<{ id: string }>> {
  if (!mayI(actor, 'create', 'SupportMessage')) return NOT_FOUND;
  const parsed = commentSupportSchema.safeParse(input);
  if (!parsed.success) return invalidSupport(parsed.error);
  const { id, text } = parsed.data;
  const instant = now();
  return await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM support_request WHERE id = ${id} FOR UPDATE`;
    const request = await tx.supportRequest.findFirst({
      where: { AND: [whereFor(actor, 'read', 'SupportRequest'), whereTalking(actor), { id }] },
      include: { messages: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } },
    });
    if (!request) return NOT_FOUND;
    if (request.status !== 'open') return SUPPORT_STALE;
    const [last] = request.messages;
    const again = last?.text === text && last.authorId === actor.accountId;
    if (again && instant.getTime() - last.at.getTime() < AGAIN_MS) return ok({ id });
    await tx.supportMessage.create({
      data: {
        ...{ requestId: id, kind: 'comment', text, at: instant },
        ...{ authorId: actor.accountId, authorName: actor.displayName, authorRole: actor.role },
      },
      select: { id: true },
    });
    await writeAudit(tx, actor, { event: 'supportRequest.commented', ...supportObject(request), after: { text } });
    return ok({ id });
  });
}
