import { beforeAll, describe, expect, it } from 'vitest';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { CLINIC_MODELS, FACILITY_MODELS, SCOPED_MODELS, type ScopedModel } from '@/lib/access/models';
import { civilDate } from '@/lib/core/dates';
import { Prisma } from '@/lib/db/generated/client';
import { sessionBuildersOn } from '@/prisma/seed/session-builders';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { SERVICE_CONTENT } from '@/tests/support/service-content';

// What whereFor lets through is counted against plain SQL that knows nothing of it: as many rows as the place owns, and
// not one of the neighbour's.

const database = useDatabase('demo');

const CLINIC_OWNER = 'j.centre_id AS centre, c.district_code AS district, j.hospital_id AS hospital';
const FACILITY_OWNER = 'coalesce(s.centre_id, f.id) AS centre, f.district_code AS district, f.id AS hospital';
const facility = (column: string) =>
  `JOIN facility f ON f.id = t.${column} LEFT JOIN service_station s ON s.facility_id = f.id`;
const clinic = (column: string) =>
  `JOIN joint_clinic j ON j.id = t.${column} JOIN community_centre c ON c.facility_id = j.centre_id`;

const clinicOfSession = `JOIN clinic_session x ON x.id = t.session_id JOIN joint_clinic j ON j.id = x.clinic_id
  JOIN community_centre c ON c.facility_id = j.centre_id`;

/** How a table's rows find their owner: the place that hosts them, and the lead hospital behind a clinic. */
const OWNERS: Record<ScopedModel, string> = {
  Facility: `SELECT ${FACILITY_OWNER} FROM facility t ${facility('id')}`,
  CommunityCentre: `SELECT ${FACILITY_OWNER} FROM community_centre t ${facility('facility_id')}`,
  ServiceStation: `SELECT ${FACILITY_OWNER} FROM service_station t ${facility('facility_id')}`,
  OpeningHours: `SELECT ${FACILITY_OWNER} FROM opening_hours t ${facility('facility_id')}`,
  OpeningException: `SELECT ${FACILITY_OWNER} FROM opening_exception t ${facility('facility_id')}`,
  FacilityFeature: `SELECT ${FACILITY_OWNER} FROM facility_feature t ${facility('facility_id')}`,
  FacilityTechnique: `SELECT ${FACILITY_OWNER} FROM facility_technique t ${facility('facility_id')}`,
  FacilityCondition: `SELECT ${FACILITY_OWNER} FROM facility_condition t ${facility('facility_id')}`,
  PreparationDispensing: `SELECT ${FACILITY_OWNER} FROM preparation_dispensing t ${facility('facility_id')}`,
  SpecialtyProject: `SELECT ${FACILITY_OWNER} FROM specialty_project t ${facility('centre_id')}`,
  DemonstrationStation: `SELECT ${FACILITY_OWNER} FROM demonstration_station t ${facility('station_id')}`,
  FamousPhysicianWorkstation: `SELECT ${FACILITY_OWNER} FROM famous_physician_workstation t ${facility('centre_id')}`,
  FacilityCheck: `SELECT ${FACILITY_OWNER} FROM facility_check t ${facility('facility_id')}`,
  StageRecord: `SELECT ${FACILITY_OWNER} FROM stage_record t ${facility('centre_id')}`,
  StageStep: `SELECT ${FACILITY_OWNER} FROM stage_step p JOIN stage_record t ON t.id = p.record_id ${facility('centre_id')}`,
  JointClinic: `SELECT ${CLINIC_OWNER} FROM joint_clinic t ${clinic('id')}`,
  JointClinicCondition: `SELECT ${CLINIC_OWNER} FROM joint_clinic_condition t ${clinic('clinic_id')}`,
  JointClinicStatus: `SELECT ${CLINIC_OWNER} FROM joint_clinic_status t ${clinic('clinic_id')}`,
  JointClinicExpert: `SELECT ${CLINIC_OWNER} FROM joint_clinic_expert t ${clinic('clinic_id')}`,
  ClinicSchedule: `SELECT ${CLINIC_OWNER} FROM clinic_schedule t ${clinic('clinic_id')}`,
  ScheduleException: `SELECT ${CLINIC_OWNER} FROM schedule_exception t ${clinic('clinic_id')}`,
  Expert: 'SELECT NULL AS centre, NULL AS district, hospital_id AS hospital FROM expert',
  ExpertCondition:
    'SELECT NULL AS centre, NULL AS district, e.hospital_id AS hospital FROM expert_condition t JOIN expert e ON e.id = t.expert_id',
  TraineeDoctor: `SELECT ${FACILITY_OWNER} FROM trainee_doctor t ${facility('centre_id')}`,
  DualEmployment: `SELECT ${FACILITY_OWNER} FROM dual_employment t JOIN trainee_doctor d ON d.id = t.trainee_id
    JOIN facility f ON f.id = d.centre_id LEFT JOIN service_station s ON false`,
  JointClinicTrainee: `SELECT ${FACILITY_OWNER} FROM joint_clinic_trainee t ${facility('centre_id')}`,
  ServiceRecord: `SELECT ${FACILITY_OWNER} FROM service_record t JOIN trainee_doctor d ON d.id = t.trainee_id
    JOIN facility f ON f.id = d.centre_id LEFT JOIN service_station s ON false`,
  InformationReport: `SELECT coalesce(s.centre_id, f.id, j.centre_id) AS centre,
    coalesce(f.district_code, c.district_code) AS district, j.hospital_id AS hospital FROM information_report t
    LEFT JOIN facility f ON f.id = t.facility_id LEFT JOIN service_station s ON s.facility_id = f.id
    LEFT JOIN joint_clinic j ON j.id = t.joint_clinic_id LEFT JOIN community_centre c ON c.facility_id = j.centre_id`,
  ChangeRequest: `SELECT ${FACILITY_OWNER} FROM change_request t ${facility('facility_id')}`,
  ChangeStep: `SELECT ${FACILITY_OWNER} FROM change_step c JOIN change_request t ON t.id = c.request_id ${facility('facility_id')}`,
  ClinicSession: `SELECT ${CLINIC_OWNER} FROM clinic_session t ${clinic('clinic_id')}`,
  ClinicSessionCondition: `SELECT ${CLINIC_OWNER} FROM clinic_session_condition t ${clinicOfSession}`,
  ClinicSessionTechnique: `SELECT ${CLINIC_OWNER} FROM clinic_session_technique t ${clinicOfSession}`,
  ClinicSessionTrainee: `SELECT ${CLINIC_OWNER} FROM clinic_session_trainee t ${clinicOfSession}`,
  ClinicSessionVersion: `SELECT ${CLINIC_OWNER} FROM clinic_session_version t ${clinicOfSession}`,
  ClinicSessionMessage: `SELECT ${CLINIC_OWNER} FROM clinic_session_message t ${clinicOfSession}`,
  ActivityMonth: `SELECT ${CLINIC_OWNER} FROM activity_month t ${clinic('clinic_id')}`,
  ExpectedMonth: `SELECT ${CLINIC_OWNER} FROM expected_month t ${clinic('clinic_id')}`,
  ClinicStateHistory: `SELECT ${CLINIC_OWNER} FROM clinic_state_history t ${clinic('clinic_id')}`,
  FollowUp: `SELECT ${CLINIC_OWNER} FROM follow_up t ${clinic('clinic_id')}`,
  FollowUpMessage: `SELECT ${CLINIC_OWNER} FROM follow_up_message m JOIN follow_up t ON t.id = m.follow_up_id ${clinic('clinic_id')}`,
  MonthClose: 'SELECT NULL AS centre, district_code AS district, NULL AS hospital FROM month_close',
};

const NORTH = { districts: ['310109', '310110', '310151'], hospital: 'yueyang' };
const DISTRICT = '310109';
let centreId = '';
let expertId = '';
let traineeId = '';

beforeAll(async () => {
  const one = await database.db.jointClinicTrainee.findFirstOrThrow({
    where: { clinic: { centre: { districtCode: DISTRICT }, experts: { some: { validTo: null } } }, validTo: null },
    include: { clinic: { include: { experts: { where: { validTo: null } } } } },
  });
  ({ centreId, traineeId } = one);
  expertId = one.clinic.experts[0]?.expertId ?? '';
  for (const at of [centreId, 'centre-310101-01', undefined]) await recordAt(at);
  const elsewhere = await database.db.traineeDoctor.findFirstOrThrow({ where: { centre: { districtCode: '310101' } } });
  await database.db.serviceRecord.createMany({
    data: [traineeId, elsewhere.id].map((id, index) => ({
      ...{ code: `000000000000000${index}`, traineeId: id, content: SERVICE_CONTENT, issuedAt: new Date() },
      ...{ issuedById: 'x', issuedByName: '测试' },
    })),
  });
  const exceptionFor = (facilityId: string) => ({
    facilityId,
    date: new Date('2027-01-01'),
    reason: '检修',
    origin: 'demonstration' as const,
  });
  const check = { checkedAt: new Date(), checkedById: 'x', checkedByName: '测试' };
  await database.db.facilityCheck.createMany({
    data: [centreId, 'centre-310101-01'].map((facilityId) => ({ facilityId, ...check })),
  });
  await database.db.openingException.createMany({ data: [centreId, 'centre-310101-01'].map(exceptionFor) });
  const report = (facilityId: string, id: string) => ({
    id: `00000000-0000-7000-8000-00000000000${id}`,
    facilityId,
    category: 'hours' as const,
    message: '开放时间不对',
    locale: 'zh-CN',
  });
  await database.db.informationReport.createMany({ data: [report(centreId, '1'), report('centre-310101-01', '2')] });
  const at = new Date('2026-11-01T00:00:00Z');
  for (const facilityId of [centreId, 'centre-310101-01'])
    await database.db.changeRequest.create({
      data: {
        ...{ facilityId, before: {}, after: {}, reason: '换号', effectiveOn: at, proposedAt: at, changedAt: at },
        ...{ proposedById: 'x', proposedByName: '测试', steps: { create: { version: 1, kind: 'proposed', at } } },
      },
    });
});

/** A record, and the sum of a month, of a clinic of this centre, or of one outside the alliance and district. */
async function recordAt(centre: string | undefined) {
  const place = centre ? { centreId: centre } : { centre: { districtCode: { notIn: [...NORTH.districts, '310101'] } } };
  const clinic = await database.db.jointClinic.findFirst({ where: place, include: { centre: true } });
  if (!clinic) return;
  const { id: clinicId, centreId, hospitalId } = clinic;
  const { districtCode } = clinic.centre;
  await sessionBuildersOn(database.db).fullRecord(clinicId, civilDate('2019-03-05'));
  const month = { clinicId, centreId, hospitalId, districtCode, month: new Date('2019-03-01') };
  await database.db.activityMonth.create({ data: month });
  await database.db.expectedMonth.create({ data: { ...month, expected: 1 } });
  const day = new Date('2019-03-05');
  const judged = { clinicId, state: 'idle' as const };
  await database.db.clinicStateHistory.create({
    data: {
      ...{ ...judged, date: day, expected: 4, logged: 4, held: 4, confirmed: 0, signals: 0, thresholdVersion: 1 },
      computedAt: day,
    },
  });
  await database.db.followUp.create({
    data: {
      ...{ ...judged, stateOn: day, openedAt: day, office: 'district', dueOn: day },
      messages: { create: { kind: 'opened', text: '', at: day } },
    },
  });
}

/** How many rows the actor reaches; every table has the same `count`, which TypeScript cannot see. */
async function reached(actor: Actor, model: Prisma.ModelName, action: 'read' | 'update' = 'read'): Promise<number> {
  const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}` as 'facility';
  return await database.db[name].count({ where: whereFor(actor, action, model) as Prisma.FacilityWhereInput });
}

async function owned(model: ScopedModel, condition: string, values: unknown[] = []): Promise<number> {
  const { rows } = await database.sql.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (${OWNERS[model]}) owned WHERE ${condition}`,
    values,
  );
  return rows[0]?.n ?? -1;
}

const inHouse: readonly ScopedModel[] = SCOPED_MODELS.filter(
  (model) => !model.startsWith('Expert') && model !== 'MonthClose',
);

describe.each(inHouse)('%s', (model) => {
  it('is seen by a clerk for the centre and its stations', async () => {
    const own = await owned(model, 'centre = $1', [centreId]);
    expect(await reached(actorWith({ role: 'centre_clerk', centreId }), model)).toBe(own);
    expect(own).toBeLessThan(await owned(model, 'true'));
  });

  it('is seen by a district officer for the district', async () => {
    const own = await owned(model, 'district = $1', [DISTRICT]);
    expect(await reached(actorWith({ role: 'district_officer', districtCode: DISTRICT }), model)).toBe(own);
    expect(own).toBeLessThan(await owned(model, 'true'));
  });

  it('is seen by an alliance officer for the districts and the lead hospital', async () => {
    const own = await owned(model, 'district = ANY($1) OR hospital = $2', [NORTH.districts, NORTH.hospital]);
    const seen = await reached(actorWith({ role: 'alliance_officer', allianceCode: 'north' }), model);
    // partner hospitals of the alliance may stand in another district
    const elsewhere = await database.db.facility.count({
      where: {
        memberships: { some: { allianceCode: 'north' } },
        districtCode: { notIn: NORTH.districts },
        id: { not: NORTH.hospital },
      },
    });
    expect(seen - own).toBe(model === 'Facility' ? elsewhere : 0);
    expect(seen).toBeLessThan(await owned(model, 'true'));
  });

  it('is seen whole by city officers and auditors', async () => {
    const all = await owned(model, 'true');
    expect(all).toBeGreaterThan(0);
    expect(await reached(actorWith({ role: 'city_officer' }), model)).toBe(all);
    expect(await reached(actorWith({ role: 'auditor' }), model)).toBe(all);
    expect(await reached(actorWith({ role: 'auditor' }), model, 'update')).toBe(0);
  });
});

describe('a month closed by a district', () => {
  it('is seen by the district, its centres and its alliance, and changed by the district alone', async () => {
    const own = await owned('MonthClose', 'district = $1', [DISTRICT]);
    const north = await owned('MonthClose', 'district = ANY($1)', [NORTH.districts]);
    expect(own).toBeGreaterThan(0);
    expect(await owned('MonthClose', 'true')).toBeGreaterThan(north);
    const officer = actorWith({ role: 'district_officer', districtCode: DISTRICT });
    expect(await reached(officer, 'MonthClose')).toBe(own);
    expect(await reached(officer, 'MonthClose', 'update')).toBe(own);
    expect(await reached(actorWith({ role: 'centre_clerk', centreId }), 'MonthClose')).toBe(own);
    const alliance = actorWith({ role: 'alliance_officer', allianceCode: 'north' });
    expect(await reached(alliance, 'MonthClose')).toBe(north);
    expect(await reached(alliance, 'MonthClose', 'update')).toBe(0);
  });
});

describe('experts', () => {
  it.each(['Expert', 'ExpertCondition'] as const)(
    '%s: those of the lead hospital are the alliance’s',
    async (model) => {
      const officer = actorWith({ role: 'alliance_officer', allianceCode: 'north' });
      const own = await owned(model, 'hospital = $1', [NORTH.hospital]);
      expect(own).toBeGreaterThan(0);
      for (const action of ['read', 'update'] as const) expect(await reached(officer, model, action)).toBe(own);
    },
  );

  it('a centre sees those of its own clinics', async () => {
    const { rows } = await database.sql.query<{ id: string }>(
      'SELECT DISTINCT e.expert_id AS id FROM joint_clinic_expert e JOIN joint_clinic j ON j.id = e.clinic_id WHERE j.centre_id = $1',
      [centreId],
    );
    const clerk = actorWith({ role: 'centre_clerk', centreId });
    const seen = await database.db.expert.findMany({ where: whereFor(clerk, 'read', 'Expert'), select: { id: true } });
    expect(seen.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  });
});

describe('an expert', () => {
  it('sees herself, her clinics and those who learn there; nothing of a centre', async () => {
    const expert = actorWith({ role: 'expert', expertId });
    expect(await reached(expert, 'Expert')).toBe(1);
    const { rows } = await database.sql.query<{ id: string }>(
      "SELECT DISTINCT clinic_id AS id FROM joint_clinic_expert WHERE expert_id = $1 AND (valid_to IS NULL OR valid_to > '2026-11-18')",
      [expertId],
    );
    const clinics = await database.db.jointClinic.findMany({ where: whereFor(expert, 'read', 'JointClinic') });
    expect(clinics.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(
      await database.db.traineeDoctor.count({
        where: { AND: [whereFor(expert, 'read', 'TraineeDoctor'), { id: traineeId }] },
      }),
    ).toBe(1);
    for (const model of FACILITY_MODELS) expect(await reached(expert, model)).toBe(0);
    for (const model of CLINIC_MODELS) expect(await reached(expert, model, 'update')).toBe(0);
  });
});

describe('a trainee', () => {
  it('sees the own record and the clinics of the own training', async () => {
    const trainee = actorWith({ role: 'trainee', traineeId });
    expect(await reached(trainee, 'TraineeDoctor')).toBe(1);
    expect(await reached(trainee, 'JointClinicTrainee')).toBe(
      await database.db.jointClinicTrainee.count({ where: { traineeId } }),
    );
    expect(await reached(trainee, 'JointClinic')).toBeGreaterThan(0);
    expect(await reached(trainee, 'JointClinic')).toBeLessThan(10);
    for (const model of FACILITY_MODELS) expect(await reached(trainee, model)).toBe(0);
    expect(await reached(trainee, 'Expert')).toBe(0);
  });
});

describe('clinics', () => {
  it('are changed by the alliance whose hospital staffs them', async () => {
    const officer = actorWith({ role: 'alliance_officer', allianceCode: 'north' });
    const own = await owned('JointClinic', 'hospital = $1', [NORTH.hospital]);
    expect(own).toBeGreaterThan(0);
    expect(await reached(officer, 'JointClinic', 'update')).toBe(own);
  });
});

describe('where an actor may not act', () => {
  it.each(Object.values(Prisma.ModelName))('no row of %s matches, alone or with other conditions', async (model) => {
    const nobody = actorWith({ role: 'trainee', traineeId: 'nobody' });
    const nothing = whereFor(nobody, 'approve', model) as Prisma.FacilityWhereInput;
    const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}` as 'facility';
    for (const where of [nothing, { AND: [nothing, {}] }, { OR: [nothing] }, { AND: [{ AND: [nothing] }] }])
      expect(await database.db[name].count({ where })).toBe(0);
  });
});
