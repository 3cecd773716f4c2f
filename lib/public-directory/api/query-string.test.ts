import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clinicParametersSchema,
  FACILITY_REPEATABLE,
  facilityParametersSchema,
  parseNear,
  sessionParametersSchema,
} from './parameters';
import { parseQueryString, queryOf } from './query-string';

const parse = (raw: string) => parseQueryString(raw, facilityParametersSchema, FACILITY_REPEATABLE);
const errorsOf = (raw: string) => {
  const parsed = parse(raw);
  return parsed.ok ? [] : parsed.errors.map((error) => error.parameter);
};

describe('the parameters of a facilities question', () => {
  it('reads every parameter', () => {
    const parsed = parse(
      'near=31.2304%2C121.4737&q=%E8%85%B0%E7%97%9B+now&kind=community_centre&district=310104&technique=acupuncture' +
        '&condition=x&alliance=south&open=sat-am&expert=week&feature=lift&feature=step_free&radius=1500&limit=7' +
        '&cursor=abc&sort=session',
    );
    expect(parsed).toEqual({
      ok: true,
      value: {
        near: { datum: 'wgs84', lat: 31.2304, lon: 121.4737 },
        q: '腰痛 now',
        kind: 'community_centre',
        district: '310104',
        technique: 'acupuncture',
        condition: 'x',
        alliance: 'south',
        open: 'sat-am',
        expert: 'week',
        feature: ['lift', 'step_free'],
        radius: 1500,
        limit: 7,
        cursor: 'abc',
        sort: 'session',
      },
    });
  });

  it('needs nothing', () => {
    expect(parse('')).toEqual({ ok: true, value: { limit: 20 } });
  });

  it.each([
    ['colour=red', ['colour']],
    ['limit=5&limit=6', ['limit']],
    ['near=31,121&near=31,121', ['near']],
    ['near=91,121', ['near']],
    ['near=31,181', ['near']],
    ['near=31', ['near']],
    ['near=', ['near']],
    ['near=NaN,1', ['near']],
    ['near=1e1,1', ['near']],
    ['near=31,121,5', ['near']],
    ['limit=0', ['limit']],
    ['limit=101', ['limit']],
    ['limit=ten', ['limit']],
    ['limit=-1', ['limit']],
    ['radius=0&near=31,121', ['radius']],
    ['radius=500', ['radius']],
    ['sort=distance', ['sort']],
    ['kind=castle', ['kind']],
    ['open=yesterday', ['open']],
    ['expert=year', ['expert']],
    ['feature=pool', ['feature']],
    ['feature=lift&feature=lift', ['feature']],
    ['district=', ['district']],
    ['q=%E8%85', ['q']],
    ['q=%00', ['q']],
    // what the framework makes of broken UTF-8
    ['q=%EF%BF%BD', ['q']],
    ['%FF=1', ['query']],
    [`q=${'a'.repeat(101)}`, ['q']],
    [`q=${'a'.repeat(5000)}`, ['query']],
    ['cursor=%20', ['cursor']],
    ['__proto__=1', ['__proto__']],
    ['constructor=1', ['constructor']],
  ])('names what is wrong with %s', (raw, parameters) => {
    expect(errorsOf(raw)).toEqual(parameters);
  });

  it('answers any text with a value or with errors, never with an exception', () => {
    const names = fc.oneof(fc.constantFrom(...Object.keys(facilityParametersSchema.shape)), fc.string());
    const values = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('%', '%E8', '31,121', '1e999', '-0', '０'));
    const queries = fc
      .array(fc.tuple(names, values), { maxLength: 8 })
      .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));
    fc.assert(
      fc.property(fc.oneof(queries, fc.string()), (raw) => {
        const parsed = parse(raw);
        if (!parsed.ok)
          expect(parsed.errors.every((error) => error.parameter !== '' && error.detail !== '')).toBe(true);
      }),
    );
  }, 30_000);

  it('reads back every position inside the world', () => {
    const degrees = (limit: number) => fc.integer({ min: -limit * 1e6, max: limit * 1e6 }).map((value) => value / 1e6);
    fc.assert(
      fc.property(degrees(90), degrees(180), (lat, lon) => {
        expect(parseNear(`${lat.toFixed(6)},${lon.toFixed(6)}`)).toEqual({ datum: 'wgs84', lat, lon });
      }),
    );
  });
});

describe('other parameters', () => {
  it('refuses dates that do not exist', () => {
    expect(parseQueryString('from=2026-02-30', sessionParametersSchema)).toMatchObject({ ok: false });
    expect(parseQueryString('from=2026-02-28', sessionParametersSchema)).toMatchObject({ ok: true });
  });

  it('knows the clinic list by its own names', () => {
    expect(parseQueryString('hospital=longhua&limit=2', clinicParametersSchema)).toMatchObject({ ok: true });
    expect(parseQueryString('q=x', clinicParametersSchema)).toMatchObject({ ok: false });
  });
});

describe('queryOf', () => {
  it.each([
    ['http://a/b?c=d#e', 'c=d'],
    ['/b', ''],
    ['/b?', ''],
    ['/b?x?y', 'x?y'],
  ])('%s', (url, query) => {
    expect(queryOf(url)).toBe(query);
  });
});
