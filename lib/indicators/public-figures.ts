import 'server-only';
import { LRUCache } from 'lru-cache';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import { definitionsOn } from './definition-queries';
import { isDemonstration } from './demonstration';
import { sumsOfPart } from './part-sums';
import { monthsOf, type Period, periodText } from './period-rules';
import { publishable } from './public-figures-rules';
import type { PublicFigures } from './public-figures-schema';
import { figuresOf } from './rules';
import { activityOf, eachMonth, structureOf } from './sums';
import { type PartNamed, partsOf } from './unit-parts';
import type { OpenUnit } from './units';
import { CITY } from './units';

// Figures for residents and the press: the same computation as the dashboards', without what is small.

const EVERYWHERE = { everywhere: true } as const;
const KEPT_QUARTERS = 16;
const MINUTE_MS = 60_000;

type Kept = { minute: number; figures: Promise<PublicFigures> };
const kept = new LRUCache<string, Kept>({ max: KEPT_QUARTERS });

/**
 * The public figures of a quarter, computed at most once a minute however many ask; while the database is away, the
 * last ones that were computed.
 */
export async function getPublicFigures(quarter: Period): Promise<PublicFigures> {
  const key = periodText(quarter);
  const minute = Math.floor(now().getTime() / MINUTE_MS);
  const known = kept.get(key);
  if (known?.minute === minute) return await known.figures;
  const figures = compute(quarter).catch((error: unknown) => {
    if (known) {
      kept.set(key, known);
      return known.figures;
    }
    kept.delete(key);
    throw error;
  });
  kept.set(key, { minute, figures });
  return await figures;
}

async function compute(quarter: Period): Promise<PublicFigures> {
  const instant = now();
  const districtCodes = (await db().district.findMany({ select: { code: true } })).map(({ code }) => code);
  const city: OpenUnit = { named: CITY, filter: EVERYWHERE, districtCodes, path: [] };
  const [activity, structures, parts, definitions, demonstration] = await Promise.all([
    activityOf(EVERYWHERE, 'district', eachMonth(monthsOf(quarter)), instant),
    structureOf(EVERYWHERE, quarter.to),
    partsOf(city, quarter.to),
    definitionsOn(quarter.to),
    isDemonstration(),
  ]);
  const whole: PartNamed = { unit: CITY, allianceCode: null, keys: new Set(districtCodes), holds: () => true };
  const named = [whole, ...parts.alliances, ...parts.children];
  const computed = new Map(
    named.map((part) => [part.unit.code, figuresOf(sumsOfPart(part, activity, structures, quarter), part.unit.level)]),
  );
  const published = definitions.filter((definition) => definition.public);
  const figures = publishable(computed, hierarchyOf(parts), published);
  return {
    quarter,
    asOf: quarter.to,
    computedAt: instant.toISOString(),
    demonstration,
    definitions: published,
    units: named.map(({ unit, allianceCode }) => ({
      unit,
      allianceCode,
      figures: figures.get(unit.code) ?? new Map(),
    })),
  };
}

/** The city is the sum of its alliances, with the districts that are in none; an alliance is the sum of its districts. */
function hierarchyOf({
  alliances,
  children,
}: {
  alliances: PartNamed[];
  children: PartNamed[];
}): Map<string, string[]> {
  const codes = (list: readonly PartNamed[]) => list.map(({ unit }) => unit.code);
  const without = children.filter(({ allianceCode }) => allianceCode === null);
  return new Map([
    [CITY.code, [...codes(alliances), ...codes(without)]],
    ...alliances.map(({ unit }): [string, string[]] => [
      unit.code,
      codes(children.filter(({ allianceCode }) => allianceCode === unit.code)),
    ]),
  ]);
}
