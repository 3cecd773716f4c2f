import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceMetres, wgs84 } from '@/lib/core/geo';
import { openingState } from '@/lib/directory/rules';
import { FEATURES } from '@/lib/directory/schema';
import type { FacilityRecord } from '@/lib/public-directory/records-schema';
import type { DirectoryQuery } from '@/lib/public-directory/schema';
import { InvalidCursorError, isSearchCursor } from './cursor';
import { buildEngine, type Engine } from './engine';
import { ANYTHING, NOW, RECORDS } from './fixture';

const engine = buildEngine(RECORDS);
const NEAR = wgs84(31.2, 121.455);
const LISTED = RECORDS.facilities.filter(({ status }) => status !== 'closed');

function search(given: Partial<DirectoryQuery>, instant = NOW) {
  return engine.search({ ...ANYTHING, ...given }, instant);
}

function idsOf(given: Partial<DirectoryQuery>, instant = NOW): string[] {
  return search(given, instant).rows.map(({ facility }) => facility.id);
}

function sortedIds(accept: (facility: FacilityRecord) => boolean): string[] {
  return LISTED.filter(accept)
    .map(({ id }) => id)
    .sort();
}

describe('filters', () => {
  const holidays = new Map(RECORDS.holidays.map((holiday) => [holiday.date, holiday]));
  const cases: [string, Partial<DirectoryQuery>, (facility: FacilityRecord) => boolean][] = [
    ['kinds', { kinds: ['lead_hospital', 'service_station'] }, ({ kind }) => kind !== 'community_centre'],
    ['technique', { technique: 'cupping' }, ({ techniqueCodes }) => techniqueCodes.includes('cupping')],
    ['condition', { condition: 'knee' }, ({ conditionCodes }) => conditionCodes.includes('knee')],
    ['district', { district: '310115' }, ({ districtCode }) => districtCode === '310115'],
    ['alliance', { alliance: 'north' }, ({ alliance }) => alliance === 'north'],
    ['features', { features: ['medical_insurance'] }, ({ features }) => features.includes('medical_insurance')],
    [
      'open now',
      { open: 'now' },
      (facility) => facility.status === 'operating' && openingState(facility, holidays, NOW).state === 'open',
    ],
    ['open on Sunday evening', { open: 'sun-evening' }, ({ kind }) => kind === 'lead_hospital'],
  ];
  test.each(cases)('%s', (_, given, accept) => {
    const found = search(given);
    expect(found.relaxed).toEqual([]);
    expect(found.total).toBe(found.rows.length);
    expect(found.rows.map(({ facility }) => facility.id).sort()).toEqual(sortedIds(accept));
  });

  test('a place that hosts a clinic for a condition offers it', () => {
    expect(idsOf({ condition: 'cough' })).toContain('centre-4');
  });

  test('an expert session this week, until it has ended', () => {
    expect(idsOf({ expertThisWeek: true }).sort()).toEqual(['centre-2', 'centre-3', 'centre-4']);
    const wednesdayEvening = new Date('2026-11-25T12:00:00Z');
    expect(idsOf({ expertThisWeek: true }, wednesdayEvening)).toEqual(['centre-2']);
    // a session that is about something else is no answer
    expect(idsOf({ q: '膝盖痛', expertThisWeek: true })).toEqual(['centre-3']);
  });

  test('what a parameter says goes before what the question says', () => {
    expect(search({ q: '针灸 周六上午', open: 'sun-am' }).understanding.open).toBe('sun-am');
  });

  test('closed places are never offered', () => {
    expect(idsOf({ q: '庙镇社区卫生服务中心' })).not.toContain('centre-6');
    expect(search({ limit: 100 }).total).toBe(LISTED.length);
  });
});

describe('orders', () => {
  test('by distance from the person, equal to measuring every place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (lat, lon) => {
          const near = wgs84(lat, lon);
          const found = search({ near, limit: 100 });
          const all = LISTED.map(({ position }) => distanceMetres(near, position)).sort((a, b) => a - b);
          expect(found.rows.length).toBe(all.length);
          for (const [at, row] of found.rows.entries()) expect(row.distanceMetres).toBeCloseTo(all[at] ?? -1, 1);
        },
      ),
    );
  });

  test('a condition without a position: joint clinics first', () => {
    expect(idsOf({ q: '失眠' })[0]).toBe('centre-2');
    expect(search({ q: '失眠', near: wgs84(31.196, 121.438) }).rows[0]?.facility.id).toBe('centre-1');
    expect(idsOf({ q: '失眠', near: wgs84(31.196, 121.438), sort: 'relevance' })[0]).toBe('centre-2');
  });

  test('by next session, of the condition when the question names one', () => {
    const rows = search({ sort: 'session' }).rows;
    expect(rows.slice(0, 4).map(({ facility }) => facility.id)).toEqual([
      'centre-2',
      'centre-4',
      'centre-3',
      'centre-1',
    ]);
    expect(rows[0]?.nextExpertSession).toMatchObject({ date: '2026-11-23', half: 'am', state: 'planned' });
    expect(rows[3]?.nextExpertSession).toBeNull();
    expect(idsOf({ q: '膝盖痛', sort: 'session' })[0]).toBe('centre-3');
  });

  test('a session that has ended gives way to the next', () => {
    const next = (instant: string) =>
      search({ kinds: ['community_centre'], q: '枫林社区医院' }, new Date(instant)).rows[0]?.nextExpertSession;
    expect(next('2026-11-23T02:59:00Z')).toMatchObject({ date: '2026-11-23' });
    expect(next('2026-11-23T03:00:00Z')).toMatchObject({ date: '2026-11-28', expert: { id: 'expert-2' } });
    expect(next('2026-11-23T02:59:00Z')).toMatchObject({ date: '2026-11-23' });
    // New Year's Day 2027 is a Friday: the Saturday after it is an ordinary one
    expect(next('2026-12-28T04:00:00Z')).toMatchObject({ date: '2027-01-02' });
  });
});

describe('paging', () => {
  const questions = [null, '失眠', '针灸', '老寒腿', '世纪公园', 'zzz', '王医生'];
  test('pages together are the whole list, without gaps or repeats', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...questions),
        fc.constantFrom(null, NEAR, wgs84(48.8, 2.3)),
        fc.constantFrom(null, 'distance', 'session', 'relevance'),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(null, 4000),
        (q, near, sort, limit, radiusMetres) => {
          const given = { q, near, sort, radiusMetres } as const;
          const whole = idsOf({ ...given, limit: 100 });
          expect(whole.length).toBe(search({ ...given, limit: 100 }).total);
          const paged: string[] = [];
          let cursor: string | null = null;
          do {
            const page: ReturnType<typeof search> = search({ ...given, limit, cursor });
            paged.push(...page.rows.map(({ facility }) => facility.id));
            cursor = page.next;
            expect(cursor === null || isSearchCursor(cursor)).toBe(true);
          } while (cursor !== null && paged.length < 100);
          expect(paged).toEqual(whole);
          expect(new Set(paged).size).toBe(paged.length);
        },
      ),
    );
  });

  test('a cursor that is none of ours is refused', () => {
    for (const cursor of ['', 'x', 'd1.', 'd1.W10', 'd1.WzEsMiwzXQ==', 'd1.WzAsMCwtMV0', '../..'])
      expect(() => search({ cursor })).toThrow(InvalidCursorError);
  });
});

describe('questions that find nothing exactly', () => {
  test('the least is loosened, and it is said', () => {
    expect(search({ near: wgs84(31.201, 121.46), radiusMetres: 10 })).toMatchObject({ relaxed: ['radius'], total: 13 });
    expect(search({ q: '拔罐', open: 'sun-am' })).toMatchObject({ relaxed: ['open'], total: 1 });
    expect(search({ features: ['parking'], kinds: ['lead_hospital'] })).toMatchObject({
      relaxed: ['features'],
      total: 2,
    });
    expect(search({ technique: 'cupping', district: '310104' }).relaxed).toEqual(['technique']);
    expect(search({ q: '失眠 拔罐' }).relaxed).toEqual(['technique']);
    expect(search({ district: '999999' })).toMatchObject({ relaxed: ['district'], total: 13 });
    expect(search({ technique: 'cupping', condition: 'cough', features: ['parking'] }).total).toBeGreaterThan(0);
    expect(search({ q: '何荣兴 拔罐' }).relaxed).toEqual(['technique']);
  });

  test('a radius that holds something is kept', () => {
    const found = search({ near: NEAR, radiusMetres: 1500 });
    expect(found.relaxed).toEqual([]);
    expect(found.rows.every(({ distanceMetres: metres }) => metres !== null && metres <= 1500)).toBe(true);
    expect(found.total).toBe(found.rows.length);
  });

  test('positions outside Shanghai get the nearest anyway', () => {
    expect(search({ near: wgs84(39.9, 116.4) })).toMatchObject({ understanding: { outside: 'china' }, total: 13 });
    const abroad = search({ near: wgs84(48.85, 2.35) });
    expect(abroad.understanding.outside).toBe('abroad');
    expect(abroad.rows.length).toBe(13);
    expect(search({ near: NEAR }).understanding.outside).toBeNull();
  });

  test('an empty directory answers with nothing', () => {
    const empty = buildEngine({ ...RECORDS, facilities: [], clinics: [], experts: [] });
    const found = empty.search({ ...ANYTHING, q: '失眠', near: NEAR, radiusMetres: 100 }, NOW);
    expect(found).toMatchObject({ rows: [], total: 0, next: null });
  });
});

describe('any input', () => {
  const unicode = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '腰',
          '痛',
          '失眠',
          '周六',
          '上午',
          ' ',
          'yao',
          'tong',
          '徐家汇',
          '附近',
          '王',
          '医生',
          '\ud800',
        ),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join('')),
  );

  test('nonsense never throws, and never leaves a resident without a place', () => {
    fc.assert(
      fc.property(unicode, fc.option(fc.constant(NEAR), { nil: null }), (q, near) => {
        const found = search({ q, near });
        expect(found.rows.length).toBeGreaterThan(0);
        expect(found.total).toBeGreaterThanOrEqual(found.rows.length);
      }),
      { numRuns: 300 },
    );
  });

  test('strange filters never throw', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.subarray([...FEATURES]), (technique, district, features) => {
        expect(search({ technique, district, condition: district, features }).rows.length).toBeGreaterThan(0);
      }),
    );
  });

  test('the same question gives the same answer, whatever was asked before', () => {
    const other: Engine = buildEngine(RECORDS);
    fc.assert(
      fc.property(unicode, (q) => {
        const query = { ...ANYTHING, q, near: NEAR };
        expect(JSON.stringify(other.search(query, NOW))).toBe(JSON.stringify(engine.search(query, NOW)));
      }),
      { numRuns: 100 },
    );
  });
});
