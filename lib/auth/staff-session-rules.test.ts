import { describe, expect, it } from 'vitest';
import { ACTOR_ROLES } from '@/lib/access/actor';
import { civilDate } from '@/lib/core/dates';
import { isLive, nextStep, scopeOfGrant, shortUserAgent, timedOut } from './staff-session-rules';

describe('nextStep', () => {
  const done = {
    role: 'centre_clerk',
    demonstration: false,
    mustChange: false,
    hasSecondFactor: false,
    secondFactorDone: false,
  } as const;

  it('asks a clerk for nothing', () => {
    expect(nextStep(done)).toBeNull();
  });

  it('asks whoever has a second factor for it first', () => {
    expect(nextStep({ ...done, hasSecondFactor: true, mustChange: true })).toBe('second_factor');
    expect(nextStep({ ...done, hasSecondFactor: true, secondFactorDone: true })).toBeNull();
  });

  it('asks for a new password before a second factor is set up', () => {
    expect(nextStep({ ...done, role: 'city_officer', mustChange: true })).toBe('change_password');
    expect(nextStep({ ...done, role: 'city_officer' })).toBe('enrol_second_factor');
  });

  it('demands a second factor of officers of city, district and alliance, not in the demonstration', () => {
    const asked = (demonstration: boolean) =>
      ACTOR_ROLES.filter((role) => nextStep({ ...done, role, demonstration }) === 'enrol_second_factor');
    expect(asked(false)).toEqual(['alliance_officer', 'district_officer', 'city_officer']);
    expect(asked(true)).toEqual([]);
  });
});

describe('timedOut', () => {
  const start = new Date('2026-11-18T01:00:00Z');
  const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
  const times = { lastSeenAt: start, expiresAt: minutesOn(720) };

  it('lasts half an hour without a sight, twelve hours at most', () => {
    expect(timedOut(times, minutesOn(29))).toBeNull();
    expect(timedOut(times, minutesOn(30))).toBe('idle');
    expect(timedOut({ ...times, lastSeenAt: minutesOn(719) }, minutesOn(719.5))).toBeNull();
    expect(timedOut({ ...times, lastSeenAt: minutesOn(719) }, minutesOn(720))).toBe('expired');
  });
});

describe('scopeOfGrant', () => {
  const none = { centreId: null, expertId: null, traineeId: null, allianceCode: null, districtCode: null };

  it('takes the column of the role', () => {
    expect(scopeOfGrant({ ...none, role: 'centre_clerk', centreId: 'c' })).toEqual({
      role: 'centre_clerk',
      centreId: 'c',
    });
    expect(scopeOfGrant({ ...none, role: 'alliance_officer', allianceCode: 'east' })).toEqual({
      role: 'alliance_officer',
      allianceCode: 'east',
    });
    expect(scopeOfGrant({ ...none, role: 'auditor' })).toEqual({ role: 'auditor' });
  });

  it('gives nothing where the column is empty or unknown', () => {
    for (const role of ['centre_clerk', 'expert', 'trainee', 'alliance_officer', 'district_officer'] as const)
      expect(scopeOfGrant({ ...none, role })).toBeNull();
    expect(scopeOfGrant({ ...none, role: 'alliance_officer', allianceCode: 'centre' })).toBeNull();
  });
});

describe('isLive', () => {
  const today = civilDate('2026-11-18');
  const grant = { state: 'active', validFrom: today, validTo: null };
  it('counts from the first day to the day before the last', () => {
    expect(isLive(grant, today)).toBe(true);
    expect(isLive({ ...grant, validFrom: civilDate('2026-11-19') }, today)).toBe(false);
    expect(isLive({ ...grant, validTo: today }, today)).toBe(false);
    expect(isLive({ ...grant, state: 'requested' }, today)).toBe(false);
  });
});

describe('shortUserAgent', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
      'Chrome 140 · Windows',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0', 'Edg 140 · Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Safari/605.1', 'Safari 605 · iPhone'],
    ['curl/8.0 \u0007', 'curl/8.0 '],
  ])('reads %s', (text, short) => {
    expect(shortUserAgent(text)).toBe(short);
  });

  it('stays short', () => {
    expect(shortUserAgent('x'.repeat(5000))).toHaveLength(120);
  });
});
