import 'server-only';
import { frameOf } from '@/components/maps/district-map-layout';
import type { MapOutline } from '@/components/maps/map-frame';
import type { Actor } from '@/lib/access/actor';
import { isAllianceCode } from '@/lib/core/alliance-codes';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import { getMapPlaces } from '@/lib/indicators/map-queries';
import type { Period } from '@/lib/indicators/period-rules';
import type { IndicatorDefinition, Unit } from '@/lib/indicators/schema';
import type { MonitorFilter } from '@/lib/monitor/filter-schema';
import { getWholeMonitor } from '@/lib/monitor/queries';
import { listDistrictOutlines, outlinesInFrame } from '@/lib/public-directory/outlines';

/** What a map shows that nobody has chosen for. */
const USUAL = 'held_rate';

type Asked = { unit: Unit; period: Period; indicator: string | null };

/** All that the map of a unit shows; null where there is no unit, or nothing is told of its parts. */
export async function readMap(actor: Actor, { indicator, ...asked }: Asked) {
  const [dashboard, places] = await Promise.all([getDashboard(actor, asked), getMapPlaces(actor, asked)]);
  if (!dashboard || !places) return null;
  const choices = toldOfParts(dashboard);
  const chosen = choices.find(({ id }) => id === indicator) ?? choices.find(({ id }) => id === USUAL) ?? choices[0];
  if (!chosen) return null;
  const [outlines, inset, monitor] = await Promise.all([
    outlinesOf(places.districtCodes, true),
    outlinesOf(
      places.districtCodes.filter((code) => places.centralCodes.includes(code)),
      false,
    ),
    getWholeMonitor(actor, { date: dashboard.asOf, filter: filterOf(asked.unit) }),
  ]);
  const states = Object.fromEntries((monitor?.clinics ?? []).map(({ clinic, state }) => [clinic.id, state]));
  return { dashboard, places, choices, chosen, outlines, inset, states };
}

/** The monitor of no more clinics than it must be. */
function filterOf(unit: Unit): MonitorFilter {
  if (unit.level === 'district') return { district: unit.code };
  return unit.level === 'alliance' && isAllianceCode(unit.code) ? { alliance: unit.code } : {};
}

/** The indicators that every part has, in their order. */
function toldOfParts({ tiles, children }: Dashboard): IndicatorDefinition[] {
  return tiles
    .map(({ definition }) => definition)
    .filter(({ id }) => children.some(({ figures }) => figures[id].missing !== 'not_at_this_level'));
}

/** Outlines with the detail that a map of some districts can show; `neighbours` keeps those around them. */
async function outlinesOf(codes: readonly string[], neighbours: boolean): Promise<MapOutline[]> {
  const all = await listDistrictOutlines();
  const frame = frameOf(all.filter(({ code }) => codes.includes(code)));
  if (!frame) return [];
  return (await outlinesInFrame(frame)).filter(({ code }) => neighbours || codes.includes(code));
}
