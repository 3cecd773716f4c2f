import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wgs84 } from '@/lib/core/geo';
import { type KnownCodes, PAGE_PARAMETERS, parsePageQuery, type RawParameters, searchAddress } from './page-query';

const KNOWN: KnownCodes = {
  techniques: new Set(['acupuncture', 'tuina']),
  conditions: new Set(['A07.06.19']),
  districts: new Set(['310106', '310112']),
  places: new Map([
    ['310106011', wgs84(31.2234, 121.4456)],
    ['jingan-temple', wgs84(31.224, 121.446)],
  ]),
};

function read(address: string) {
  const raw: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(address)) {
    const present = raw[name];
    raw[name] = present === undefined ? value : [...(Array.isArray(present) ? present : [present]), value];
  }
  return parsePageQuery(raw, KNOWN);
}

describe('parsePageQuery', () => {
  it('reads every parameter', () => {
    const address =
      'q=腰痛&near=31.20049,121.44051&when=sat-am&kind=community_centre&kind=service_station&technique=tuina' +
      '&condition=A07.06.19&district=310112&alliance=south&expert=week&feature=step_free&feature=medical_insurance' +
      '&sort=session&radius=3000&cursor=d1.abc_1-2&map=1';
    expect(read(address)).toEqual({
      query: {
        q: '腰痛',
        near: wgs84(31.2, 121.441),
        kinds: ['community_centre', 'service_station'],
        technique: 'tuina',
        condition: 'A07.06.19',
        district: '310112',
        alliance: 'south',
        open: 'sat-am',
        expertThisWeek: true,
        features: ['step_free', 'medical_insurance'],
        radiusMetres: 3000,
        sort: 'session',
        limit: 10,
        cursor: 'd1.abc_1-2',
      },
      place: null,
      map: true,
      misfits: [],
    });
  });

  it('measures from a chosen place rather than from a position kept in the form', () => {
    const page = read('place=310106011&near=31.1,121.1');
    expect(page.place).toBe('310106011');
    expect(page.query.near).toEqual(wgs84(31.223, 121.446));
  });

  it('takes a whole district as a filter and keeps the position', () => {
    const page = read('place=310106&near=31.1,121.1');
    expect(page.place).toBeNull();
    expect(page.query).toMatchObject({ district: '310106', near: wgs84(31.1, 121.1) });
  });

  it('treats what an empty form sends as not given', () => {
    expect(read('q=&near=&when=&technique=&place=').misfits).toEqual([]);
  });

  it.each([
    ['near=91,121', 'near'],
    ['near=here', 'near'],
    ['when=someday', 'when'],
    ['kind=hotel', 'kind'],
    ['technique=magic', 'technique'],
    ['condition=ZZZ', 'condition'],
    ['district=110101', 'district'],
    ['alliance=centre', 'alliance'],
    ['expert=always', 'expert'],
    ['feature=pool', 'feature'],
    ['place=nowhere', 'place'],
    ['sort=price', 'sort'],
    ['radius=5', 'radius'],
    ['radius=-1', 'radius'],
    ['cursor=%00', 'cursor'],
  ])('names what does not fit: %s', (address, parameter) => {
    expect(read(address).misfits).toEqual([parameter]);
  });

  it('keeps the kinds that fit beside one that does not', () => {
    const page = read('kind=hotel&kind=community_centre&kind=community_centre');
    expect(page.query.kinds).toEqual(['community_centre']);
    expect(page.misfits).toEqual(['kind']);
  });

  it('cuts a question that is too long and says so', () => {
    const page = read(`q=${'腰'.repeat(150)}`);
    expect(page.query.q).toBe('腰'.repeat(100));
    expect(page.misfits).toEqual(['q']);
  });
});

describe('searchAddress', () => {
  it('leaves out a filter, starts again from the first page, and keeps the rest', () => {
    const page = read('q=腰痛&place=310106011&kind=community_centre&when=now&cursor=abc');
    expect(searchAddress(page, { when: null })).toBe(
      `?q=${encodeURIComponent('腰痛')}&place=310106011&kind=community_centre`,
    );
    expect(searchAddress(page, { cursor: 'def' })).toContain('&cursor=def');
    expect(searchAddress(page, { origin: null, kinds: [] })).toBe(`?q=${encodeURIComponent('腰痛')}&when=now`);
  });

  it('is empty for an empty search', () => {
    expect(searchAddress(read(''))).toBe('');
  });
});

const nonsense = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('31.2,121.44', 'sat-am', '310106', '310106011', 'week', 'now', '1', '1e9', '-0,-0', 'tuina', ''),
);
const rawParameters: fc.Arbitrary<RawParameters> = fc.dictionary(
  fc.oneof(fc.constantFrom(...PAGE_PARAMETERS, 'map'), fc.string()),
  fc.oneof(nonsense, fc.array(nonsense, { maxLength: 4 }), fc.constant(undefined)),
);

describe('any address', () => {
  it('gives a query, and the address written from it reads the same again', () => {
    fc.assert(
      fc.property(rawParameters, (raw) => {
        const page = parsePageQuery(raw, KNOWN);
        const again = read(searchAddress(page, page.query.cursor === null ? {} : { cursor: page.query.cursor }));
        expect(again).toEqual({ ...page, misfits: [] });
      }),
      { numRuns: 500 },
    );
  });
});
