import { randomUUID } from 'node:crypto';
import type { Actor, ActorRole, ActorScope } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { startStaffSession } from '@/lib/auth/staff-sessions';
import { addDays, civilDate } from '@/lib/core/dates';
import { accountBuildersOn } from '@/prisma/seed/account-builders';
import { buildersOn } from '@/prisma/seed/builders';
import { sessionBuildersOn } from '@/prisma/seed/session-builders';
import type { TestDatabase } from './database';
import { FIXED_NOW } from './fixed-clock';
import { SERVICE_CONTENT } from './service-content';
import { supportRow } from './support-row';

/** Where the actors of the matrix work, and a district of another alliance beside it. */
export const SIDES = {
  own: {
    districtCode: '310101',
    centreId: 'centre-310101-01',
    otherCentreId: 'centre-310101-02',
    hospitalId: 'shuguang',
  },
  neighbour: {
    districtCode: '310104',
    centreId: 'centre-310104-01',
    otherCentreId: 'centre-310104-02',
    hospitalId: 'longhua',
  },
} as const;
export type Side = keyof typeof SIDES;

const STANDING_DAY = civilDate('2026-11-17');

/** Records of what the parties do lie before this day, months before the others. */
const OLD_DAY = civilDate('2023-12-31');

/** A clerk of a centre, signed in somewhere, due for review, with an entry in the trail. */
export type Target = (typeof SIDES)[Side] & {
  accountId: string;
  userName: string;
  version: number;
  grantId: string;
  staffSessionId: string;
  /** the entry's number */
  seq: bigint;
  /** a clinic of the centre, where the expert and the trainee of the own side work */
  clinicId: string;
  traineeId: string;
  expertId: string;
  /** the record of that clinic that stays; the expert and the trainee of the own side were there */
  sessionId: string;
};

export type StaffWorld = Awaited<ReturnType<typeof staffWorldOn>>;

/** People for the scope matrix: an actor of every role, and targets of either side. */
export async function staffWorldOn({ db }: Pick<TestDatabase, 'db'>) {
  const build = accountBuildersOn(db, 'matrix');
  const facts = {
    address: '10.9.9.9',
    userAgent: 'test',
    requestId: 'request-of-test',
    instant: new Date(FIXED_NOW),
  };
  const signIn = async (accountId: string, grantId: string) =>
    (await db.$transaction((tx) => startStaffSession(tx, { accountId, grantId }, facts))).id;

  const { centreId, districtCode } = SIDES.own;
  const rows = buildersOn(db, 'matrix');
  const clinics = {
    own: await rows.clinic(centreId, { hospitalId: SIDES.own.hospitalId }),
    neighbour: await rows.clinic(SIDES.neighbour.centreId, { hospitalId: SIDES.neighbour.hospitalId }),
  };
  const people = {
    own: await rows.expert({ hospitalId: SIDES.own.hospitalId }),
    neighbour: await rows.expert({ hospitalId: SIDES.neighbour.hospitalId }),
  };
  for (const side of ['own', 'neighbour'] as const) await rows.schedule(clinics[side].id, people[side].id);
  const trainees = { own: await rows.trainee(clinics.own.id), neighbour: await rows.trainee(clinics.neighbour.id) };
  const records = sessionBuildersOn(db);
  // a record that stays, on either side, for what the table of abilities says; the trainee was there
  const words = { version: 1, text: '请核对', at: new Date(FIXED_NOW), authorName: '测试' };
  const said = { ...words, kind: 'comment', authorRole: 'auditor' } as const;
  const own = await records.record(clinics.own.id, STANDING_DAY, {
    trainees: { create: { traineeId: trainees.own.id, part: 'observing' } },
    messages: { create: said },
  });
  const neighbour = await records.record(clinics.neighbour.id, STANDING_DAY, { messages: { create: said } });
  const standing = { own: own.id, neighbour: neighbour.id };
  const monthClose = async (code: string, month: Date) =>
    await db.monthClose.create({
      data: { districtCode: code, month, closedAt: new Date(FIXED_NOW), closedByName: '测试' },
    });
  // operations may meet the days of any month; what they close they close themselves
  await db.monthClose.deleteMany({ where: { districtCode: { in: [districtCode, SIDES.neighbour.districtCode] } } });
  for (const side of ['own', 'neighbour'] as const)
    await monthClose(SIDES[side].districtCode, new Date('2019-01-01T00:00:00Z'));
  // files of lists that stay
  for (const side of ['own', 'neighbour'] as const)
    await db.listImport.create({
      data: {
        ...{ list: 'centres', districtCode: SIDES[side].districtCode, fileName: 'a.csv', fileHash: '0'.repeat(64) },
        ...{ datum: 'wgs84', columns: [], rowCount: 0, unmentioned: 0, accountId: 'x', madeBy: '测试' },
        checkedAt: new Date(FIXED_NOW),
      },
    });
  // a service record of a trainee of either side, for what the table of abilities says
  for (const side of ['own', 'neighbour'] as const)
    await db.serviceRecord.create({
      data: {
        ...{ code: side === 'own' ? '00000000000000A1' : '00000000000000B1', traineeId: trainees[side].id },
        ...{ content: SERVICE_CONTENT, issuedAt: new Date(FIXED_NOW), issuedById: 'x', issuedByName: '测试' },
      },
    });
  /** A resident's report about a centre. */
  const reportAbout = async (facilityId: string) =>
    await db.informationReport.create({
      data: { id: randomUUID(), facilityId, category: 'hours', message: '开放时间不对', locale: 'zh-CN' },
    });
  // the centre of either side has been looked at
  const check = { checkedAt: new Date('2024-01-01T00:00:00Z'), checkedById: 'x', checkedByName: '测试' };
  for (const side of ['own', 'neighbour'] as const)
    await db.facilityCheck.create({ data: { facilityId: SIDES[side].centreId, ...check } });
  // one of either side that stays
  for (const side of ['own', 'neighbour'] as const) await reportAbout(SIDES[side].centreId);
  for (const side of ['own', 'neighbour'] as const)
    await db.supportRequest.create({ data: supportRow({ districtCode: SIDES[side].districtCode }) });
  let days = 0;
  let [oldDays, oldMonths] = [0, 0];
  const freshDay = () => {
    days += 1;
    return addDays(STANDING_DAY, -days);
  };
  const scopes: { [Role in ActorRole]: Extract<ActorScope, { role: Role }> } = {
    trainee: { role: 'trainee', traineeId: trainees.own.id },
    expert: { role: 'expert', expertId: people.own.id },
    centre_clerk: { role: 'centre_clerk', centreId },
    alliance_officer: { role: 'alliance_officer', allianceCode: 'east' },
    district_officer: { role: 'district_officer', districtCode },
    city_officer: { role: 'city_officer' },
    auditor: { role: 'auditor' },
  };

  const clinicOf = (side: Side) => ({
    clinicId: clinics[side].id,
    expertId: people[side].id,
    traineeId: trainees[side].id,
  });

  /** A clerk of one side, whom nobody has touched. */
  const target = async (side: Side): Promise<Target> => {
    const place = SIDES[side];
    const createdAt = new Date('2025-01-01T00:00:00Z');
    const scope = { role: 'centre_clerk', centreId: place.centreId } as const;
    const { account, grantId } = await build.staff(scope, { createdAt });
    await db.$transaction((tx) =>
      writeAudit(
        tx,
        { system: 'job', requestId: 'request-of-test' },
        {
          event: 'account.created',
          object: { type: 'Account', id: account.id, label: account.displayName },
          scope: { centreId: place.centreId, districtCode: place.districtCode },
        },
      ),
    );
    const entry = await db.auditEvent.findFirstOrThrow({ where: { objectId: account.id }, select: { seq: true } });
    const { id: accountId, userName, version } = account;
    const staffSessionId = await signIn(accountId, grantId);
    return {
      ...place,
      accountId,
      userName,
      version,
      grantId,
      staffSessionId,
      seq: entry.seq,
      ...clinicOf(side),
      sessionId: standing[side],
    };
  };

  return {
    db,
    target,
    /** A day before the others, on which no clinic has an evening yet. */
    freshDay,

    reportOn: async ({ centreId: about }: Target) => await reportAbout(about),

    /** A record of an evening of the target's clinic, sent by its centre. */
    recordOf: async ({ clinicId }: Target) => await records.record(clinicId, freshDay(), { half: 'evening' }),

    /** A record of years ago, as it must be for what is done with it; the trainee was there where it was held. */
    oldRecordOf: async ({ clinicId, traineeId }: Target, overrides: Parameters<typeof records.record>[2] = {}) => {
      oldDays += 1;
      const trainees = { create: { traineeId, part: 'observing' } } as const;
      const held = overrides.held ?? true;
      return await records.record(clinicId, addDays(OLD_DAY, -oldDays), {
        ...(held ? { trainees } : {}),
        ...overrides,
      });
    },

    /** A month of long ago in which nobody has logged anything, its first day. */
    oldMonth: (): Date => {
      oldMonths += 1;
      return new Date(Date.UTC(2018, -oldMonths, 1));
    },

    monthClose,

    /** A centre that is new in a district. */
    centreIn: async (code: string) => await rows.centre({ districtCode: code }),

    /** A signed-in actor of a role. */
    actor: async (role: ActorRole): Promise<Actor> => {
      const { actor } = await build.staff(scopes[role]);
      return { ...actor, staffSessionId: await signIn(actor.accountId, actor.grantId) };
    },

    /** A city role that somebody else has asked for, for the target. */
    requestFor: async ({ accountId }: Target) => {
      const asking = await build.account();
      const grant = await build.grant(
        accountId,
        { role: 'auditor' },
        { state: 'requested', source: 'officer', requestedById: asking.id },
      );
      return { grantId: grant.id, version: grant.version };
    },

    /** Somebody of the other centre of the same side, to hand over to. */
    successorOf: async ({ otherCentreId }: Target) => {
      const { account } = await build.staff({ role: 'centre_clerk', centreId: otherCentreId });
      return { accountId: account.id, userName: account.userName };
    },

    /** A clinic of the target's side that nobody has changed yet, with its expert, a weekly slot and a trainee. */
    freshClinic: async ({ centreId: hostId, hospitalId }: Target) => {
      const side = hostId === SIDES.own.centreId ? 'own' : 'neighbour';
      const { id: clinicId, name } = await rows.clinic(hostId, { hospitalId });
      const [expertId, traineeId] = [people[side].id, trainees[side].id];
      const line = await rows.schedule(clinicId, expertId);
      await db.jointClinicTrainee.create({
        data: { clinicId, traineeId, centreId: hostId, validFrom: new Date('2026-01-01') },
      });
      return { clinicId, name, expertId, traineeId, lineId: line.id };
    },

    /** Another expert of the target's hospital, and another trainee of its centre. */
    newcomers: async ({ clinicId, hospitalId }: Target) => ({
      expertId: (await rows.expert({ hospitalId })).id,
      traineeId: (await rows.trainee(clinicId)).id,
    }),

    /** A role of somebody who is the target's trainee. */
    personWithRole: async ({ traineeId }: Target) =>
      (await build.grant((await build.account()).id, { role: 'trainee', traineeId })).id,

    suspended: async ({ accountId }: Target) => {
      await db.account.update({ where: { id: accountId }, data: { status: 'suspended', statusReason: '休假' } });
    },
  };
}
