import { describe, expect, it } from 'vitest';
import { wgs84 } from '@/lib/core/geo';
import { completeness, doublesIn, judgeProfile, type Places, type ProfileFacts, phoneProposal } from './health-rules';
import { PROFILE_FIELDS, PROFILE_KINDS, PROFILE_WEIGHTS } from './health-schema';

const NOW = new Date('2026-11-18T02:00:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);

function station(over: Partial<ProfileFacts> = {}): ProfileFacts {
  return {
    ...{ id: 'a', kind: 'service_station', name: '外滩第一社区卫生服务站', districtCode: '310101' },
    ...{ districtName: '黄浦区', centreId: 'c', subdistrictCode: 's', address: '某路1号', phone: '021-63231234' },
    ...{ position: wgs84(31.2, 121.4), exact: true, changedAt: daysAgo(10), checkedAt: null },
    counts: { hours: 5, techniques: 2, conditions: 0, features: 1 },
    ...over,
  };
}

const SQUARE = [
  [121, 31],
  [122, 31],
  [122, 32],
  [121, 32],
  [121, 31],
] as const;
const PLACES: Places = {
  outlines: new Map([['310101', [[SQUARE]]]]),
  points: new Map([
    [
      '310101',
      new Map([
        ['s', wgs84(31.2, 121.4)],
        ['t', wgs84(31.5, 121.4)],
      ]),
    ],
  ]),
};
const problemsOf = (facts: ProfileFacts, doubles: string[] = []) => [
  ...judgeProfile(facts, { places: PLACES, doubles, instant: NOW }).problems,
];

describe('the completeness of a profile', () => {
  it('is a hundred for a whole one of either kind', () => {
    for (const kind of PROFILE_KINDS) {
      const sum = PROFILE_FIELDS.reduce((total, field) => total + PROFILE_WEIGHTS[kind][field], 0);
      expect(sum).toBe(100);
    }
    expect(completeness(station())).toEqual({ score: 100, missing: [] });
    expect(completeness(station({ kind: 'community_centre' }))).toEqual({ score: 95, missing: ['conditions'] });
  });

  it('falls by the weight of what is missing, a phone that nobody can dial among it', () => {
    const bare = station({
      ...{ subdistrictCode: null, address: null, phone: '暂无', exact: false },
      counts: { hours: 0, techniques: 0, conditions: 0, features: 0 },
    });
    expect(completeness(bare).score).toBe(0);
    expect(completeness(station({ phone: null })).score).toBe(85);
    expect(completeness(station({ phone: '暂无' })).missing).toEqual(['phone']);
  });
});

describe('what is wrong with a profile', () => {
  it('is nothing where everything is right', () => {
    expect(problemsOf(station())).toEqual([]);
  });

  it('is told by each rule', () => {
    expect(problemsOf(station({ counts: { hours: 0, techniques: 1, conditions: 0, features: 1 } }))).toEqual([
      'profile',
      'hours',
    ]);
    expect(problemsOf(station({ phone: '63231234' }))).toEqual(['phone']);
    expect(problemsOf(station({ phone: '暂无' }))).toEqual(['phone']);
    expect(problemsOf(station({ phone: null })), 'a phone that is not there is missing, not wrong').toEqual([]);
    expect(problemsOf(station({ position: wgs84(33, 121.4) }))).toEqual(['position']);
    expect(problemsOf(station({ position: wgs84(31.48, 121.4) })), 'at another subdistrict').toEqual(['position']);
    expect(problemsOf(station({ position: wgs84(31.35, 121.4) })), 'between two').toEqual([]);
    expect(problemsOf(station({ position: wgs84(31.48, 121.4), exact: false }))).not.toContain('position');
    expect(problemsOf(station(), ['b'])).toEqual(['duplicate']);
    expect(problemsOf(station({ changedAt: daysAgo(365) }))).toEqual([]);
    expect(problemsOf(station({ changedAt: daysAgo(366) }))).toEqual(['stale']);
  });

  it('is not what was confirmed since the last change, except what is plainly missing', () => {
    const odd = { phone: '暂无', position: wgs84(33, 121.4), changedAt: daysAgo(400) };
    expect(problemsOf(station({ ...odd, checkedAt: daysAgo(3) }), ['b'])).toEqual([]);
    expect(problemsOf(station({ ...odd, checkedAt: daysAgo(401) }), ['b'])).toEqual([
      ...['phone', 'position', 'duplicate', 'stale'],
    ]);
    const closed = station({ counts: { hours: 0, techniques: 1, conditions: 0, features: 1 }, checkedAt: NOW });
    expect(problemsOf(closed)).toContain('hours');
  });
});

it('proposes a phone only where it can be told and is written otherwise', () => {
  expect(phoneProposal('63231234')).toBe('021-63231234');
  expect(phoneProposal('(021)63231234')).toBe('021-63231234');
  expect(phoneProposal('021-63231234')).toBeNull();
  expect(phoneProposal('暂无')).toBeNull();
  expect(phoneProposal(null)).toBeNull();
});

it('finds doubles by name within a centre and by place anywhere, of one kind', () => {
  const at = wgs84(31.3, 121.5);
  const doubles = doublesIn([
    station({ id: 'a' }),
    station({ id: 'b', name: '外滩第一卫生站', position: at }),
    station({ id: 'c', centreId: 'other', name: '外滩第一卫生站', position: at, districtCode: '310104' }),
    station({ id: 'd', name: '豫园第三社区卫生服务站', position: at, exact: false }),
    station({ id: 'e', name: '豫园第四社区卫生服务站', position: at, kind: 'community_centre' }),
  ]);
  expect(Object.fromEntries(doubles)).toEqual({ a: ['b'], b: ['a', 'c'], c: ['b'] });
});
