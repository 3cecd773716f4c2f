import { describe, expect, it } from 'vitest';
import { ACTOR_ROLES } from '@/lib/access/actor';
import { grantColumns, needsApproval, rolesToGive, sameScope, whyNotApprove } from './account-rules';

describe('rolesToGive', () => {
  it('is everything for the city, clerks and trainees for a district, nothing for the others', () => {
    expect(rolesToGive('city_officer')).toEqual(ACTOR_ROLES);
    expect(rolesToGive('district_officer')).toEqual(['centre_clerk', 'trainee']);
    for (const role of ['centre_clerk', 'expert', 'trainee', 'alliance_officer', 'auditor'] as const)
      expect(rolesToGive(role)).toEqual([]);
  });
});

describe('four eyes', () => {
  it('are needed for the roles that see the whole city', () => {
    expect(ACTOR_ROLES.filter(needsApproval)).toEqual(['city_officer', 'auditor']);
  });

  it('are two people’s, neither of them the one who gains', () => {
    const grant = { accountId: 'gains', requestedById: 'asked' };
    expect(whyNotApprove({ accountId: 'third' }, grant)).toBeNull();
    expect(whyNotApprove({ accountId: 'asked' }, grant)).toBe('accounts.problem.fourEyes');
    expect(whyNotApprove({ accountId: 'gains' }, grant)).toBe('accounts.problem.self');
  });
});

describe('sameScope', () => {
  it('compares role and scope', () => {
    const clerk = { role: 'centre_clerk', centreId: 'a' } as const;
    expect(sameScope(clerk, { ...clerk })).toBe(true);
    expect(sameScope(clerk, { ...clerk, centreId: 'b' })).toBe(false);
    expect(sameScope({ role: 'auditor' }, { role: 'city_officer' })).toBe(false);
    expect(sameScope({ role: 'auditor' }, { role: 'auditor' })).toBe(true);
  });

  it('leaves no column of another role filled', () => {
    expect(grantColumns({ role: 'district_officer', districtCode: '310101' })).toEqual({
      role: 'district_officer',
      districtCode: '310101',
      centreId: null,
      expertId: null,
      traineeId: null,
      allianceCode: null,
    });
  });
});
