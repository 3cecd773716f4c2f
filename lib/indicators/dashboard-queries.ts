import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import type { CivilDate } from '@/lib/core/dates';
import type { GroupedActivity } from './activity-sql';
import { changesIn } from './change-rules';
import { changeSeries } from './change-series';
import { fourNumbersOf, monthPoint, peerBand } from './dashboard-rules';
import type { ChildRow, Dashboard, PeerBand, Tile } from './dashboard-schema';
import { definitionsOn, targetsOn } from './definition-queries';
import { isDemonstration } from './demonstration';
import { sumsOfPart, within } from './part-sums';
import { knownUntil, monthsOf, type Period, parsePeriod, previousOf, toldTogether, yearBefore } from './period-rules';
import { figureOf, figuresOf, shapeOf } from './rules';
import type { IndicatorId, Unit } from './schema';
import type { CentreStructure } from './structure-sql';
import { activityOf, structureOf } from './sums';
import { type Activity, addActivities, addStructures, type Structure, type Sums } from './sums-rules';
import { PART_GROUP, type PartNamed, partsOf } from './unit-parts';
import { type OpenUnit, openUnit } from './units';

// A dashboard: the figures of a unit and of its parts in a period, with what they are compared with.

const PEER_INDICATORS = ['held_rate', 'confirmed_rate', 'on_time_rate', 'expert_attendance_rate'] as const;
const TREND_MONTHS = 12;
const MOST_CHANGES = 3;

type Moments = 'now' | 'previous' | 'yearBefore';
type Periods = Record<Moments, Period>;

/**
 * The dashboard of a unit in a period of whole months.
 * @returns null for a unit that does not exist or is out of the reader's scope
 */
export async function getDashboard(
  actor: Actor,
  { unit, period }: { unit: Unit; period: Period },
): Promise<Dashboard | null> {
  const instant = now();
  const asOf = knownUntil(period, instant);
  const opened = await openUnit(actor, unit, asOf);
  if (!opened) return null;
  const periods: Periods = { now: period, previous: previousOf(period), yearBefore: yearBefore(period) };
  const trend = trendMonths(period);
  const months = toldTogether(Object.values(periods), trend, instant);
  const { level } = opened.named;

  const [activity, present, previous, before, parts, definitions, targets, peers, demonstration] = await Promise.all([
    activityOf(opened.filter, PART_GROUP[level], months, instant),
    structureOf(opened.filter, asOf),
    structureOf(opened.filter, knownUntil(periods.previous, instant)),
    structureOf(opened.filter, knownUntil(periods.yearBefore, instant)),
    partsOf(opened, asOf),
    definitionsOn(asOf),
    targetsOn(opened.named, asOf),
    peersOf(opened, period, instant),
    isDemonstration(),
  ]);
  const structures = { now: present, previous, yearBefore: before };
  const sumsOf = (moment: Moments): Sums => ({
    activity: addActivities(within(activity, periods[moment])),
    structure: addStructures(structures[moment].map(({ structure }) => structure)),
  });
  const all = { now: sumsOf('now'), previous: sumsOf('previous'), yearBefore: sumsOf('yearBefore') };
  const byMonth = trend.map((month) => ({
    month,
    activity: addActivities(activity.filter((row) => row.month === month).map((row) => row.activity)),
  }));
  const tile = (definition: Tile['definition']): Tile => ({
    definition,
    figure: figureOf(definition.id, all.now, level),
    previous: figureOf(definition.id, all.previous, level),
    yearBefore: figureOf(definition.id, all.yearBefore, level),
    target: targets.find(({ indicatorId }) => indicatorId === definition.id) ?? null,
    trend: isOfActivity(definition.id)
      ? byMonth.map((month) => figureOf(definition.id, { ...all.now, activity: month.activity }, level).value)
      : [],
  });
  const byKey = new Map<string, GroupedActivity[]>();
  for (const row of activity) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  const rowsOf = (named: readonly PartNamed[]) =>
    named.map((part) => {
      const own = [...part.keys].flatMap((key) => byKey.get(key) ?? []);
      return childRow(part, { activity: own, structures, periods });
    });
  const ownFigures = figuresOf(all.now, level);

  return {
    unit: opened.named,
    path: opened.path,
    period,
    previous: periods.previous,
    yearBefore: periods.yearBefore,
    asOf,
    computedAt: instant.toISOString(),
    demonstration,
    fourNumbers: fourNumbersOf(all.now.activity),
    fourNumbersBefore: fourNumbersOf(all.previous.activity),
    tiles: definitions.filter(({ id }) => ownFigures[id].missing !== 'not_at_this_level').map(tile),
    months: byMonth.map((month) => monthPoint(month.month, month.activity)),
    children: rowsOf(parts.children),
    alliances: rowsOf(parts.alliances),
    peers: PEER_INDICATORS.flatMap((id): PeerBand[] => {
      const band = peerBand(
        id,
        peers.map((sums) => figureOf(id, sums, level)),
        ownFigures[id],
      );
      return band ? [band] : [];
    }),
    changes: changesIn(
      changeSeries({ own: opened.named, children: parts.children, activity, months: trend, until: asOf }),
      MOST_CHANGES,
    ),
  };
}

/** Twelve months that end with the period's last, or all of a longer period. */
function trendMonths(period: Period): CivilDate[] {
  const own = monthsOf(period);
  if (own.length >= TREND_MONTHS) return own;
  const twelve = parsePeriod('12m', period.to);
  return twelve ? monthsOf(twelve) : own;
}

const EMPTY: Structure = addStructures([]);

/** What takes place is told down to the clinic and month by month; what exists is not. */
function isOfActivity(id: IndicatorId): boolean {
  return shapeOf(id).deepestLevel === 'clinic';
}

function childRow(
  part: PartNamed,
  parts: { activity: readonly GroupedActivity[]; structures: Record<Moments, CentreStructure[]>; periods: Periods },
): ChildRow {
  const { unit, allianceCode } = part;
  const sums = (moment: Moments) => sumsOfPart(part, parts.activity, parts.structures[moment], parts.periods[moment]);
  const [present, previous] = [sums('now'), sums('previous')];
  return {
    unit,
    allianceCode,
    fourNumbers: fourNumbersOf(present.activity),
    figures: figuresOf(present, unit.level),
    previous: figuresOf(previous, unit.level),
  };
}

/** The sums of all units of the level that share a parent with this one: districts of the city, centres of the district … */
async function peersOf({ named, districtCodes }: OpenUnit, period: Period, instant: Date): Promise<Sums[]> {
  if (named.level === 'city' || named.level === 'alliance') return [];
  const group = named.level;
  const filter = group === 'district' ? ({ everywhere: true } as const) : { districtCodes };
  const rows = await activityOf(filter, group, toldTogether([period], [], instant), instant);
  const byKey = new Map<string, Activity[]>();
  for (const { key, activity } of rows) byKey.set(key, [...(byKey.get(key) ?? []), activity]);
  return [...byKey.values()].map((list) => ({ activity: addActivities(list), structure: EMPTY }));
}
