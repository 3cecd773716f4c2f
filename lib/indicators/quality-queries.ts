import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import type { ClinicFilter } from './activity-sql';
import { knownUntil, monthsOf, type Period } from './period-rules';
import { qualityOf } from './quality-rules';
import { QUALITY_DIMENSIONS, type Quality, type QualityDimension, type QualityRow } from './quality-schema';
import type { Figure, Unit, UnitNamed } from './schema';
import { activityOf, eachMonth } from './sums';
import { type Activity, addActivities } from './sums-rules';
import { openUnit } from './units';

/**
 * How complete, timely, confirmed and undisputed the records of a unit are, centre by centre; of a centre, clinic by
 * clinic. Only places of which something was expected or logged.
 * @returns null for a unit that does not exist or is out of the reader's scope
 */
export async function getQuality(
  actor: Actor,
  { unit, period }: { unit: Unit; period: Period },
): Promise<Quality | null> {
  const instant = now();
  const opened = await openUnit(actor, unit, knownUntil(period, instant));
  if (!opened) return null;
  const { named, filter } = opened;
  const wide = named.level !== 'centre' && named.level !== 'clinic';
  const activity = await activityOf(filter, wide ? 'centre' : 'clinic', eachMonth(monthsOf(period)), instant);
  const byKey = new Map<string, Activity[]>();
  for (const row of activity) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row.activity]);
  const sums = new Map(
    [...byKey].flatMap(([key, list]): [string, Activity][] => {
      const sum = addActivities(list);
      return sum.expected > 0 || sum.logged > 0 ? [[key, sum]] : [];
    }),
  );
  const places = wide ? await centresIn([...sums.keys()]) : await clinicsIn(filter, named);
  const groups = places.flatMap(({ whole, units }) => {
    const told = units.filter(({ code }) => sums.has(code));
    const own = told.map(({ code }) => sums.get(code)).filter((sum) => sum !== undefined);
    if (told.length === 0) return [];
    return [{ whole: rowOf(whole, addActivities(own)), rows: told.map((one) => rowOf(one, sums.get(one.code))) }];
  });
  return { whole: rowOf(named, addActivities(sums.values())), groups };
}

function rowOf(unit: UnitNamed, activity: Activity | undefined): QualityRow {
  const sum = activity ?? addActivities([]);
  const figures = Object.fromEntries(
    QUALITY_DIMENSIONS.map((dimension) => [dimension, qualityOf(dimension, sum)]),
  ) as Record<QualityDimension, Figure>;
  return { unit, figures };
}

type Places = { whole: UnitNamed; units: UnitNamed[] };

/** Centres under their districts, in the order of the network. */
async function centresIn(ids: readonly string[]): Promise<Places[]> {
  const rows = await db().communityCentre.findMany({
    where: { facilityId: { in: [...ids] } },
    select: {
      facilityId: true,
      facility: {
        select: { name: true, nameEn: true, district: { select: { code: true, name: true, nameEn: true } } },
      },
    },
    orderBy: [{ districtCode: 'asc' }, { facilityId: 'asc' }],
  });
  const found = new Map<string, Places>();
  for (const { facilityId, facility } of rows) {
    const { district, ...names } = facility;
    const places = found.get(district.code) ?? { whole: { level: 'district', ...district }, units: [] };
    places.units.push({ level: 'centre', code: facilityId, ...names });
    found.set(district.code, places);
  }
  return [...found.values()];
}

async function clinicsIn(filter: ClinicFilter, whole: UnitNamed): Promise<Places[]> {
  const where =
    'clinicId' in filter ? { id: filter.clinicId } : 'centreId' in filter ? { centreId: filter.centreId } : null;
  if (!where) return [];
  const rows = await db().jointClinic.findMany({
    where,
    select: { id: true, name: true, nameEn: true },
    orderBy: { id: 'asc' },
  });
  return [{ whole, units: rows.map(({ id, ...names }) => ({ level: 'clinic', code: id, ...names })) }];
}
