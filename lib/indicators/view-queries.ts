import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import type { CivilDate } from '@/lib/core/dates';
import { isDemonstration } from './demonstration';
import { knownUntil, type Period } from './period-rules';
import type { Unit, UnitNamed } from './schema';
import { openUnit } from './units';

/** What every view of a unit says of it: its name, the way to it, until when its figures are known. */
export type UnitView = {
  unit: UnitNamed;
  path: { unit: UnitNamed; open: boolean }[];
  period: Period;
  asOf: CivilDate;
  demonstration: boolean;
};

/** The heading of a unit's views; null for a unit that does not exist or is out of the reader's scope. */
export async function getUnitView(
  actor: Actor,
  { unit, period }: { unit: Unit; period: Period },
): Promise<UnitView | null> {
  const asOf = knownUntil(period, now());
  const opened = await openUnit(actor, unit, asOf);
  if (!opened) return null;
  return { unit: opened.named, path: opened.path, period, asOf, demonstration: await isDemonstration() };
}
