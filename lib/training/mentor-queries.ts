import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { readChances } from './chances-sql';
import { gapsOf, hadTime, spreadOf, startOfLast } from './fairness-rules';
import type { MentorComparison, TraineeChance } from './mentor-schema';
import { halfDaysAWeek } from './presence-rules';

const NAMES = { name: true, nameEn: true } as const;
const NOTHING = { attended: 0, led: 0, ledLately: 0, conditions: 0 };

/** Whether the actor may lay mentors and trainees beside each other: whoever may take both lists out. */
export function mayCompareMentors(actor: Actor): boolean {
  return mayI(actor, 'export', 'Expert') && mayI(actor, 'export', 'TraineeDoctor');
}

/**
 * The load of mentors and the chances of their active trainees within the actor's scope, over the last twelve months with
 * the present one; figures count only the records of that scope. Null for those who may not take people's lists out.
 */
export async function getMentorComparison(actor: Actor): Promise<MentorComparison | null> {
  if (!mayCompareMentors(actor)) return null;
  const today = dateInShanghai(now());
  const days = { three: startOfLast(3, today), six: startOfLast(6, today), twelve: startOfLast(12, today), today };
  const [experts, clinics, learners] = await Promise.all([
    readMentors(actor, today),
    db().jointClinic.findMany({ where: whereFor(actor, 'read', 'JointClinic'), select: { id: true } }),
    readLearners(actor, today),
  ]);
  const mentorIds = experts.map(({ id }) => id);
  const [chances, lately, held, withTrainee] = await Promise.all([
    readChances({ traineeIds: learners.map(({ id }) => id), clinicIds: clinics.map(({ id }) => id), days }),
    countHeld(actor, mentorIds, days.three, today),
    countHeld(actor, mentorIds, days.twelve, today),
    countHeld(actor, mentorIds, days.twelve, today, { trainees: { some: {} } }),
  ]);
  const trainees = learners.map((row) => chanceOf(row, chances.get(row.id)));
  const mentors = experts.map(({ schedules, hospital, origin: _, ...expert }) => {
    const own = trainees.filter(({ mentor }) => mentor?.id === expert.id);
    return {
      ...expert,
      hospital: { id: hospital.facilityId, ...hospital.facility },
      trainees: own.length,
      halfDaysAWeek: halfDaysAWeek(schedules),
      heldLately: lately.get(expert.id) ?? 0,
      held: held.get(expert.id) ?? 0,
      withTrainee: withTrainee.get(expert.id) ?? 0,
      led: spreadOf(own.map(({ led }) => led)),
      conditions: spreadOf(own.map(({ conditions }) => conditions)),
    };
  });
  const settled = trainees.filter((trainee) => hadTime(trainee, days.six));
  return {
    ...{ days, mentors, trainees },
    spreads: {
      trainees: spreadOf(mentors.map((mentor) => mentor.trainees)),
      halfDays: spreadOf(mentors.map((mentor) => mentor.halfDaysAWeek)),
      led: spreadOf(settled.map(({ led }) => led)),
      conditions: spreadOf(settled.map(({ conditions }) => conditions)),
    },
    gaps: gapsOf(trainees, days.six),
    demonstration: [...experts, ...learners].some(({ origin }) => origin === 'demonstration'),
  };
}

/** Experts who lead an active trainee of the scope, with the lines of their plans there. */
async function readMentors(actor: Actor, today: CivilDate) {
  const day = toDbDate(today);
  const trainees = { some: { AND: [whereFor(actor, 'export', 'TraineeDoctor'), { active: true }] } };
  return await db().expert.findMany({
    where: { AND: [whereFor(actor, 'export', 'Expert'), { trainees }] },
    select: {
      ...{ id: true, ...NAMES, title: true, origin: true },
      hospital: { select: { facilityId: true, facility: { select: NAMES } } },
      schedules: {
        where: {
          AND: [
            { clinic: { is: whereFor(actor, 'read', 'JointClinic') } },
            { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
          ],
        },
        select: { recurrence: true },
      },
    },
    orderBy: [{ hospitalId: 'asc' }, { id: 'asc' }],
  });
}

/** Active trainees of the scope with their present clinics. */
async function readLearners(actor: Actor, today: CivilDate) {
  const day = toDbDate(today);
  return await db().traineeDoctor.findMany({
    where: { AND: [whereFor(actor, 'export', 'TraineeDoctor'), { active: true }] },
    select: {
      ...{ id: true, ...NAMES, origin: true, centreId: true },
      centre: { select: { facility: { select: NAMES } } },
      mentor: { select: { id: true, ...NAMES } },
      clinics: {
        where: { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
        select: { validFrom: true },
        orderBy: { validFrom: 'asc' },
        take: 1,
      },
    },
    orderBy: [{ centreId: 'asc' }, { id: 'asc' }],
  });
}
type Learner = Awaited<ReturnType<typeof readLearners>>[number];

function chanceOf({ centre, centreId, clinics, origin: _, ...trainee }: Learner, counts = NOTHING): TraineeChance {
  const since = clinics[0]?.validFrom;
  return {
    ...trainee,
    centre: { id: centreId, ...centre.facility },
    since: since ? fromDbDate(since) : null,
    ...counts,
  };
}

/** How many sessions each expert held in person. */
async function countHeld(
  actor: Actor,
  expertIds: readonly string[],
  from: CivilDate,
  to: CivilDate,
  also: Prisma.ClinicSessionWhereInput = {},
): Promise<Map<string, number>> {
  const rows = await db().clinicSession.groupBy({
    by: ['expertId'],
    where: {
      AND: [
        whereFor(actor, 'read', 'ClinicSession'),
        { expertId: { in: [...expertIds] }, held: true, state: { not: 'withdrawn' } },
        { date: { gte: toDbDate(from), lte: toDbDate(to) } },
        also,
      ],
    },
    _count: { _all: true },
  });
  return new Map(rows.flatMap(({ expertId, _count }) => (expertId ? [[expertId, _count._all]] : [])));
}
