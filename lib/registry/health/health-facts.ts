import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { WEEKDAYS } from '@/lib/core/dates';
import { type Wgs84, wgs84 } from '@/lib/core/geo';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { listDistrictOutlines } from '@/lib/public-directory/outlines';
import { weekText } from '@/lib/registry/lists/hours-rules';
import { doublesIn, type Judged, judgeProfile, type Places, type ProfileFacts } from './health-rules';
import { PROFILE_KINDS, type ProfileKind } from './health-schema';

// The profiles of a scope, each judged. Doubles are looked for among what the actor sees.

const NAMES = { name: true, nameEn: true } as const;
const HOURS = { select: { weekday: true, opensMinute: true, closesMinute: true } } as const;
const SELECT = {
  ...{ id: true, ...NAMES, kind: true, version: true, updatedAt: true },
  ...{ address: true, phone: true, latitude: true, longitude: true, exactness: true },
  ...{ districtCode: true, subdistrictCode: true },
  _count: { select: { openingHours: true, techniques: true, conditions: true, features: true } },
} as const satisfies Prisma.FacilitySelect;

type Row = Prisma.FacilityGetPayload<{ select: typeof SELECT }> & {
  district: { name: string; nameEn: string };
  check: { checkedAt: Date; checkedByName: string } | null;
  /** of a station, the centre it belongs to */
  centreId: string | null;
};
export type JudgedFacility = { row: Row; facts: ProfileFacts; judged: Judged };

function factsOf(row: Row): ProfileFacts {
  // the query asks for these two kinds only
  const kind: ProfileKind = row.kind === 'community_centre' ? 'community_centre' : 'service_station';
  const { openingHours: hours, techniques, conditions, features } = row._count;
  return {
    ...{ id: row.id, kind, name: row.name, districtCode: row.districtCode, districtName: row.district.name },
    centreId: row.centreId ?? row.id,
    ...{ subdistrictCode: row.subdistrictCode, address: row.address, phone: row.phone },
    position: wgs84(row.latitude.toNumber(), row.longitude.toNumber()),
    exact: row.exactness === 'building' || row.exactness === 'hundred_metres',
    counts: { hours, techniques, conditions, features },
    ...{ changedAt: row.updatedAt, checkedAt: row.check?.checkedAt ?? null },
  };
}

async function readPlaces(): Promise<Places> {
  const [outlines, subdistricts] = await Promise.all([
    listDistrictOutlines(),
    db().subdistrict.findMany({ select: { code: true, districtCode: true, latitude: true, longitude: true } }),
  ]);
  const points = new Map<string, Map<string, Wgs84>>();
  for (const { code, districtCode, latitude, longitude } of subdistricts) {
    const known = points.get(districtCode) ?? new Map<string, Wgs84>();
    known.set(code, wgs84(latitude.toNumber(), longitude.toNumber()));
    points.set(districtCode, known);
  }
  return { outlines: new Map(outlines.map(({ code, polygons }) => [code, polygons])), points };
}

/** The profiles of a scope with what stands beside them, each table read by the scope: by two thousand ids is slower. */
async function readRows(actor: Actor): Promise<Row[]> {
  const where: Prisma.FacilityWhereInput = {
    AND: [whereFor(actor, 'export', 'Facility'), { kind: { in: [...PROFILE_KINDS] }, status: { not: 'closed' } }],
  };
  const facility = { is: where };
  const [facilities, stations, checks, districts] = await Promise.all([
    db().facility.findMany({ where, select: SELECT, orderBy: { id: 'asc' } }),
    db().serviceStation.findMany({ where: { facility }, select: { facilityId: true, centreId: true } }),
    db().facilityCheck.findMany({
      where: { facility },
      select: { facilityId: true, checkedAt: true, checkedByName: true },
    }),
    db().district.findMany({ select: { code: true, ...NAMES } }),
  ]);
  const centreOf = new Map(stations.map(({ facilityId, centreId }) => [facilityId, centreId]));
  const checkOf = new Map(checks.map(({ facilityId, ...check }) => [facilityId, check]));
  const districtOf = new Map(districts.map(({ code, ...names }) => [code, names]));
  return facilities.flatMap((row) => {
    const district = districtOf.get(row.districtCode);
    if (!district) return [];
    return [{ ...row, district, check: checkOf.get(row.id) ?? null, centreId: centreOf.get(row.id) ?? null }];
  });
}

/** Every centre and station of the actor's scope that is not closed, judged now, in the order of their ids. */
export async function readJudged(actor: Actor): Promise<JudgedFacility[]> {
  const [rows, places] = await Promise.all([readRows(actor), readPlaces()]);
  const all = rows.map((row) => ({ row, facts: factsOf(row) }));
  const doubles = doublesIn(all.map(({ facts }) => facts));
  const instant = now();
  return all.map(({ row, facts }) => ({
    ...{ row, facts },
    judged: judgeProfile(facts, { places, doubles: doubles.get(facts.id) ?? [], instant }),
  }));
}

/** The hours of some centres in the one way of writing; those without hours are left out. */
export async function hoursOfCentres(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<Map<string, { text: string; rows: { weekday: number; opensMinute: number; closesMinute: number }[] }>> {
  const centres = await tx.facility.findMany({
    where: { id: { in: [...ids] }, kind: 'community_centre' },
    select: { id: true, openingHours: HOURS },
  });
  return new Map(
    centres.flatMap(({ id, openingHours: rows }) => {
      const text = weekText(
        rows.flatMap(({ weekday, ...span }) =>
          WEEKDAYS.flatMap((day) => (day === weekday ? [{ weekday: day, ...span }] : [])),
        ),
      );
      return text === null ? [] : [[id, { text, rows }] as const];
    }),
  );
}
