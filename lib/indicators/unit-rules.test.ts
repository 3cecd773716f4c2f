import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNIT_LEVELS } from './schema';
import { parseUnit, unitText } from './unit-rules';

describe('units in addresses', () => {
  it('are read back as they were written', () => {
    const level = fc.constantFrom(...UNIT_LEVELS);
    fc.assert(
      fc.property(level, fc.stringMatching(/^[a-z0-9-]{1,40}$/), (one, code) => {
        const unit = one === 'city' ? { level: one } : { level: one, code };
        expect(parseUnit(unitText(unit))).toEqual(unit);
      }),
    );
  });

  it.each([
    '',
    'district',
    'district:',
    'city:shanghai',
    'town:310101',
    'district:310101:x',
    'clinic:a b',
    'alliance:<',
  ])('are not %j', (text) => {
    expect(parseUnit(text)).toBeNull();
  });
});
