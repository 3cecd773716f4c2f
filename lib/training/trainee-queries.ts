import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { readAttendance, readAttendedRecords } from './attendance-records';
import { attendanceByMonth, attendanceOf, conditionsSeen, monthsIn } from './attendance-rules';
import type { AttendedSession, DayRange, TimelineEntry, TraineeFilter, TraineePage, TraineeSeen } from './schema';

const PAGE = 30;
const SESSIONS_SHOWN = 10;
const NAMES = { name: true, nameEn: true } as const;

function covering(today: CivilDate) {
  const day = toDbDate(today);
  return { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] };
}

const COLUMNS = {
  ...{ id: true, ...NAMES, cohort: true, active: true, origin: true, centreId: true },
  ...{ goal: true, goalSessions: true },
  centre: { select: { districtCode: true, facility: { select: { ...NAMES, district: { select: NAMES } } } } },
  mentor: { select: { id: true, ...NAMES } },
  clinics: {
    select: { validFrom: true, validTo: true, clinic: { select: { id: true, ...NAMES } } },
    orderBy: { validFrom: 'asc' },
  },
  dualEmployments: {
    select: { validFrom: true, validTo: true, hospital: { select: { facilityId: true, facility: { select: NAMES } } } },
    orderBy: { validFrom: 'asc' },
  },
} as const satisfies Prisma.TraineeDoctorSelect;
type Row = Prisma.TraineeDoctorGetPayload<{ select: typeof COLUMNS }>;

function times<T extends { validFrom: Date; validTo: Date | null }>(row: T) {
  return { validFrom: fromDbDate(row.validFrom), validTo: row.validTo && fromDbDate(row.validTo) };
}

/** Who the trainee is today. */
function personOf({ centre, centreId, clinics, dualEmployments, ...row }: Row, today: CivilDate) {
  const { goal: _, goalSessions: __, ...person } = row;
  const isNow = (row: { validFrom: Date; validTo: Date | null }) => {
    const { validFrom, validTo } = times(row);
    return validFrom <= today && (validTo === null || today < validTo);
  };
  const hospitals = dualEmployments
    .filter(isNow)
    .map(({ hospital }) => ({ id: hospital.facilityId, ...hospital.facility }));
  const { district, ...facility } = centre.facility;
  return {
    ...person,
    centre: { id: centreId, ...facility },
    district: { id: centre.districtCode, ...district },
    clinics: clinics.filter(isNow).map(({ clinic }) => clinic),
    hospitals,
    dual: hospitals.length > 0,
  };
}

function conditionsOf(filter: TraineeFilter, today: CivilDate): Prisma.TraineeDoctorWhereInput[] {
  const { text, district, centre, mentor, cohort, employment, standing } = filter;
  const contains = { contains: text, mode: 'insensitive' } as const;
  const named = { OR: [{ name: contains }, { nameEn: contains }] };
  const dual = { dualEmployments: { some: covering(today) } };
  return [
    ...(text
      ? [{ OR: [...named.OR, { centre: { is: { facility: { is: named } } } }, { mentor: { is: named } }] }]
      : []),
    ...(district ? [{ centre: { is: { districtCode: district } } }] : []),
    ...(centre ? [{ centreId: centre }] : []),
    ...(mentor ? [{ mentorId: mentor }] : []),
    ...(cohort ? [{ cohort }] : []),
    ...(employment ? [employment === 'dual' ? dual : { NOT: dual }] : []),
    ...(standing ? [{ active: standing === 'active' }] : []),
  ];
}

/** Trainees of the actor's scope with what they attended in a range of days, by centre, thirty at a time. */
export async function listTrainees(actor: Actor, filter: TraineeFilter, range: DayRange): Promise<TraineePage> {
  const today = dateInShanghai(now());
  const scope = whereFor(actor, 'read', 'TraineeDoctor');
  // a page begins after a trainee whom the actor may see, or at the beginning
  const last = filter.after
    ? await db().traineeDoctor.findFirst({
        where: { AND: [scope, { id: filter.after }] },
        select: { id: true, centreId: true },
      })
    : null;
  const further = last
    ? [{ OR: [{ centreId: { gt: last.centreId } }, { centreId: last.centreId, id: { gt: last.id } }] }]
    : [];
  const rows = await db().traineeDoctor.findMany({
    where: { AND: [scope, ...conditionsOf(filter, today), ...further] },
    select: COLUMNS,
    orderBy: [{ centreId: 'asc' }, { id: 'asc' }],
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const read = await readAttendance(
    actor,
    shown.map(({ id }) => id),
    range,
  );
  const trainees = shown.map((row) => {
    const { hospitals: _, ...person } = personOf(row, today);
    const { assigned, attended } = read.of(row.id);
    return { ...person, attendance: attendanceOf(assigned, read.held, attended) };
  });
  return { trainees, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

/** A trainee of the actor's scope with attendance, conditions seen and assignments; null for anybody else. */
export async function getTrainee(actor: Actor, id: string, range: DayRange): Promise<TraineeSeen | null> {
  const today = dateInShanghai(now());
  const row = await db().traineeDoctor.findFirst({
    where: { AND: [whereFor(actor, 'read', 'TraineeDoctor'), { id }] },
    select: COLUMNS,
  });
  if (!row) return null;
  const [read, attended, sessions, attendedEver, mentors] = await Promise.all([
    readAttendance(actor, [id], range),
    readAttendedRecords(actor, id, range),
    latestSessions(actor, id, range),
    db().clinicSessionTrainee.count({ where: attendedBy(actor, id) }),
    row.mentor ? db().expert.count({ where: { AND: [whereFor(actor, 'read', 'Expert'), { id: row.mentor.id }] } }) : 0,
  ]);
  const { assigned } = read.of(id);
  return {
    ...personOf(row, today),
    goal: { sessions: row.goalSessions, text: row.goal, attended: attendedEver },
    range,
    today,
    opensMentor: mentors > 0,
    attendance: attendanceOf(assigned, read.held, attended),
    months: attendanceByMonth(monthsIn(range), assigned, read.held, attended),
    conditions: conditionsSeen(attended),
    sessions,
    timeline: timelineOf(row),
  };
}

/** Sessions that a trainee attended, as far as the reader may open their records. */
function attendedBy(actor: Actor, traineeId: string) {
  const held = { held: true, state: { not: 'withdrawn' } } as const;
  return { traineeId, clinicSession: { is: { AND: [whereFor(actor, 'read', 'ClinicSession'), held] } } };
}

/** The latest sessions that a trainee attended, as far as the reader may open their records. */
async function latestSessions(actor: Actor, traineeId: string, { from, to }: DayRange): Promise<AttendedSession[]> {
  const rows = await db().clinicSessionTrainee.findMany({
    where: { AND: [attendedBy(actor, traineeId), { date: { gte: toDbDate(from), lte: toDbDate(to) } }] },
    select: {
      part: true,
      signedAt: true,
      clinicSession: { select: { id: true, date: true, half: true, clinic: { select: { id: true, ...NAMES } } } },
    },
    orderBy: [{ date: 'desc' }, { sessionId: 'desc' }],
    take: SESSIONS_SHOWN,
  });
  return rows.map(({ part, signedAt, clinicSession: { date, ...record } }) => ({
    ...record,
    date: fromDbDate(date),
    part,
    signed: signedAt !== null,
  }));
}

/** Where the trainee has been, the latest first. */
function timelineOf({ clinics, dualEmployments }: Row): TimelineEntry[] {
  return [
    ...clinics.map((row): TimelineEntry => ({ kind: 'clinic', place: row.clinic, ...times(row) })),
    ...dualEmployments.map((row): TimelineEntry => {
      const { facilityId, facility } = row.hospital;
      return { kind: 'dual', place: { id: facilityId, ...facility }, ...times(row) };
    }),
  ].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
}
