import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import type { Unit, UnitNamed } from './schema';
import { openUnit } from './units';

/** The name of a unit; null for one that does not exist or is out of the reader's scope. */
export async function getUnit(actor: Actor, unit: Unit): Promise<UnitNamed | null> {
  return (await openUnit(actor, unit, dateInShanghai(now())))?.named ?? null;
}

/** The widest unit that is the reader's own; null for roles that read no sums. */
export function ownUnit(actor: Actor): Unit | null {
  switch (actor.role) {
    case 'city_officer':
    case 'auditor':
      return { level: 'city' };
    case 'alliance_officer':
      return { level: 'alliance', code: actor.allianceCode };
    case 'district_officer':
      return { level: 'district', code: actor.districtCode };
    case 'centre_clerk':
      return { level: 'centre', code: actor.centreId };
    case 'expert':
    case 'trainee':
      return null;
  }
}
