import { UNIT_LEVELS, type Unit, type UnitLevel } from './schema';

// Units as addresses of views write them: `city`, `district:310101`.

const CODE = /^[\w-]{1,63}$/;

/** A unit in an address; `parseUnit` reads it back. */
export function unitText(unit: { level: UnitLevel; code?: string }): string {
  return unit.level === 'city' ? 'city' : `${unit.level}:${unit.code}`;
}

/** Reads a unit from an address; null for what no unit is written like. */
export function parseUnit(text: string): Unit | null {
  if (text === 'city') return { level: 'city' };
  const [word, code = '', ...rest] = text.split(':');
  const level = UNIT_LEVELS.find((known) => known === word);
  return level && level !== 'city' && CODE.test(code) && rest.length === 0 ? { level, code } : null;
}
