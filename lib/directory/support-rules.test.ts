import { describe, expect, it } from 'vitest';
import { ACTOR_ROLES } from '@/lib/access/actor';
import { civilDate } from '@/lib/core/dates';
import { kindsFor, medianHours, officeFor, supportDueOn } from './support-rules';
import { SUPPORT_KINDS } from './support-schema';

const THERE = { districtCode: '310101', allianceCode: 'east' };
const NOWHERE = { districtCode: null, allianceCode: null };

describe('officeFor', () => {
  it.each([
    ['clinic_assignment', 'centre_clerk', 'alliance'],
    ['clinic_assignment', 'expert', 'alliance'],
    ['month_reopening', 'centre_clerk', 'district'],
    ['access_reset', 'trainee', 'district'],
    ['access_reset', 'expert', 'city'],
    ['other', 'centre_clerk', 'district'],
    ['other', 'expert', 'alliance'],
    ['other', 'district_officer', 'city'],
    ['access_reset', 'city_officer', 'city'],
  ] as const)('sends %s of a %s to the %s', (kind, role, office) => {
    expect(officeFor(kind, role, THERE)).toBe(office);
  });

  it('sends everything to the city where there is no narrower office', () => {
    for (const role of ACTOR_ROLES)
      for (const kind of SUPPORT_KINDS) expect(officeFor(kind, role, NOWHERE)).toBe('city');
  });
});

describe('kindsFor', () => {
  it('lets everybody ask for access and for something else, and only a centre to reopen a month', () => {
    for (const role of ACTOR_ROLES) expect(kindsFor(role)).toEqual(expect.arrayContaining(['access_reset', 'other']));
    expect(ACTOR_ROLES.filter((role) => kindsFor(role).includes('month_reopening'))).toEqual(['centre_clerk']);
  });
});

describe('supportDueOn', () => {
  it('gives a day to let somebody in again, more to the rest', () => {
    const day = civilDate('2026-11-30');
    expect(SUPPORT_KINDS.map((kind) => supportDueOn(kind, day))).toEqual([
      '2026-12-07',
      '2026-12-03',
      '2026-12-01',
      '2026-12-07',
    ]);
  });
});

describe('medianHours', () => {
  const hours = (...given: number[]) => given.map((hour) => hour * 3_600_000);
  it.each([
    [[], null],
    [hours(0.1), 1],
    [hours(50, 2, 8), 8],
    [hours(2, 4), 3],
    [hours(1, 2, 30, 100), 16],
  ])('of %j is %s', (durations, expected) => {
    expect(medianHours(durations)).toBe(expected);
  });
});
