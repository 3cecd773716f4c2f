import type { Database } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { LOADING_HISTORY } from './load';

// Rows for tests: each builder fills in what a test does not care about and answers what it stored. They stand on the
// `empty` preset: its districts, subdistricts, lead hospitals, catalogue and techniques are there.

type Centre = Prisma.FacilityUncheckedCreateInput & Partial<Pick<Prisma.CommunityCentreCreateManyInput, 'tcmArea'>>;
type Part<Input> = Partial<Input>;

const DISTRICT = '310101';
const SUBDISTRICT = '310101002';
const HOSPITAL = 'shuguang';
const CATALOGUE = 'example-2023';
const CONDITION = 'A07.06.19';
const SINCE = new Date('2024-01-01T00:00:00Z');

/**
 * Builders that write to `db`; ids and names are numbered from 1 for every call, so rows of one test never collide.
 * @param prefix begins every id, for two sets of builders on one database
 */
export function buildersOn(db: Database, prefix = 'test') {
  let made = 0;
  const next = (what: string) => {
    made += 1;
    return `${prefix}-${what}-${made}`;
  };

  /** Writes what lies in the past, which the database refuses otherwise. */
  const loadingHistory = async <T>(write: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> =>
    await db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(LOADING_HISTORY);
      return await write(tx);
    });

  /** A row of the facility table alone; mind that readers expect the row of its kind beside it. */
  const facility = async (overrides: Part<Prisma.FacilityUncheckedCreateInput> = {}) => {
    const id = overrides.id ?? next('facility');
    return await db.facility.create({
      data: {
        id,
        kind: 'community_centre',
        name: `测试机构 ${id}`,
        nameEn: `Test facility ${id}`,
        districtCode: DISTRICT,
        subdistrictCode: overrides.districtCode && overrides.districtCode !== DISTRICT ? null : SUBDISTRICT,
        latitude: '31.234000',
        longitude: '121.470000',
        exactness: 'estimated',
        origin: 'demonstration',
        ...overrides,
      },
    });
  };

  const centre = async ({ tcmArea = 'hall', ...overrides }: Part<Centre> = {}) => {
    const row = await facility({ id: next('centre'), ...overrides, kind: 'community_centre' });
    await db.communityCentre.create({ data: { facilityId: row.id, districtCode: row.districtCode, tcmArea } });
    return row;
  };

  /** A station of `centreId`, in the centre's district unless another is given. */
  const station = async (
    centreId: string,
    {
      stationKind = 'community_station',
      ...overrides
    }: Part<Prisma.FacilityUncheckedCreateInput & Pick<Prisma.ServiceStationCreateManyInput, 'stationKind'>> = {},
  ) => {
    const { districtCode, subdistrictCode } = await db.facility.findUniqueOrThrow({ where: { id: centreId } });
    const row = await facility({
      id: next('station'),
      districtCode,
      subdistrictCode,
      ...overrides,
      kind: 'service_station',
    });
    await db.serviceStation.create({
      data: { facilityId: row.id, districtCode: row.districtCode, centreId, stationKind },
    });
    return row;
  };

  /** What a facility offers: conditions and techniques by code, features by name. */
  const offer = async (
    facilityId: string,
    {
      conditions = [],
      techniques = [],
      features = [],
    }: {
      conditions?: string[];
      techniques?: string[];
      features?: Prisma.FacilityFeatureCreateManyInput['feature'][];
    },
  ) => {
    await db.facilityCondition.createMany({
      data: conditions.map((conditionCode) => ({ facilityId, catalogueId: CATALOGUE, conditionCode })),
    });
    await db.facilityTechnique.createMany({
      data: techniques.map((techniqueCode) => ({ facilityId, techniqueCode })),
    });
    await db.facilityFeature.createMany({ data: features.map((feature) => ({ facilityId, feature })) });
  };

  /** Opening hours from 08:00 to 17:00 without a break, Monday to Friday unless other weekdays are given. */
  const open = async (facilityId: string, weekdays = [1, 2, 3, 4, 5], opensMinute = 480, closesMinute = 1020) =>
    await db.openingHours.createMany({
      data: weekdays.map((weekday) => ({ facilityId, weekday, opensMinute, closesMinute })),
    });

  const expert = async (overrides: Part<Prisma.ExpertUncheckedCreateInput> = {}) => {
    const id = overrides.id ?? next('expert');
    return await db.expert.create({
      data: {
        id,
        name: `测试专家${made}`,
        nameEn: `Test Expert ${made}`,
        title: 'chief',
        hospitalId: HOSPITAL,
        department: '骨伤科',
        departmentEn: 'Orthopaedics and traumatology',
        origin: 'demonstration',
        ...overrides,
      },
    });
  };

  /** A clinic that has operated since 2024, for one condition. */
  const clinic = async (centreId: string, overrides: Part<Prisma.JointClinicUncheckedCreateInput> = {}) => {
    const id = overrides.id ?? next('clinic');
    return await db.jointClinic.create({
      data: {
        id,
        name: `膝痹病专病联合门诊 ${id}`,
        nameEn: `Joint clinic ${id}`,
        centreId,
        hospitalId: HOSPITAL,
        department: '骨伤科',
        departmentEn: 'Orthopaedics and traumatology',
        bookingMethod: 'centre_desk',
        origin: 'demonstration',
        conditions: { create: { catalogueId: CATALOGUE, conditionCode: CONDITION } },
        statuses: { create: { status: 'operating', validFrom: SINCE, origin: 'demonstration' } },
        ...overrides,
      },
    });
  };

  /** A weekly line, Wednesday morning unless said otherwise, and the expert's assignment if there is none. */
  const schedule = async (
    clinicId: string,
    expertId: string,
    overrides: Part<Prisma.ClinicScheduleUncheckedCreateInput> = {},
  ) => {
    const { hospitalId } = await db.jointClinic.findUniqueOrThrow({ where: { id: clinicId } });
    const assigned = await db.jointClinicExpert.count({ where: { clinicId, expertId } });
    if (assigned === 0)
      await db.jointClinicExpert.create({ data: { clinicId, expertId, hospitalId, validFrom: SINCE } });
    return await loadingHistory((tx) =>
      tx.clinicSchedule.create({
        data: {
          clinicId,
          expertId,
          weekday: 3,
          half: 'am',
          startsMinute: 510,
          endsMinute: 690,
          recurrence: 'weekly',
          anchorDate: SINCE,
          validFrom: SINCE,
          origin: 'demonstration',
          ...overrides,
        },
      }),
    );
  };

  /** A trainee of a clinic's centre, learning in that clinic. */
  const trainee = async (clinicId: string, overrides: Part<Prisma.TraineeDoctorUncheckedCreateInput> = {}) => {
    const { centreId } = await db.jointClinic.findUniqueOrThrow({ where: { id: clinicId } });
    const row = await db.traineeDoctor.create({
      data: {
        id: next('trainee'),
        name: `测试学员${made}`,
        nameEn: `Test Trainee ${made}`,
        centreId,
        cohort: 2025,
        origin: 'demonstration',
        ...overrides,
      },
    });
    await db.jointClinicTrainee.create({ data: { clinicId, traineeId: row.id, centreId, validFrom: SINCE } });
    return row;
  };

  return { facility, centre, station, offer, open, expert, clinic, schedule, trainee, loadingHistory };
}
