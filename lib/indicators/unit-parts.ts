import 'server-only';
import { ALLIANCE_CODES, type AllianceCode } from '@/lib/core/alliance-codes';
import { addDays, type CivilDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { ActivityGroup } from './activity-sql';
import type { UnitLevel, UnitNamed } from './schema';
import type { CentreStructure } from './structure-sql';
import { structureOf } from './sums';
import type { OpenUnit } from './units';

/** A part of a unit: its name, the keys of its activity, and which centres are its own. */
export type PartNamed = {
  unit: UnitNamed;
  allianceCode: AllianceCode | null;
  keys: ReadonlySet<string>;
  holds: (centre: CentreStructure) => boolean;
};

/** The parts that a unit's rows are told apart by. */
export const PART_GROUP: Record<UnitLevel, ActivityGroup> = {
  city: 'district',
  alliance: 'district',
  district: 'centre',
  centre: 'clinic',
  clinic: 'clinic',
};

const LONGEST_PERIOD_DAYS = 366;

type Named = { code: string; name: string; nameEn: string };

/** The parts of a unit one level down; for the city also the alliances, which are the other way down. */
export async function partsOf(
  { named, filter, districtCodes }: OpenUnit,
  day: CivilDate,
): Promise<{ children: PartNamed[]; alliances: PartNamed[] }> {
  const centres = await structureOf(filter, day);
  const allianceOf = new Map(centres.map(({ districtCode, allianceCode }) => [districtCode, allianceCode]));
  switch (named.level) {
    case 'city':
    case 'alliance': {
      const districts = await db().district.findMany({
        where: { code: { in: [...districtCodes] } },
        select: { code: true, name: true, nameEn: true },
        orderBy: { code: 'asc' },
      });
      const children = districts.map((one) =>
        part(
          'district',
          one,
          allianceOf.get(one.code) ?? null,
          [one.code],
          ({ districtCode }) => districtCode === one.code,
        ),
      );
      return { children, alliances: named.level === 'city' ? await alliancesOf(allianceOf) : [] };
    }
    case 'district': {
      const rows = await db().communityCentre.findMany({
        where: { districtCode: named.code, facility: { is: { OR: openLately(day) } } },
        select: { facilityId: true, facility: { select: { name: true, nameEn: true } } },
        orderBy: { facilityId: 'asc' },
      });
      const children = rows.map(({ facilityId, facility }) =>
        part(
          'centre',
          { code: facilityId, ...facility },
          allianceOf.get(named.code) ?? null,
          [facilityId],
          ({ centreId }) => centreId === facilityId,
        ),
      );
      return { children, alliances: [] };
    }
    case 'centre': {
      const rows = await db().jointClinic.findMany({
        where: { centreId: named.code },
        select: { id: true, name: true, nameEn: true },
        orderBy: { id: 'asc' },
      });
      const children = rows.map(({ id, ...names }) => part('clinic', { code: id, ...names }, null, [id], () => false));
      return { children, alliances: [] };
    }
    case 'clinic':
      return { children: [], alliances: [] };
  }
}

/** Open, or closed so lately that a period that ends on the day may hold what the place did before. */
function openLately(day: CivilDate) {
  const since = toDbDate(addDays(day, -LONGEST_PERIOD_DAYS));
  return [{ status: { not: 'closed' as const } }, { closing: { is: { closedOn: { gt: since } } } }];
}

async function alliancesOf(allianceOf: ReadonlyMap<string, AllianceCode | null>): Promise<PartNamed[]> {
  const rows = await db().alliance.findMany({
    where: { kind: 'regional' },
    select: { code: true, name: true, nameEn: true },
    orderBy: { sortOrder: 'asc' },
  });
  return rows.flatMap((one) => {
    const code = ALLIANCE_CODES.find((known) => known === one.code);
    if (!code) return [];
    const districts = [...allianceOf].flatMap(([district, alliance]) => (alliance === code ? [district] : []));
    return [part('alliance', one, code, districts, ({ allianceCode }) => allianceCode === code)];
  });
}

function part(
  level: UnitLevel,
  { code, name, nameEn }: Named,
  allianceCode: AllianceCode | null,
  keys: readonly string[],
  holds: PartNamed['holds'],
): PartNamed {
  return { unit: { level, code, name, nameEn }, allianceCode, keys: new Set(keys), holds };
}
