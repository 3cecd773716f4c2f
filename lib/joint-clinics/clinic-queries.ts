import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { ClinicFilter } from './list-schema';
import { dbWeekday, periodOf } from './plan-records';
import { clinicStatusOn } from './rules';
import type { ClinicListed, ClinicPage } from './views-schema';

const PAGE = 30;
const NAMES = { name: true, nameEn: true } as const;

/** Dates a period covers whose end is exclusive. */
function covering(day: Date) {
  return { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] };
}

function filterOf({ text, status, district, centre, expert }: ClinicFilter, today: CivilDate) {
  const day = toDbDate(today);
  const contains = { contains: text, mode: 'insensitive' } as const;
  const conditions: Prisma.JointClinicWhereInput[] = [];
  if (text)
    conditions.push({
      OR: [
        { name: contains },
        { nameEn: contains },
        { centre: { is: { facility: { is: { OR: [{ name: contains }, { nameEn: contains }] } } } } },
        { experts: { some: { ...covering(day), expert: { is: { OR: [{ name: contains }, { nameEn: contains }] } } } } },
      ],
    });
  if (status) conditions.push(statusCondition(status, day));
  if (district) conditions.push({ centre: { is: { districtCode: district } } });
  if (centre) conditions.push({ centreId: centre });
  if (expert) conditions.push({ experts: { some: { expertId: expert, ...covering(day) } } });
  return conditions;
}

/** The same as `clinicStatusOn`: preparing before the history, closed after one that ended. */
function statusCondition(status: NonNullable<ClinicFilter['status']>, day: Date): Prisma.JointClinicWhereInput {
  const present = { statuses: { some: { status, ...covering(day) } } };
  const none = { statuses: { none: covering(day) } };
  const begun = { statuses: { some: { validFrom: { lte: day } } } };
  if (status === 'closed') return { OR: [present, { AND: [none, begun] }] };
  return status === 'preparing' ? { OR: [present, { AND: [none, { NOT: begun }] }] } : present;
}

/** Clinics of the actor's scope that pass the filter, by centre, thirty at a time. */
export async function listClinics(actor: Actor, filter: ClinicFilter): Promise<ClinicPage> {
  const today = dateInShanghai(now());
  const day = toDbDate(today);
  const scope = whereFor(actor, 'read', 'JointClinic');
  // a page begins after a clinic that the actor may see, or at the beginning
  const last = filter.after
    ? await db().jointClinic.findFirst({
        where: { AND: [scope, { id: filter.after }] },
        select: { id: true, centreId: true },
      })
    : null;
  const further = last
    ? [{ OR: [{ centreId: { gt: last.centreId } }, { centreId: last.centreId, id: { gt: last.id } }] }]
    : [];
  const rows = await db().jointClinic.findMany({
    where: { AND: [scope, ...filterOf(filter, today), ...further] },
    select: {
      ...{ id: true, ...NAMES, origin: true, centreId: true, hospitalId: true },
      centre: { select: { districtCode: true, facility: { select: { ...NAMES, district: { select: NAMES } } } } },
      hospital: { select: { facility: { select: NAMES } } },
      statuses: true,
      experts: {
        where: covering(day),
        select: { expert: { select: { id: true, ...NAMES } } },
        orderBy: { validFrom: 'asc' },
      },
      schedules: {
        where: { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
        select: { id: true, weekday: true, half: true, recurrence: true },
        orderBy: [{ weekday: 'asc' }, { half: 'asc' }],
      },
    },
    orderBy: [{ centreId: 'asc' }, { id: 'asc' }],
    take: PAGE + 1,
  });
  const clinics = rows.slice(0, PAGE).map(
    ({ centre, hospital, experts, schedules, statuses, centreId, hospitalId, ...clinic }): ClinicListed => ({
      ...clinic,
      centre: { id: centreId, name: centre.facility.name, nameEn: centre.facility.nameEn },
      district: { id: centre.districtCode, ...centre.facility.district },
      hospital: { id: hospitalId, ...hospital.facility },
      status: clinicStatusOn(statuses.map(periodOf), today),
      experts: experts.map(({ expert }) => expert),
      slots: schedules.map((slot) => ({ ...slot, weekday: dbWeekday(slot.weekday) })),
    }),
  );
  return { clinics, next: rows.length > PAGE ? (clinics.at(-1)?.id ?? null) : null };
}
