import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { inOpenMonths } from './closed-months-sql';
import { firstOf } from './month-rules';
import { LATEST_FIRST, LISTED_SELECT, listedOf, pageOf } from './review-rows';
import { actionsOn, mayTakeBack } from './review-rules';
import {
  REVIEW_PAGE,
  type RecordPage,
  type RecordReview,
  recordIdSchema,
  type ThreadEntry,
  type ThreadMessage,
  type UnansweredThread,
} from './review-schema';

// What was said of records, and what waits for an answer.

type Where = Prisma.ClinicSessionWhereInput;

/** A conversation is forgotten by Today after so many days (ours). */
const TALKED_OF_DAYS = 14;
const DAY_MS = 86_400_000;
/** States in which a record waits for no answer but that to a comment. */
const SETTLED_STATES = ['submitted', 'confirmed', 'accepted'] as const;

const MESSAGE = {
  id: true,
  kind: true,
  disputeKind: true,
  version: true,
  text: true,
  at: true,
  authorId: true,
  authorName: true,
  authorRole: true,
} as const satisfies Prisma.ClinicSessionMessageSelect;
type MessageRow = Prisma.ClinicSessionMessageGetPayload<{ select: typeof MESSAGE }>;

function messageOf(actor: Actor, { authorId, ...message }: MessageRow): ThreadMessage {
  return { ...message, own: authorId === actor.accountId && message.authorRole === actor.role };
}

/** The records in which the actor has a part to play: to send, to confirm or to accept; none for those who only watch. */
function ownPart(actor: Actor): Where {
  const actions = ['update', 'confirm', 'approve'] as const;
  const action = actions.find((one) => mayI(actor, one, 'ClinicSession')) ?? 'update';
  return whereFor(actor, action, 'ClinicSession');
}

/** Records of the actor's part that are disputed or returned, what is due first first; `dueBefore` keeps those past it. */
export async function listToAnswer(
  actor: Actor,
  state: 'disputed' | 'returned',
  { dueBefore, size = REVIEW_PAGE }: { dueBefore?: CivilDate; size?: number } = {},
): Promise<RecordPage> {
  const late: Where = dueBefore ? { dueOn: { lt: toDbDate(dueBefore) } } : {};
  const where: Where = { AND: [ownPart(actor), { state }, late, await inOpenMonths()] };
  const [count, rows] = await Promise.all([
    db().clinicSession.count({ where }),
    db().clinicSession.findMany({
      where,
      select: LISTED_SELECT,
      orderBy: [{ dueOn: 'asc' }, ...LATEST_FIRST],
      take: size,
    }),
  ]);
  return pageOf(rows, size, count);
}

/**
 * Records of the actor's part in which somebody of another party has spoken last and nobody has done anything since, the
 * latest word first. What is disputed or returned stands in lists of its own.
 */
export async function listUnansweredThreads(actor: Actor, size = REVIEW_PAGE): Promise<UnansweredThread[]> {
  const since = new Date(now().getTime() - TALKED_OF_DAYS * DAY_MS);
  const latest = await db().clinicSessionMessage.findMany({
    where: {
      at: { gte: since },
      clinicSession: { is: { AND: [ownPart(actor), { state: { in: [...SETTLED_STATES] } }] } },
    },
    orderBy: [{ sessionId: 'asc' }, { at: 'desc' }, { id: 'desc' }],
    distinct: ['sessionId'],
    select: {
      ...MESSAGE,
      sessionId: true,
      clinicSession: { select: { submittedAt: true, confirmedAt: true, acceptedAt: true } },
    },
  });
  const waiting = latest
    .filter(({ kind, authorRole }) => kind === 'comment' && authorRole !== actor.role)
    .filter(({ at, clinicSession: { submittedAt, confirmedAt, acceptedAt } }) =>
      [submittedAt, confirmedAt, acceptedAt].every((done) => done === null || done < at),
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, size);
  const rows = await db().clinicSession.findMany({
    where: { id: { in: waiting.map(({ sessionId }) => sessionId) } },
    select: LISTED_SELECT,
  });
  const records = new Map(rows.map((row) => [row.id, listedOf(row)]));
  return waiting.flatMap(({ sessionId, clinicSession: _, ...message }) => {
    const record = records.get(sessionId);
    return record ? [{ record, message: messageOf(actor, message) }] : [];
  });
}

/** A record with its thread and with what the actor may do; null out of scope. */
export async function getRecordReview(actor: Actor, id: string): Promise<RecordReview | null> {
  if (!recordIdSchema.safeParse(id).success) return null;
  const row = await db().clinicSession.findFirst({
    where: { AND: [whereFor(actor, 'read', 'ClinicSession'), { id }] },
    select: {
      ...LISTED_SELECT,
      districtCode: true,
      messages: { select: MESSAGE, orderBy: [{ at: 'desc' }, { id: 'desc' }] },
      versions: { select: { version: true, submittedAt: true, submittedByName: true } },
    },
  });
  if (!row) return null;
  const [confirms, approves, amends, monthClosed] = await Promise.all([
    isAmong(actor, 'confirm', id),
    isAmong(actor, 'approve', id),
    isAmong(actor, 'update', id),
    isMonthClosed(row.districtCode, row.date),
  ]);
  const dispute = row.messages.find(({ kind }) => kind === 'disputed');
  const own = actor.role === 'trainee' && row.trainees.find(({ traineeId }) => traineeId === actor.traineeId);
  const record = listedOf(row);
  const may = actionsOn({
    ...record,
    ...{ monthClosed, confirms, approves, amends },
    talks: mayI(actor, 'create', 'ClinicSessionMessage'),
    unsigned: own ? own.signedAt === null : false,
    takesBack: dispute ? mayTakeBack(actor, dispute) : true,
  });
  const versions = [
    ...row.versions,
    { version: row.version, submittedAt: row.submittedAt, submittedByName: row.submittedByName },
  ];
  const thread: ThreadEntry[] = [
    ...row.messages.map((message) => ({ what: 'message' as const, ...messageOf(actor, message) })),
    ...versions.map(({ version, submittedAt, submittedByName }) => ({
      what: 'version' as const,
      version,
      at: submittedAt,
      byName: submittedByName,
    })),
  ];
  return { record, monthClosed, may, thread: thread.sort((a, b) => a.at.getTime() - b.at.getTime()) };
}

async function isAmong(actor: Actor, action: 'confirm' | 'approve' | 'update', id: string): Promise<boolean> {
  if (!mayI(actor, action, 'ClinicSession')) return false;
  return (await db().clinicSession.count({ where: { AND: [whereFor(actor, action, 'ClinicSession'), { id }] } })) > 0;
}

async function isMonthClosed(districtCode: string, date: Date): Promise<boolean> {
  const month = toDbDate(firstOf(fromDbDate(date)));
  return (await db().monthClose.count({ where: { districtCode, month, reopenedAt: null } })) > 0;
}
