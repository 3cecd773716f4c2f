import 'server-only';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { planClinics } from '@/lib/joint-clinics/plan-clinics';
import { type DateRange, type PlanReader, periodOf, readHolidays } from '@/lib/joint-clinics/plan-records';
import { clinicStatusOn } from '@/lib/joint-clinics/rules';
import { expertSlotOf, type RecordReader, type RecordsOf, readDoubles, readRecords } from './read-records';
import { judge } from './rules';
import type { Thresholds } from './schema';
import { type SignalFacts, signalsOf, slotOf } from './signal-rules';
import type { ClinicMonitored } from './views-schema';
import { openWindow, type Slot, windowOf } from './window-rules';

// Judges clinics of any condition: pages bring that of their actor, the nightly job takes all.

export type MonitorReader = PlanReader & RecordReader & Pick<Prisma.TransactionClient, 'indicatorTarget'>;

type Place = Omit<ClinicMonitored, 'state' | 'reasons' | 'numbers' | 'signals' | 'status'>;

/** Clinics with everything that windows ending in a range of days are made of. */
export type ClinicsRead = {
  clinics: readonly (Place & { statusOn: (day: CivilDate) => ClinicMonitored['status']; expected: readonly Slot[] })[];
  records: RecordsOf;
  doubles: ReadonlySet<string>;
  holidays: ReadonlySet<CivilDate>;
  targetOf: (districtCode: string) => number | null;
};

const NAMES = { name: true, nameEn: true } as const;

/**
 * Reads what is needed to judge clinics on any day of a range.
 * @param since the earliest instant whose knowledge is asked for
 */
export async function readClinics(
  reader: MonitorReader,
  where: Prisma.JointClinicWhereInput,
  days: DateRange,
  { thresholds, since }: { thresholds: Pick<Thresholds, 'windowWeeks'>; since: Date },
): Promise<ClinicsRead> {
  const range = { from: windowOf(days.from, thresholds).from, to: days.to };
  const plans = await planClinics(reader, where, range);
  const rows = await reader.jointClinic.findMany({
    where,
    select: {
      ...{ id: true, ...NAMES, origin: true, hospitalId: true, statuses: true },
      centre: {
        select: {
          facilityId: true,
          districtCode: true,
          facility: { select: { ...NAMES, district: { select: NAMES } } },
        },
      },
      hospital: { select: { facility: { select: NAMES } } },
    },
    orderBy: [{ centre: { districtCode: 'asc' } }, { centreId: 'asc' }, { id: 'asc' }],
  });
  const records = await readRecords(
    reader,
    rows.map(({ id }) => id),
    range,
    since,
  );
  const doubles = await readDoubles(reader, range);
  const holidays = await readHolidays(reader, range);
  const expected = new Map(plans.map(({ clinicId, plan }) => [clinicId, plan.expected]));
  return {
    clinics: rows.map(({ id, name, nameEn, origin, hospitalId, statuses, centre, hospital }) => ({
      clinic: { id, name, nameEn },
      centre: { id: centre.facilityId, name: centre.facility.name, nameEn: centre.facility.nameEn },
      district: { id: centre.districtCode, ...centre.facility.district },
      hospital: { id: hospitalId, ...hospital.facility },
      origin,
      statusOn: (day) => clinicStatusOn(statuses.map(periodOf), day),
      expected: expected.get(id) ?? [],
    })),
    records,
    doubles,
    holidays: new Set([...holidays.values()].filter(({ kind }) => kind === 'holiday').map(({ date }) => date)),
    targetOf: await visitTargets(reader, days.to),
  };
}

/** What districts, or else the city, have set as visits a session; null where nobody has. */
async function visitTargets(reader: MonitorReader, day: CivilDate): Promise<ClinicsRead['targetOf']> {
  const date = toDbDate(day);
  const rows = await reader.indicatorTarget.findMany({
    where: {
      indicatorId: 'visits_per_held_session',
      level: { in: ['city', 'district'] },
      ...{ periodFrom: { lte: date }, periodTo: { gte: date } },
    },
    select: { level: true, unitCode: true, value: true },
  });
  const city = rows.find(({ level }) => level === 'city');
  return (districtCode) => {
    const own = rows.find(({ level, unitCode }) => level === 'district' && unitCode === districtCode) ?? city;
    return own ? own.value.toNumber() : null;
  };
}

/** Every clinic that operates on a day, or pauses, as it is judged in the window that ends on it. */
export function judgeAll(read: ClinicsRead, to: CivilDate, knownAt: Date, thresholds: Thresholds): ClinicMonitored[] {
  return read.clinics.flatMap(({ statusOn, expected, ...place }) => {
    const status = statusOn(to);
    if (status !== 'operating' && status !== 'suspended') return [];
    return [{ ...place, status, ...judgeOne(read, { ...place, expected }, to, knownAt, thresholds) }];
  });
}

/** One clinic as it is judged in the window that ends on a day. */
export function judgeOne(
  read: ClinicsRead,
  { clinic, district, expected }: Pick<ClinicsRead['clinics'][number], 'clinic' | 'district' | 'expected'>,
  to: CivilDate,
  knownAt: Date,
  thresholds: Thresholds,
) {
  const records = read.records.get(clinic.id) ?? [];
  const window = openWindow({ to, knownAt, thresholds, expected, records });
  const facts: SignalFacts = {
    holidays: read.holidays,
    elsewhere: new Set(
      records.flatMap(({ facts: { expertId }, ...slot }) =>
        expertId && read.doubles.has(expertSlotOf(expertId, slot)) ? [slotOf(slot)] : [],
      ),
    ),
    visitsTarget: read.targetOf(district.id),
  };
  return { ...judge(window, thresholds), signals: signalsOf(window, thresholds, facts) };
}
