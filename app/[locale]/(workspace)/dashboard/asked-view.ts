import { notFound } from 'next/navigation';
import { DEFAULT_PERIOD } from '@/components/dashboard/unit-path';
import type { Actor } from '@/lib/access/actor';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai } from '@/lib/core/dates';
import { askedPeriod, type Period } from '@/lib/indicators/period-rules';
import type { Unit } from '@/lib/indicators/schema';
import { ownUnit } from '@/lib/indicators/unit-queries';
import { parseUnit } from '@/lib/indicators/unit-rules';

export type Parameters = Readonly<Record<string, string | string[] | undefined>>;

export type AskedView = {
  actor: Actor;
  unit: Unit;
  period: Period;
  today: CivilDate;
  /** what of the address could not be read */
  misread: string | null;
};

/** What the address of a view asks for; without a unit, the widest one of the reader's own. */
export async function askedView(parameters: Parameters): Promise<AskedView> {
  const actor = await requireActor();
  const today = dateInShanghai(now());
  const text = given(parameters, 'unit');
  const read = text === null ? null : parseUnit(text);
  const unit = read ?? ownUnit(actor);
  if (!unit) notFound();
  const { period, misread } = askedPeriod(parameters, DEFAULT_PERIOD, today);
  return { actor, unit, period, today, misread: text !== null && read === null ? text.slice(0, 60) : misread };
}

/** A parameter that is given once, and not empty. */
export function given(parameters: Parameters, name: string): string | null {
  const value = parameters[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
