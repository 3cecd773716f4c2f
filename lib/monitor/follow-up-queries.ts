import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { isOverdue, narrowerThan, officeOf } from './follow-up-rules';
import type { FollowUpList, FollowUpListed, FollowUpSeen } from './follow-up-schema';

const NAMES = { name: true, nameEn: true } as const;
/** Follow-ups of a list; older ones are found through their clinics. */
const SHOWN = 200;

const CLINIC = {
  select: {
    ...{ id: true, ...NAMES, centreId: true, hospitalId: true },
    centre: {
      select: { districtCode: true, facility: { select: { ...NAMES, district: { select: NAMES } } } },
    },
    hospital: { select: { facility: { select: NAMES } } },
  },
} as const;

type Row = Prisma.FollowUpGetPayload<{ include: { clinic: typeof CLINIC } }>;

function listed(
  { clinic, ownerId, stateOn, dueOn, openedById: _, closedById: __, clinicId: ___, ...row }: Row,
  actor: Actor,
): FollowUpListed {
  const due = fromDbDate(dueOn);
  const { centre, hospital, centreId, hospitalId, ...named } = clinic;
  return {
    ...row,
    clinic: named,
    centre: { id: centreId, name: centre.facility.name, nameEn: centre.facility.nameEn },
    district: { id: centre.districtCode, ...centre.facility.district },
    hospital: { id: hospitalId, ...hospital.facility },
    stateOn: fromDbDate(stateOn),
    mine: ownerId === actor.accountId,
    dueOn: due,
    overdue: row.closedAt === null && isOverdue(due, dateInShanghai(now())),
  };
}

/** Clinics whose follow-ups are the actor's office's to deal with: for an alliance those that its hospital staffs. */
function ofOffice(actor: Actor): Prisma.FollowUpWhereInput {
  return actor.role === 'alliance_officer' ? { clinic: { is: whereFor(actor, 'update', 'JointClinic') } } : {};
}

function conditionOf(actor: Actor, list: FollowUpList): Prisma.FollowUpWhereInput | null {
  const office = officeOf(actor);
  const today = toDbDate(dateInShanghai(now()));
  switch (list) {
    case 'open':
      return { closedAt: null };
    case 'done':
      return { closedAt: { not: null } };
    case 'mine':
      return (
        office && { ...ofOffice(actor), closedAt: null, office, OR: [{ ownerId: null }, { ownerId: actor.accountId }] }
      );
    case 'escalated':
      return (
        office && { ...ofOffice(actor), closedAt: null, office: { in: narrowerThan(office) }, dueOn: { lt: today } }
      );
  }
}

/**
 * Follow-ups of the actor's scope: those that wait for the actor's office and nobody else in it has taken on, overdue ones
 * of narrower offices, all that are open, or those that are done; what is due first stands first, done ones last first.
 */
export async function listFollowUps(actor: Actor, list: FollowUpList): Promise<FollowUpListed[]> {
  const condition = mayI(actor, 'read', 'FollowUp') ? conditionOf(actor, list) : null;
  if (!condition) return [];
  const rows = await db().followUp.findMany({
    where: { AND: [whereFor(actor, 'read', 'FollowUp'), condition] },
    include: { clinic: CLINIC },
    orderBy: list === 'done' ? [{ closedAt: 'desc' }, { id: 'desc' }] : [{ dueOn: 'asc' }, { id: 'asc' }],
    take: SHOWN,
  });
  return rows.map((row) => listed(row, actor));
}

/** The follow-ups of a clinic of the actor's scope, the latest first. */
export async function listClinicFollowUps(actor: Actor, clinicId: string): Promise<FollowUpListed[]> {
  const rows = await db().followUp.findMany({
    where: { AND: [whereFor(actor, 'read', 'FollowUp'), { clinicId }] },
    include: { clinic: CLINIC },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  });
  return rows.map((row) => listed(row, actor));
}

/** One follow-up of the actor's scope with all that was said of it. */
export async function getFollowUp(actor: Actor, id: string): Promise<FollowUpSeen | null> {
  const row = await db().followUp.findFirst({
    where: { AND: [whereFor(actor, 'read', 'FollowUp'), { id }] },
    include: { clinic: CLINIC, messages: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  });
  if (!row) return null;
  const { messages, ...followUp } = row;
  const within = { where: { AND: [whereFor(actor, 'update', 'FollowUp'), { id }] } };
  const change = row.closedAt === null && (await db().followUp.count(within)) > 0;
  return {
    ...listed(followUp, actor),
    thread: messages.map(({ followUpId: _, authorId: __, ...said }) => said),
    may: { change, comment: mayI(actor, 'create', 'FollowUpMessage') },
  };
}
