import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import { LEAST_PEERS, quantile } from './dashboard-rules';
import { expectedThisMonth, keepExpectedMonths } from './expected';
import { knownUntil, monthOf, monthsOf, type Period } from './period-rules';
import type { Unit } from './schema';
import type { DistrictSpread } from './spread-schema';
import { type ClinicHeld, readClinicHeld } from './spread-sql';
import { partsOf } from './unit-parts';
import { openUnit } from './units';

/**
 * How the held rates of clinics spread in every district of the city or an alliance; other units have no districts.
 * @returns null for a unit that does not exist or is out of the reader's scope
 */
export async function getDistrictSpreads(
  actor: Actor,
  { unit, period }: { unit: Unit; period: Period },
): Promise<DistrictSpread[] | null> {
  const instant = now();
  const asOf = knownUntil(period, instant);
  const opened = await openUnit(actor, unit, asOf);
  if (!opened) return null;
  if (unit.level !== 'city' && unit.level !== 'alliance') return [];
  const months = monthsOf(period);
  await keepExpectedMonths(months, instant);
  const [clinics, { children }, present] = await Promise.all([
    readClinicHeld(db(), opened.districtCodes, months),
    partsOf(opened, asOf),
    months.includes(monthOf(dateInShanghai(instant)).from) ? expectedThisMonth(instant) : [],
  ]);
  const known = withPresent(clinics, present);
  return children.map(({ unit: named }) => spreadOf(named, known.get(named.code) ?? []));
}

/** Clinics by district, with what was expected of them this month until yesterday. */
function withPresent(
  clinics: readonly ClinicHeld[],
  present: readonly { clinicId: string; districtCode: string; expected: number }[],
): Map<string, ClinicHeld[]> {
  const byClinic = new Map(clinics.map((row) => [row.clinicId, { ...row }]));
  for (const { clinicId, districtCode, expected } of present) {
    const row = byClinic.get(clinicId);
    if (row) row.expected += expected;
    else byClinic.set(clinicId, { clinicId, districtCode, held: 0, expected });
  }
  const byDistrict = new Map<string, ClinicHeld[]>();
  for (const row of byClinic.values())
    byDistrict.set(row.districtCode, [...(byDistrict.get(row.districtCode) ?? []), row]);
  return byDistrict;
}

function spreadOf(unit: DistrictSpread['unit'], clinics: readonly ClinicHeld[]): DistrictSpread {
  // a session of today may be held already, while expected ones are counted until yesterday
  const rates = clinics
    .flatMap(({ held, expected }) => (expected > 0 ? [Math.min(100, (held / expected) * 100)] : []))
    .sort((a, b) => a - b);
  const sum = (of: 'held' | 'expected') => clinics.reduce((total, row) => total + row[of], 0);
  return {
    unit,
    clinics: rates.length,
    spread:
      rates.length < LEAST_PEERS
        ? null
        : {
            least: quantile(rates, 0),
            lowerQuartile: quantile(rates, 0.25),
            median: quantile(rates, 0.5),
            upperQuartile: quantile(rates, 0.75),
            most: quantile(rates, 1),
          },
    whole: sum('expected') === 0 ? null : (sum('held') / sum('expected')) * 100,
  };
}
