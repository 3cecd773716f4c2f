import { type CivilDate, civilDate } from '@/lib/core/dates';
import type { Database } from '@/lib/db/client';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { parsePeriod } from '@/lib/indicators/period-rules';
import { type Figure, INDICATOR_IDS, type Unit } from '@/lib/indicators/schema';
import { readStructures } from '@/lib/indicators/structure-sql';
import { getSurvival } from '@/lib/indicators/survival-queries';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';
import { actorWith } from './actors';

// What is told of a district and its centres, for tests that change which centre has what. Today is 18 November 2026.

const TODAY = civilDate('2026-11-18');
const PAST = { '2026-10': civilDate('2026-10-31'), '2025': civilDate('2025-12-31') };
const city = actorWith({ role: 'city_officer' });

/** What every centre had at the end of the past periods. */
export async function pastStructures(db: Database): Promise<string> {
  return JSON.stringify(await Promise.all(Object.values(PAST).map((day) => readStructures(db, day))));
}

const ADDED = [
  'centres',
  'operatingClinics',
  'trainees',
  'projects',
  'dualEmployed',
  'workstations',
  'stations',
] as const;

/** What a district has on a day, over its centres. */
export async function sumsOn(db: Database, district: string, day: CivilDate): Promise<Record<string, number>> {
  const rows = (await readStructures(db, day)).filter(({ districtCode }) => districtCode === district);
  return Object.fromEntries(ADDED.map((key) => [key, rows.reduce((sum, row) => sum + row.structure[key], 0)]));
}

/** Every figure of past periods, by period, unit and indicator; of a clinic that is new, there is none that counts. */
export async function pastFigures(district: string, ids: readonly string[]): Promise<Map<string, number>> {
  const units: Unit[] = [
    { level: 'district', code: district },
    ...ids.map((code) => ({ level: 'centre' as const, code })),
  ];
  const told = new Map<string, number>();
  for (const text of Object.keys(PAST)) {
    const period = parsePeriod(text, TODAY);
    if (!period) throw new Error('no period');
    for (const unit of units) {
      const found = await getDashboard(city, { unit, period });
      if (!found) throw new Error('no dashboard');
      const tell = (code: string, id: string, { numerator, denominator }: Figure) => {
        told.set(`${text} ${code} ${id}`, numerator ?? 0);
        told.set(`${text} ${code} ${id} of`, denominator ?? 0);
      };
      for (const { definition, figure } of found.tiles) tell(JSON.stringify(unit), definition.id, figure);
      for (const { unit: part, figures: all } of found.children)
        for (const id of INDICATOR_IDS) tell(part.code, id, all[id]);
    }
  }
  return told;
}

/** How long clinics of a district live. */
export const clinicLives = async (district: string) => {
  const period = parsePeriod('12m', TODAY);
  return period && (await getSurvival(city, { unit: { level: 'district', code: district }, period }));
};

/** The coming sessions of a district, whoever hosts them. */
export const plannedSlots = async (districtCode: string) => {
  const plans = await listPlannedSessions(actorWith({ role: 'district_officer', districtCode }), {
    from: TODAY,
    to: civilDate('2027-01-31'),
  });
  return plans
    .flatMap(({ plan }) => plan.expected.map(({ date, half, expertId }) => `${date} ${half} ${expertId}`))
    .sort();
};
