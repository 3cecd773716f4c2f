import { expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { LOCALES } from '@/lib/i18n/locales';
import { parsePeriod } from '@/lib/indicators/period-rules';
import type { Unit } from '@/lib/indicators/schema';
import { readKeptAddress } from './kept-address';
import { unitPath } from './unit-path';
import { UNIT_VIEWS, viewPath, weekPath } from './view-path';

const UNITS: Unit[] = [
  { level: 'city' },
  { level: 'alliance', code: 'east' },
  { level: 'district', code: '310101' },
  { level: 'centre', code: 'centre-310101-01' },
  { level: 'clinic', code: 'clinic-1' },
];
const coded = (unit: Unit) => (unit.level === 'city' ? { ...unit, code: 'shanghai' } : unit);
const below = (address: string) => address.replace(/^(\/en)?\/dashboard\//, '');
const period = parsePeriod('2026-Q3', civilDate('2026-11-26'));
const moving = parsePeriod('12m', civilDate('2026-11-26'));
if (!period || !moving) throw new Error('periods are read');

it.each(LOCALES)('reads back what the portal’s own addresses of dashboards say (%s)', (locale) => {
  for (const unit of UNITS) {
    expect(readKeptAddress(below(unitPath(locale, coded(unit), period)))).toMatchObject({
      ...{ view: 'dashboard', unit, period: '2026-Q3', indicator: null },
    });
    expect(readKeptAddress(below(unitPath(locale, coded(unit), moving))).period).toBe('12m');
    for (const view of UNIT_VIEWS) {
      const more = { indicator: 'held_rate', place: '310101', specialty: '骨伤 科' };
      const address = below(viewPath(locale, view, { unit: coded(unit), period }, more));
      expect(readKeptAddress(address)).toEqual({ view, unit, period: '2026-Q3', week: null, ...more });
    }
    const week = below(weekPath(locale, coded(unit), civilDate('2026-11-16')));
    expect(readKeptAddress(week)).toMatchObject({ view: 'week', unit, week: '2026-11-16' });
  }
});

it('finds no unit in an address that names none', () => {
  for (const query of ['', 'targets', 'districts', 'map', 'map?unit=district', 'week?unit=planet:x'])
    expect(readKeptAddress(query).unit, query).toBeNull();
});
