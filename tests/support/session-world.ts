import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/actor';
import { submitClinicSession } from '@/lib/clinic-sessions/commands';
import type { HeldContent, SessionContent } from '@/lib/clinic-sessions/schema';
import { type CivilDate, civilDate, toDbDate } from '@/lib/core/dates';
import type { Database } from '@/lib/db/client';
import { buildersOn } from '@/prisma/seed/builders';
import { sessionBuildersOn } from '@/prisma/seed/session-builders';
import { actorWith } from './actors';
import { valueIn } from './outcome';

/** A Wednesday, when the clinic of the world has its session: the day of the tests. */
export const SESSION_DAY = civilDate('2026-11-18');

export const CATALOGUE = { catalogueId: 'example-2023', code: 'A07.06.19' } as const;

/** A held session as planned, of twelve visits. */
export function heldContent(overrides: Partial<HeldContent> = {}): HeldContent {
  return {
    held: true,
    expert: { presence: 'planned' },
    mode: 'on_site',
    visitsNew: 4,
    visitsReturn: 8,
    conditions: [],
    techniques: [],
    prescriptions: 10,
    preparations: 2,
    referralsUp: 1,
    referralsDown: 0,
    trainees: [],
    teachingCases: 1,
    note: null,
    explanation: null,
    ...overrides,
  };
}

export type SessionWorld = Awaited<ReturnType<typeof sessionWorldOn>>;

/** A clinic with its Wednesday mornings, its expert, trainee and clerk, for tests of records; on the `empty` preset. */
export async function sessionWorldOn(db: Database, prefix = 'world') {
  const build = buildersOn(db, prefix);
  const centre = await build.centre();
  const clinic = await build.clinic(centre.id);
  const expert = await build.expert();
  const substitute = await build.expert();
  await build.schedule(clinic.id, expert.id);
  const trainee = await build.trainee(clinic.id);
  const clerk: Actor = actorWith({ role: 'centre_clerk', centreId: centre.id });

  /** What a clerk would send for a day of the clinic, as a first version unless said otherwise. */
  const submission = (content: SessionContent = heldContent(), date: CivilDate = SESSION_DAY) => ({
    submissionId: randomUUID(),
    clinicId: clinic.id,
    date,
    half: 'am' as const,
    version: null as number | null,
    content,
  });
  return {
    build,
    /** The sums of the month of the tests; null while there are none. */
    november: async () =>
      await db.activityMonth.findUnique({
        where: { clinicId_month: { clinicId: clinic.id, month: toDbDate(civilDate('2026-11-01')) } },
      }),
    /** The events of a record, the oldest first. */
    eventsOf: async (objectId: string) => {
      const rows = await db.auditEvent.findMany({ where: { objectId }, orderBy: { seq: 'asc' } });
      return rows.map(({ event }) => event);
    },
    /** A record with all that hangs on it. */
    recordOf: async (id: string) =>
      await db.clinicSession.findUniqueOrThrow({
        where: { id },
        include: { conditions: true, techniques: true, trainees: true, versions: true, messages: true },
      }),
    records: sessionBuildersOn(db),
    clinicId: clinic.id,
    centreId: centre.id,
    districtCode: centre.districtCode,
    expertId: expert.id,
    substituteId: substitute.id,
    traineeId: trainee.id,
    clerk,
    submission,
    /** Sends a record and expects it to be taken. */
    sent: async (content?: SessionContent, date?: CivilDate, version: number | null = null) =>
      valueIn(await submitClinicSession(clerk, { ...submission(content, date), version })),
  };
}
