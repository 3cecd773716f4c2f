import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listHref, oneOf, paramReader } from './list-params';

const half = oneOf(['am', 'pm']);

describe('paramReader', () => {
  it('reads what it understands and treats empty as absent', () => {
    const { read, problems } = paramReader({ half: 'pm', district: ' ', day: undefined });
    expect(read('half', half)).toBe('pm');
    expect(read('district', half)).toBeNull();
    expect(read('day', half)).toBeNull();
    expect(read('missing', half)).toBeNull();
    expect(problems).toEqual([]);
  });

  it('names what it does not understand', () => {
    const { read, problems } = paramReader({ half: 'noon' });
    expect(read('half', half)).toBeNull();
    expect(problems).toEqual([{ name: 'half', value: 'noon' }]);
  });

  it('takes the first of a repeated parameter', () => {
    const { read, problems } = paramReader({ half: ['am', 'nonsense'] });
    expect(read('half', half)).toBe('am');
    expect(problems).toEqual([]);
  });

  it('never throws and never repeats more than forty characters of nonsense', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.string())), (value) => {
        const { read, problems } = paramReader({ half: value });
        read('half', half);
        for (const problem of problems) expect(Array.from(problem.value).length).toBeLessThanOrEqual(41);
      }),
    );
  });
});

describe('listHref', () => {
  it('keeps given parameters only, escaped', () => {
    expect(listHref('/calendar', { week: '2026-11-23', half: null, district: '', condition: undefined })).toBe(
      '/calendar?week=2026-11-23',
    );
    expect(listHref('/calendar', {})).toBe('/calendar');
    expect(listHref('/en/clinics', { cursor: 'a&b' })).toBe('/en/clinics?cursor=a%26b');
  });
});
