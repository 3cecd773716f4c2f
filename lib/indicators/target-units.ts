import 'server-only';
import type { Actor } from '@/lib/access/actor';
import type { CivilDate } from '@/lib/core/dates';
import type { UnitNamed } from './schema';
import { liesIn } from './sums';
import { type PartNamed, partsOf } from './unit-parts';
import { ownUnit } from './unit-queries';
import { openUnit } from './units';

/** A unit that may have targets; `part` tells its figures, and is null for whoever may not open the unit. */
export type TargetUnit = { named: UnitNamed; part: PartNamed | null };

/**
 * The units whose targets concern a reader: the own widest one with the alliances and districts in it; for a centre, its
 * district, whose figures stay closed.
 */
export async function targetUnits(actor: Actor, day: CivilDate): Promise<TargetUnit[]> {
  const own = ownUnit(actor);
  const opened = own && (await openUnit(actor, own, day));
  if (!opened) return [];
  const { named, filter, districtCodes, path } = opened;
  if (named.level === 'centre' || named.level === 'clinic')
    return path.flatMap(({ unit }) => (unit.level === 'district' ? [{ named: unit, part: null }] : []));
  const whole: PartNamed = {
    unit: named,
    allianceCode: null,
    keys: new Set(districtCodes),
    holds: (centre) => liesIn(filter, centre),
  };
  const below = named.level === 'district' ? [] : await partsOf(opened, day);
  const parts = Array.isArray(below) ? [] : [...below.alliances, ...below.children];
  return [whole, ...parts].map((part) => ({ named: part.unit, part }));
}
