import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { addDays, type CivilDate, dateInShanghai, fromDbDate, mondayOf, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { dbWeekday } from '@/lib/joint-clinics/plan-records';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';
import { type ExpertRecord, halfDaysAWeek, presenceOf, weeksOf } from './presence-rules';
import type { DayRange, ExpertFilter, ExpertPage, ExpertSeen } from './schema';

// An expert sits in clinics of many centres; a reader meets those of the own scope, and figures count only these.

const PAGE = 30;
/** How many weeks around today the load is told for. */
const [WEEKS_BACK, WEEKS_AHEAD] = [8, 4];
const NAMES = { name: true, nameEn: true } as const;

function columns(actor: Actor, today: CivilDate) {
  const day = toDbDate(today);
  return {
    ...{ id: true, ...NAMES, title: true, department: true, departmentEn: true, active: true, origin: true },
    hospital: { select: { facilityId: true, facility: { select: NAMES } } },
    clinics: {
      where: {
        AND: [
          { clinic: { is: whereFor(actor, 'read', 'JointClinic') } },
          { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
        ],
      },
      select: { clinic: { select: { id: true, ...NAMES } } },
      orderBy: { clinicId: 'asc' },
    },
    schedules: {
      where: {
        AND: [
          { clinic: { is: whereFor(actor, 'read', 'JointClinic') } },
          { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
        ],
      },
      select: {
        ...{ id: true, weekday: true, half: true, recurrence: true },
        clinic: {
          select: { id: true, ...NAMES, centre: { select: { facilityId: true, facility: { select: NAMES } } } },
        },
      },
      orderBy: [{ weekday: 'asc' }, { half: 'asc' }],
    },
    trainees: {
      where: { AND: [whereFor(actor, 'read', 'TraineeDoctor'), { active: true }] },
      select: { id: true, ...NAMES, cohort: true, centreId: true, centre: { select: { facility: { select: NAMES } } } },
      orderBy: { id: 'asc' },
    },
    conditions: {
      select: { condition: { select: { code: true, ...NAMES } } },
      orderBy: { conditionCode: 'asc' },
    },
  } as const satisfies Prisma.ExpertSelect;
}
type Row = Prisma.ExpertGetPayload<{ select: ReturnType<typeof columns> }>;

function personOf({ hospital, clinics, schedules, trainees: _, conditions: __, ...person }: Row) {
  return {
    ...person,
    hospital: { id: hospital.facilityId, ...hospital.facility },
    clinics: [...new Map(clinics.map(({ clinic }) => [clinic.id, clinic])).values()],
    halfDaysAWeek: halfDaysAWeek(schedules),
  };
}

function conditionsOf({ text, title, hospital }: ExpertFilter): Prisma.ExpertWhereInput[] {
  const contains = { contains: text, mode: 'insensitive' } as const;
  return [
    ...(text
      ? [{ OR: [{ name: contains }, { nameEn: contains }, { department: contains }, { departmentEn: contains }] }]
      : []),
    ...(title ? [{ title }] : []),
    ...(hospital ? [{ hospitalId: hospital }] : []),
  ];
}

/** Experts of the actor's scope, by hospital, thirty at a time. */
export async function listExperts(actor: Actor, filter: ExpertFilter): Promise<ExpertPage> {
  const today = dateInShanghai(now());
  const scope = whereFor(actor, 'read', 'Expert');
  const last = filter.after
    ? await db().expert.findFirst({
        where: { AND: [scope, { id: filter.after }] },
        select: { id: true, hospitalId: true },
      })
    : null;
  const further = last
    ? [{ OR: [{ hospitalId: { gt: last.hospitalId } }, { hospitalId: last.hospitalId, id: { gt: last.id } }] }]
    : [];
  const rows = await db().expert.findMany({
    where: { AND: [scope, ...conditionsOf(filter), ...further] },
    select: columns(actor, today),
    orderBy: [{ hospitalId: 'asc' }, { id: 'asc' }],
    take: PAGE + 1,
  });
  const experts = rows.slice(0, PAGE).map((row) => ({ ...personOf(row), trainees: row.trainees.length }));
  return { experts, next: rows.length > PAGE ? (experts.at(-1)?.id ?? null) : null };
}

/** The hospitals of the experts whom the actor may see. */
export async function listExpertHospitals(actor: Actor) {
  const rows = await db().leadHospital.findMany({
    where: { experts: { some: whereFor(actor, 'read', 'Expert') } },
    select: { facilityId: true, facility: { select: NAMES } },
    orderBy: { facilityId: 'asc' },
  });
  return rows.map(({ facilityId: id, facility }) => ({ id, ...facility }));
}

/** An expert of the actor's scope with load and presence in the clinics of that scope; null for anybody else. */
export async function getExpert(actor: Actor, id: string, range: DayRange): Promise<ExpertSeen | null> {
  const today = dateInShanghai(now());
  const row = await db().expert.findFirst({
    where: { AND: [whereFor(actor, 'read', 'Expert'), { id }] },
    select: columns(actor, today),
  });
  if (!row) return null;
  const weeks = { from: addDays(mondayOf(today), -7 * WEEKS_BACK), to: addDays(mondayOf(today), 7 * WEEKS_AHEAD - 1) };
  const [records, recent, expected] = await Promise.all([
    recordsOf(actor, id, range),
    recordsOf(actor, id, weeks),
    expectedDays(actor, id, weeks),
  ]);
  return {
    ...personOf(row),
    range,
    today,
    conditions: row.conditions.map(({ condition }) => condition),
    slots: row.schedules.map(({ clinic: { centre, ...clinic }, weekday, ...slot }) => ({
      ...slot,
      weekday: dbWeekday(weekday),
      clinic,
      centre: { id: centre.facilityId, ...centre.facility },
    })),
    presence: presenceOf(id, records),
    weeks: weeksOf(id, weeks, expected, recent),
    trainees: row.trainees.map(({ centreId, centre, ...trainee }) => ({
      ...trainee,
      centre: { id: centreId, ...centre.facility },
    })),
  };
}

async function recordsOf(actor: Actor, expertId: string, { from, to }: DayRange): Promise<ExpertRecord[]> {
  const rows = await db().clinicSession.findMany({
    where: {
      AND: [
        whereFor(actor, 'read', 'ClinicSession'),
        { OR: [{ expertId }, { plannedExpertId: expertId }] },
        { state: { not: 'withdrawn' }, date: { gte: toDbDate(from), lte: toDbDate(to) } },
      ],
    },
    select: { date: true, plannedExpertId: true, expertId: true, expertPresence: true, held: true },
  });
  return rows.map(({ date, ...record }) => ({ ...record, date: fromDbDate(date) }));
}

/** The days on which plans expect the expert, one for each session. */
async function expectedDays(actor: Actor, expertId: string, range: DayRange): Promise<CivilDate[]> {
  const sits = await db().jointClinicExpert.findMany({
    where: { expertId },
    distinct: ['clinicId'],
    select: { clinicId: true },
  });
  const plans = await listPlannedSessions(actor, { ...range, clinicIds: sits.map(({ clinicId }) => clinicId) });
  return plans.flatMap(({ plan }) => plan.expected.filter((one) => one.expertId === expertId).map(({ date }) => date));
}
