import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { addDays, type CivilDate, dateInShanghai, fromDbDate, instantInShanghai } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { ANSWER_SHOWN_DAYS, medianHours } from './support-rules';
import {
  type AnswerTimes,
  SUPPORT_KINDS,
  type SupportFilter,
  type SupportListed,
  type SupportPage,
  type SupportSeen,
} from './support-schema';

const PAGE = 30;
/** Answer times are told of so many days. */
const TIMES_DAYS = 365;

type Row = Prisma.SupportRequestGetPayload<object>;

function listedOf(row: Row, actor: Actor, today: CivilDate): SupportListed {
  const { id, kind, text, askedByName, askedByRole, office, ownerName, createdAt, status, answeredAt } = row;
  const dueOn = fromDbDate(row.dueOn);
  return {
    ...{ id, kind, text, askedByName, askedByRole, office, ownerName, createdAt, dueOn, status, answeredAt },
    overdue: status === 'open' && dueOn < today,
    isMine: row.askedById === actor.accountId,
  };
}

function conditionsOf(actor: Actor, { status, kind, list }: SupportFilter): Prisma.SupportRequestWhereInput[] {
  return [
    ...(status ? [{ status }] : []),
    ...(kind ? [{ kind }] : []),
    ...(list === 'mine' ? [{ askedById: actor.accountId }] : []),
    ...(list === 'office' ? [whereFor(actor, 'update', 'SupportRequest')] : []),
  ];
}

/** Requests that the actor asked or whose office the actor is in, the latest first, thirty at a time, and how long answers took. */
export async function listSupport(actor: Actor, filter: SupportFilter): Promise<SupportPage> {
  const scope = whereFor(actor, 'read', 'SupportRequest');
  // a page begins after a request that the actor may see, or at the beginning
  const last = filter.after
    ? await db().supportRequest.findFirst({
        where: { AND: [scope, { id: filter.after }] },
        select: { id: true, createdAt: true },
      })
    : null;
  const further = last
    ? [{ OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] }]
    : [];
  const [rows, times] = await Promise.all([
    db().supportRequest.findMany({
      where: { AND: [scope, ...conditionsOf(actor, filter), ...further] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PAGE + 1,
    }),
    readTimes(scope),
  ]);
  const today = dateInShanghai(now());
  const requests = rows.slice(0, PAGE).map((row) => listedOf(row, actor, today));
  return { requests, next: rows.length > PAGE ? (requests.at(-1)?.id ?? null) : null, times };
}

async function readTimes(scope: Prisma.SupportRequestWhereInput): Promise<AnswerTimes[]> {
  const since = instantInShanghai(addDays(dateInShanghai(now()), -TIMES_DAYS), 0);
  const rows = await db().supportRequest.findMany({
    where: { AND: [scope, { answeredAt: { gte: since } }] },
    select: { kind: true, createdAt: true, answeredAt: true },
  });
  return SUPPORT_KINDS.map((kind) => {
    const waited = rows.flatMap((row) =>
      row.kind === kind && row.answeredAt ? [row.answeredAt.getTime() - row.createdAt.getTime()] : [],
    );
    return { kind, answered: waited.length, medianHours: medianHours(waited) };
  });
}

/** A request of the actor's, or of the actor's office, with all that was said of it. */
export async function getSupportRequest(actor: Actor, id: string): Promise<SupportSeen | null> {
  const row = await db().supportRequest.findFirst({
    where: { AND: [whereFor(actor, 'read', 'SupportRequest'), { id }] },
    include: { messages: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  });
  if (!row) return null;
  const [answering, talking] = await Promise.all([
    db().supportRequest.count({ where: { AND: [whereFor(actor, 'update', 'SupportRequest'), { id }] } }),
    db().supportRequest.count({ where: { AND: [whereTalking(actor), { id }] } }),
  ]);
  const { messages, version, month, askedById, centreId, expertId, answer, answeredByName } = row;
  const isOpen = row.status === 'open';
  const answers = answering > 0 && isOpen;
  return {
    ...listedOf(row, actor, dateInShanghai(now())),
    ...{ version, askedById, centreId, expertId, answer, answeredByName },
    month: month && fromDbDate(month),
    thread: messages.map(({ requestId: _, authorId: __, ...said }) => said),
    may: {
      answer: answers,
      take: answers && row.ownerId !== actor.accountId,
      passOn: answers && row.office !== 'city',
      comment: isOpen && talking > 0,
    },
  };
}

/** The requests of whose threads the actor is a party: whoever asked, and whoever answers. */
export function whereTalking(actor: Actor): Prisma.SupportRequestWhereInput {
  return { OR: [{ askedById: actor.accountId }, whereFor(actor, 'update', 'SupportRequest')] };
}

/** What waits for the actor's office and nobody else in it has taken, what is due first; and what was lately answered to the actor. */
export async function listSupportDue(
  actor: Actor,
  size: number,
): Promise<{ waiting: { count: number; requests: SupportListed[] }; answered: SupportListed[] }> {
  const instant = now();
  const today = dateInShanghai(instant);
  const where: Prisma.SupportRequestWhereInput = {
    AND: [
      whereFor(actor, 'update', 'SupportRequest'),
      { status: 'open', OR: [{ ownerId: null }, { ownerId: actor.accountId }] },
    ],
  };
  const shownSince = instantInShanghai(addDays(today, -ANSWER_SHOWN_DAYS), 0);
  const [count, rows, answered] = await Promise.all([
    db().supportRequest.count({ where }),
    db().supportRequest.findMany({ where, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], take: size }),
    db().supportRequest.findMany({
      where: {
        AND: [
          whereFor(actor, 'read', 'SupportRequest'),
          { askedById: actor.accountId, answeredAt: { gte: shownSince } },
        ],
      },
      orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
      take: size,
    }),
  ]);
  const listed = (found: Row[]) => found.map((row) => listedOf(row, actor, today));
  return { waiting: { count, requests: listed(rows) }, answered: listed(answered) };
}
