import type { ActorScope } from '@/lib/access/actor';
import { DEMONSTRATION_PASSWORD } from '@/lib/auth/demonstration';
import { hashPassword } from '@/lib/auth/password-hash';
import { type Database, openDatabase } from '@/lib/db/client';
import type { DemonstrationUserName } from './demonstration-names';
import { DEMONSTRATION_DISTRICTS } from './demonstration-people';

// One or more accounts for every role, so that a visitor of the demonstration sees each with its neighbour's. They
// carry no names of people.

const SINCE = new Date('2026-01-01T00:00:00Z');

type Made = { userName: DemonstrationUserName; displayName: string; scope: ActorScope };

/** A centre of a district where a clinic has both an expert and a trainee today; the first by its id. */
async function centreWithPeople(db: Database, districtCode: string) {
  const clinic = await db.jointClinic.findFirst({
    where: {
      centre: { districtCode },
      experts: { some: { validTo: null } },
      trainees: { some: { validTo: null } },
      statuses: { some: { status: 'operating', validTo: null } },
    },
    orderBy: { id: 'asc' },
    select: {
      centreId: true,
      experts: { where: { validTo: null }, orderBy: { expertId: 'asc' }, select: { expertId: true } },
      trainees: { where: { validTo: null }, orderBy: { traineeId: 'asc' }, select: { traineeId: true } },
    },
  });
  const [expert, trainee] = [clinic?.experts[0], clinic?.trainees[0]];
  if (!clinic || !expert || !trainee)
    throw new Error(`The network has no clinic with an expert and a trainee in district ${districtCode}.`);
  return { centreId: clinic.centreId, expertId: expert.expertId, traineeId: trainee.traineeId };
}

async function demonstrationAccounts(db: Database): Promise<Made[]> {
  const [first, second] = DEMONSTRATION_DISTRICTS;
  const huangpu = await centreWithPeople(db, first);
  const xuhui = await centreWithPeople(db, second);
  return [
    { userName: 'city.one', displayName: '演示·市级管理甲', scope: { role: 'city_officer' } },
    { userName: 'city.two', displayName: '演示·市级管理乙', scope: { role: 'city_officer' } },
    { userName: 'auditor', displayName: '演示·审计', scope: { role: 'auditor' } },
    {
      userName: 'district.huangpu',
      displayName: '演示·黄浦区卫健委',
      scope: { role: 'district_officer', districtCode: '310101' },
    },
    {
      userName: 'district.xuhui',
      displayName: '演示·徐汇区卫健委',
      scope: { role: 'district_officer', districtCode: '310104' },
    },
    {
      userName: 'alliance.east',
      displayName: '演示·东部医联体办公室',
      scope: { role: 'alliance_officer', allianceCode: 'east' },
    },
    {
      userName: 'alliance.south',
      displayName: '演示·南部医联体办公室',
      scope: { role: 'alliance_officer', allianceCode: 'south' },
    },
    {
      userName: 'centre.huangpu',
      displayName: '演示·黄浦社区中心',
      scope: { role: 'centre_clerk', centreId: huangpu.centreId },
    },
    {
      userName: 'centre.xuhui',
      displayName: '演示·徐汇社区中心',
      scope: { role: 'centre_clerk', centreId: xuhui.centreId },
    },
    { userName: 'expert', displayName: '演示·专家', scope: { role: 'expert', expertId: huangpu.expertId } },
    { userName: 'trainee', displayName: '演示·学员', scope: { role: 'trainee', traineeId: huangpu.traineeId } },
  ];
}

/**
 * Makes the accounts of the demonstration that are not there yet, with their roles; changes none that is.
 * @returns how many it made
 * @throws Error when the database does not hold a demonstration network
 */
export async function ensureDemonstrationAccounts(databaseUrl: string): Promise<number> {
  const db = openDatabase(databaseUrl);
  try {
    const there = new Set((await db.account.findMany({ select: { userName: true } })).map(({ userName }) => userName));
    const missing = (await demonstrationAccounts(db)).filter(({ userName }) => !there.has(userName));
    if (missing.length === 0) return 0;
    const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
    for (const { userName, displayName, scope } of missing)
      await db.account.create({
        data: {
          userName,
          displayName,
          passwordHash,
          demonstration: true,
          grants: { create: { ...scope, validFrom: SINCE, state: 'active', source: 'demonstration' } },
        },
        select: { id: true },
      });
    return missing.length;
  } finally {
    await db.$disconnect();
  }
}
