import type { Unit, UnitLevel } from '@/lib/indicators/schema';
import { parseUnit } from '@/lib/indicators/unit-rules';
import { DEFAULT_PERIOD } from './unit-path';
import { UNIT_VIEWS, type UnitViewName } from './view-path';

const LEVELS: Readonly<Record<string, UnitLevel>> = {
  alliances: 'alliance',
  districts: 'district',
  centres: 'centre',
  clinics: 'clinic',
};

/** What the address of a kept dashboard asks for; null where nothing is said, or nothing that can be read. */
export type KeptAddress = {
  view: UnitViewName | 'dashboard';
  unit: Unit | null;
  /** as `parsePeriod` reads it */
  period: string;
  week: string | null;
  indicator: string | null;
  place: string | null;
  specialty: string | null;
};

/** Reads an address below the dashboards, such as `districts/310101?period=2026-Q3` or `map?unit=city`. */
export function readKeptAddress(query: string): KeptAddress {
  const [path = '', search = ''] = query.split('?');
  const [folder = '', code = ''] = path.split('/');
  const asked = new URLSearchParams(search);
  const view = UNIT_VIEWS.find((one) => one === folder) ?? 'dashboard';
  const below = LEVELS[folder];
  const level = below && code ? `${below}:${code}` : folder;
  return {
    view,
    unit: parseUnit(view === 'dashboard' ? level : (asked.get('unit') ?? '')),
    period: asked.get('period') ?? DEFAULT_PERIOD,
    week: asked.get('week'),
    indicator: asked.get('indicator'),
    place: asked.get('place'),
    specialty: asked.get('specialty'),
  };
}
