import 'server-only';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { ALLIANCE_CODES, type AllianceCode } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import { toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { ClinicFilter } from './activity-sql';
import { CITY_CODE, type Unit, type UnitNamed } from './schema';

// Which units a reader may open: those whose centres or clinics all lie in the reader's scope. What is out of scope is
// not there.

/** A unit that exists and is open to the reader. */
export type OpenUnit = {
  named: UnitNamed;
  filter: ClinicFilter;
  /** the districts it consists of, or lies in */
  districtCodes: readonly string[];
  path: { unit: UnitNamed; open: boolean }[];
};

/** The whole network. */
export const CITY: UnitNamed = { level: 'city', code: CITY_CODE, name: '上海市', nameEn: 'Shanghai' };

type DistrictPlace = { code: string; name: string; nameEn: string; alliance: UnitNamed | null };

async function districtsOn(day: CivilDate): Promise<DistrictPlace[]> {
  const date = toDbDate(day);
  const rows = await db().district.findMany({
    select: {
      code: true,
      name: true,
      nameEn: true,
      memberships: {
        where: {
          allianceKind: 'regional',
          validFrom: { lte: date },
          OR: [{ validTo: null }, { validTo: { gt: date } }],
        },
        select: { alliance: { select: { code: true, name: true, nameEn: true } } },
      },
    },
    orderBy: { code: 'asc' },
  });
  return rows.map(({ memberships, ...district }) => {
    const alliance = memberships[0]?.alliance;
    return { ...district, alliance: alliance ? { level: 'alliance', ...alliance } : null };
  });
}

/** Whether a district or an alliance is the reader's own, which has no centre before the first list is brought in. */
function isOwn(actor: Actor, { level, code }: UnitNamed): boolean {
  if (actor.role === 'district_officer') return level === 'district' && code === actor.districtCode;
  return actor.role === 'alliance_officer' && level === 'alliance' && code === actor.allianceCode;
}

/** Whether every centre of a unit is the reader's to read. */
async function readsAll(actor: Actor, unit: UnitNamed, place: Prisma.CommunityCentreWhereInput): Promise<boolean> {
  if (!mayI(actor, 'export', 'ActivityMonth')) return false;
  if (actor.role === 'city_officer' || actor.role === 'auditor') return true;
  const [all, mine] = await Promise.all([
    db().communityCentre.count({ where: place }),
    db().communityCentre.count({ where: { AND: [whereFor(actor, 'read', 'CommunityCentre'), place] } }),
  ]);
  return all === mine && (all > 0 || isOwn(actor, unit));
}

function isAllianceCode(code: string): code is AllianceCode {
  return ALLIANCE_CODES.some((known) => known === code);
}

/**
 * Finds a unit with the way down to it.
 * @param day decides which district belongs to which alliance
 * @returns null for what does not exist or is out of the reader's scope
 */
export async function openUnit(actor: Actor, unit: Unit, day: CivilDate): Promise<OpenUnit | null> {
  if (!mayI(actor, 'read', 'ActivityMonth')) return null;
  const districts = await districtsOn(day);
  const codes = (list: readonly DistrictPlace[]) => list.map(({ code }) => code);
  const opens = async (place: UnitNamed): Promise<boolean> => {
    if (place.level === 'city') return await readsAll(actor, place, {});
    if (place.level === 'alliance')
      return await readsAll(actor, place, {
        districtCode: { in: codes(districts.filter(({ alliance }) => alliance?.code === place.code)) },
      });
    if (place.level === 'district') return await readsAll(actor, place, { districtCode: place.code });
    if (place.level === 'centre') return await readsAll(actor, place, { facilityId: place.code });
    return true;
  };
  const pathTo = async (units: readonly (UnitNamed | null)[]) =>
    await Promise.all(units.filter((one) => one !== null).map(async (one) => ({ unit: one, open: await opens(one) })));
  const open = async (
    units: readonly (UnitNamed | null)[],
    rest: Pick<OpenUnit, 'filter' | 'districtCodes'>,
  ): Promise<OpenUnit | null> => {
    const path = await pathTo(units);
    const last = path.at(-1);
    return last?.open ? { named: last.unit, path, ...rest } : null;
  };

  if (unit.level === 'city')
    return await open([CITY], { filter: { everywhere: true }, districtCodes: codes(districts) });
  if (unit.level === 'alliance') {
    const members = districts.filter(({ alliance }) => alliance?.code === unit.code);
    const alliance = members[0]?.alliance;
    if (!isAllianceCode(unit.code) || !alliance) return null;
    const districtCodes = codes(members);
    return await open([CITY, alliance], { filter: { districtCodes }, districtCodes });
  }
  const wayTo = (districtCode: string) => {
    const district = districts.find(({ code }) => code === districtCode);
    if (!district) return null;
    const { code, name, nameEn, alliance } = district;
    const named: UnitNamed = { level: 'district', code, name, nameEn };
    return [CITY, alliance, named];
  };
  if (unit.level === 'district') {
    const way = wayTo(unit.code);
    return way && (await open(way, { filter: { districtCodes: [unit.code] }, districtCodes: [unit.code] }));
  }
  const centreOf = {
    facilityId: true,
    districtCode: true,
    facility: { select: { name: true, nameEn: true } },
  } as const;
  if (unit.level === 'centre') {
    const centre = await db().communityCentre.findUnique({ where: { facilityId: unit.code }, select: centreOf });
    const way = centre && wayTo(centre.districtCode);
    if (!way) return null;
    const named: UnitNamed = { level: 'centre', code: centre.facilityId, ...centre.facility };
    return await open([...way, named], { filter: { centreId: unit.code }, districtCodes: [centre.districtCode] });
  }
  const clinic = await db().jointClinic.findFirst({
    where: { AND: [whereFor(actor, 'read', 'JointClinic'), { id: unit.code }] },
    select: { id: true, name: true, nameEn: true, centre: { select: centreOf } },
  });
  const way = clinic && wayTo(clinic.centre.districtCode);
  if (!way) return null;
  const { id, name, nameEn, centre } = clinic;
  const named: UnitNamed = { level: 'clinic', code: id, name, nameEn };
  const host: UnitNamed = { level: 'centre', code: centre.facilityId, ...centre.facility };
  return await open([...way, host, named], { filter: { clinicId: id }, districtCodes: [centre.districtCode] });
}
