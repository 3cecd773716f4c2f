import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { inOpenMonths } from './closed-months-sql';
import { afterCursor, LATEST_FIRST, LISTED_SELECT, listedOf, pageOf } from './review-rows';
import { SIGNABLE_STATES } from './review-rules';
import {
  type AttendanceListed,
  REVIEW_PAGE,
  type RecordPage,
  type ReviewChoices,
  type ReviewFilter,
  reviewFilterSchema,
} from './review-schema';

// What waits for whom. Every list begins with the rows that are the actor's to act on.

type Where = Prisma.ClinicSessionWhereInput;
const NO_FILTER = reviewFilterSchema.parse({});

function narrowed({ district, centre, expert }: Omit<ReviewFilter, 'after'>): Where[] {
  return [
    ...(district ? [{ districtCode: district }] : []),
    ...(centre ? [{ centreId: centre }] : []),
    ...(expert ? [{ OR: [{ expertId: expert }, { plannedExpertId: expert }] }] : []),
  ];
}

async function page(waiting: Where, { after, ...filter }: ReviewFilter, size: number): Promise<RecordPage> {
  const where = { AND: [waiting, await inOpenMonths(), ...narrowed(filter)] };
  const [count, rows] = await Promise.all([
    db().clinicSession.count({ where }),
    db().clinicSession.findMany({
      where: { AND: [where, afterCursor(after)] },
      select: LISTED_SELECT,
      orderBy: [...LATEST_FIRST],
      take: size + 1,
    }),
  ]);
  return pageOf(rows, size, count);
}

const toConfirm = (actor: Actor): Where => ({
  AND: [whereFor(actor, 'confirm', 'ClinicSession'), { state: 'submitted', held: true }],
});

const toAccept = (actor: Actor): Where => ({
  AND: [
    whereFor(actor, 'approve', 'ClinicSession'),
    { OR: [{ state: 'confirmed' }, { state: 'submitted', held: false }] },
  ],
});

/** Held sessions that wait for the actor's confirmation, the latest first. */
export async function listToConfirm(actor: Actor, filter = NO_FILTER, size = REVIEW_PAGE): Promise<RecordPage> {
  return await page(toConfirm(actor), filter, size);
}

/** Sessions reported as not held, which nobody need confirm but the actor may dispute until the district accepts them. */
export async function listNotHeld(actor: Actor, filter = NO_FILTER, size = REVIEW_PAGE): Promise<RecordPage> {
  const reported: Where = { state: 'submitted', held: false };
  return await page({ AND: [whereFor(actor, 'confirm', 'ClinicSession'), reported] }, filter, size);
}

/** Records that wait for the district and for nobody else, the latest first. */
export async function listToAccept(actor: Actor, filter = NO_FILTER, size = REVIEW_PAGE): Promise<RecordPage> {
  return await page(toAccept(actor), filter, size);
}

/** Held sessions of the district that neither expert nor hospital has confirmed yet. */
export async function countUnconfirmed(actor: Actor): Promise<number> {
  return await db().clinicSession.count({
    where: {
      AND: [whereFor(actor, 'approve', 'ClinicSession'), { state: 'submitted', held: true }, await inOpenMonths()],
    },
  });
}

/** By what the actor's list can be narrowed down. */
export async function listReviewChoices(actor: Actor, list: 'confirm' | 'accept'): Promise<ReviewChoices> {
  const where = { AND: [list === 'confirm' ? toConfirm(actor) : toAccept(actor), await inOpenMonths()] };
  const names = { name: true, nameEn: true } as const;
  const rows = await db().clinicSession.findMany({
    where,
    distinct: ['centreId', 'plannedExpertId', 'expertId'],
    select: {
      districtCode: true,
      centreId: true,
      centre: { select: { facility: { select: { ...names, district: { select: names } } } } },
      plannedExpert: { select: { id: true, ...names } },
      expert: { select: { id: true, ...names } },
    },
  });
  return {
    districts: sorted(rows.map(({ districtCode: id, centre }) => ({ id, ...centre.facility.district }))),
    centres: sorted(rows.map(({ centreId: id, centre: { facility } }) => ({ id, ...facility }))),
    experts: sorted(rows.flatMap(({ plannedExpert, expert }) => [plannedExpert ?? [], expert ?? []].flat())),
  };
}

/** Each once, by its id. */
function sorted(rows: readonly { id: string; name: string; nameEn: string }[]) {
  const known = new Map(rows.map(({ id, name, nameEn }) => [id, { id, name, nameEn }]));
  return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Attendances of the actor that wait for a signature (`signed` false) or carry one, the latest first.
 * @returns the count of all and as many as asked for
 */
export async function listAttendances(
  actor: Actor,
  signed: boolean,
  size = REVIEW_PAGE,
): Promise<{ count: number; records: AttendanceListed[] }> {
  const own = whereFor(actor, 'confirm', 'ClinicSessionTrainee');
  const part = { AND: [own, { signedAt: signed ? { not: null } : null }] };
  const where: Where = signed
    ? { state: { not: 'withdrawn' }, trainees: { some: part } }
    : { AND: [{ state: { in: [...SIGNABLE_STATES] }, trainees: { some: part } }, await inOpenMonths()] };
  const [count, rows] = await Promise.all([
    db().clinicSession.count({ where }),
    db().clinicSession.findMany({
      where,
      select: LISTED_SELECT,
      orderBy: [...LATEST_FIRST],
      take: size,
    }),
  ]);
  const records = rows.flatMap((row) => {
    const mine = actor.role === 'trainee' && row.trainees.find(({ traineeId }) => traineeId === actor.traineeId);
    return mine ? [{ ...listedOf(row), own: { part: mine.part, signedAt: mine.signedAt } }] : [];
  });
  return { count, records };
}
