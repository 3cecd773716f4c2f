import { ACTOR_ROLES, type Actor, type ActorRole, type ActorScope } from '@/lib/access/actor';
import { applyActivity } from '@/lib/clinic-sessions/activity';
import { ACTIVITY_COUNTS, add, contributionOf, NO_ACTIVITY } from '@/lib/clinic-sessions/activity-rules';
import { SESSION_SELECT } from '@/lib/clinic-sessions/session-rows';
import { addDays, type CivilDate, civilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import { buildersOn } from '@/prisma/seed/builders';
import { sessionBuildersOn } from '@/prisma/seed/session-builders';
import { actorWith } from './actors';
import type { TestDatabase } from './database';

// A clinic with its people on either side, for tests of what the parties do with a record. Every record has a day of its
// own and stands in the sums of its month, as if the centre had just sent it.

const SIDES = {
  own: { districtCode: '310101', hospitalId: 'shuguang', allianceCode: 'east' },
  neighbour: { districtCode: '310104', hospitalId: 'longhua', allianceCode: 'south' },
} as const;
type SideName = keyof typeof SIDES;

export type ReviewSide = Awaited<ReturnType<typeof sideOn>>;
export type ReviewWorld = Awaited<ReturnType<typeof reviewWorldOn>>;
type Overrides = Parameters<ReturnType<typeof sessionBuildersOn>['record']>[2];

async function sideOn({ db }: Pick<TestDatabase, 'db'>, name: SideName) {
  const { districtCode, hospitalId, allianceCode } = SIDES[name];
  const build = buildersOn(db, `review-${name}`);
  const centre = await build.centre({ districtCode });
  const clinic = await build.clinic(centre.id, { hospitalId });
  const expert = await build.expert({ hospitalId });
  await build.schedule(clinic.id, expert.id);
  const trainee = await build.trainee(clinic.id);
  const scopes: { [Role in ActorRole]: Extract<ActorScope, { role: Role }> } = {
    trainee: { role: 'trainee', traineeId: trainee.id },
    expert: { role: 'expert', expertId: expert.id },
    centre_clerk: { role: 'centre_clerk', centreId: centre.id },
    alliance_officer: { role: 'alliance_officer', allianceCode },
    district_officer: { role: 'district_officer', districtCode },
    city_officer: { role: 'city_officer' },
    auditor: { role: 'auditor' },
  };
  return {
    districtCode,
    centreId: centre.id,
    clinicId: clinic.id,
    expertId: expert.id,
    traineeId: trainee.id,
    /** somebody of the side in a role; another account where a name is given */
    as: (role: ActorRole, accountId = `${name}-${role}`): Actor =>
      actorWith(scopes[role], { accountId, displayName: `测试 ${role}` }),
  };
}

export async function reviewWorldOn(database: Pick<TestDatabase, 'db'>) {
  const { db } = database;
  const sides = { own: await sideOn(database, 'own'), neighbour: await sideOn(database, 'neighbour') };
  const build = sessionBuildersOn(db);
  let day = civilDate('2026-10-01');

  const countedRow = async (id: string) =>
    await db.clinicSession.findUniqueOrThrow({ where: { id }, select: SESSION_SELECT });

  return {
    ...sides,

    /** A record as the centre has just sent it, with the side's trainee observing. */
    record: async (
      overrides: Overrides = {},
      { side = 'own', date }: { side?: SideName; date?: CivilDate } = {},
    ): Promise<{ id: string; version: number; date: CivilDate }> => {
      day = addDays(day, 1);
      const { clinicId, traineeId } = sides[side];
      const held = overrides.held ?? true;
      const made = await build.record(clinicId, date ?? day, {
        ...(held ? { trainees: { create: { traineeId, part: 'observing' } } } : {}),
        ...overrides,
      });
      const row = await countedRow(made.id);
      const on = fromDbDate(row.date);
      await db.$transaction((tx) => applyActivity(tx, { ...row, date: on }, contributionOf(row)));
      return { id: row.id, version: row.version, date: on };
    },

    row: async (id: string) => await db.clinicSession.findUniqueOrThrow({ where: { id }, include: { messages: true } }),

    events: async (objectId: string) =>
      (await db.auditEvent.findMany({ where: { objectId }, orderBy: { seq: 'asc' } })).map(({ event }) => event),

    /** The months of a clinic whose sums are not what its records add up to: none, or a command has a mistake. */
    wrongSums: async (side: SideName = 'own'): Promise<string[]> => {
      const { clinicId } = sides[side];
      const rows = await db.clinicSession.findMany({ where: { clinicId }, select: SESSION_SELECT });
      const kept = await db.activityMonth.findMany({ where: { clinicId } });
      return kept.flatMap(({ month, ...sums }) => {
        const inMonth = rows.filter(({ date }) => fromDbDate(date).slice(0, 7) === fromDbDate(month).slice(0, 7));
        const proper = inMonth.map(contributionOf).reduce(add, { ...NO_ACTIVITY });
        return ACTIVITY_COUNTS.filter((name) => sums[name] !== proper[name]).map(
          (name) => `${fromDbDate(month)} ${name}: ${sums[name]} instead of ${proper[name]}`,
        );
      });
    },

    /** A closed month of the side's district. */
    closedMonth: async (month: CivilDate, side: SideName = 'own') =>
      await db.monthClose.create({
        data: {
          districtCode: sides[side].districtCode,
          month: toDbDate(month),
          closedAt: new Date('2026-11-01T00:00:00Z'),
          closedByName: '测试',
        },
      }),

    /** Everybody who may not, each in their role. */
    others: (allowed: readonly ActorRole[]): Actor[] =>
      ACTOR_ROLES.filter((role) => !allowed.includes(role)).map((role) => sides.own.as(role)),
  };
}
