import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, entryOf, maskPersonalData } from './rules';
import type { AuditRow } from './schema';

describe('maskPersonalData', () => {
  it.each([
    ['phone', '13812345678', '138****5678'],
    ['phone', '+86 13812345678', '+86 138****5678'],
    ['phone', '021-54321234', '021****34'],
    ['contact', '王', '****'],
    ['email', 'wangfang@example.org', 'w***@example.org'],
    ['reason', '请回电 13812345678。', '请回电 138****5678。'],
    ['note', '身份证 310104199001011234', '身份证 310104********1234'],
    ['status', 'suspended', 'suspended'],
    ['seq', '1763429400000', '1763429400000'],
  ])('%s %s becomes %s', (field, text, masked) => expect(maskPersonalData(field, text)).toBe(masked));

  it('never leaves a mobile number whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000_000_000, max: 19_999_999_999 }),
        fc.constantFrom('phone', 'note'),
        (n, field) => {
          expect(maskPersonalData(field, `a ${n} b`)).not.toContain(String(n));
        },
      ),
    );
  });
});

describe('changesBetween', () => {
  it('tells only what differs, inside fields too', () => {
    const before = {
      status: 'active',
      scope: { districtCode: '310104', centreId: null },
      roles: ['a'],
      phone: '13812345678',
    };
    const after = {
      status: 'active',
      scope: { districtCode: '310106' },
      roles: ['a', 'b'],
      phone: '13812349999',
      secondFactor: true,
    };
    expect(changesBetween(before, after)).toEqual([
      { field: 'scope.districtCode', before: '310104', after: '310106' },
      { field: 'roles', before: 'a', after: 'a、b' },
      { field: 'phone', before: '138****5678', after: '138****9999' },
      { field: 'secondFactor', before: null, after: 'true' },
    ]);
  });

  it('tells everything where there was nothing, and nothing where nothing changed', () => {
    expect(changesBetween(null, { a: 0, b: false, c: null })).toEqual([
      { field: 'a', before: null, after: '0' },
      { field: 'b', before: null, after: 'false' },
    ]);
    expect(changesBetween({ a: 1 }, { a: 1 })).toEqual([]);
    expect(changesBetween(null, null)).toEqual([]);
  });
});

describe('entryOf', () => {
  const row: AuditRow = {
    seq: 7,
    at: '2026-11-18T01:30:00.000Z',
    accountId: 'a-1',
    actorName: '王芳',
    role: 'city_officer',
    system: null,
    event: 'account.suspended',
    objectType: 'Account',
    objectId: 'a-2',
    objectLabel: '13812345678',
    districtCode: null,
    centreId: null,
    allianceCode: null,
    before: { status: 'active' },
    after: { status: 'suspended' },
    reason: null,
    requestId: 'r',
  };

  it('names the person in the role, or the portal itself', () => {
    expect(entryOf(row)).toMatchObject({
      actor: { kind: 'person', accountId: 'a-1', name: '王芳', role: 'city_officer' },
      object: { label: '138****5678' },
      changes: [{ field: 'status', before: 'active', after: 'suspended' }],
    });
    const system = { ...row, accountId: null, actorName: null, role: null, system: 'job' };
    expect(entryOf(system).actor).toEqual({ kind: 'system', system: 'job' });
    expect(() => entryOf({ ...system, system: null })).toThrow();
  });
});
