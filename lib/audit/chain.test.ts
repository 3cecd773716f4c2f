import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainRow, chainHash, FIRST_PREVIOUS_HASH } from './chain';

const row: Omit<ChainRow, 'hash'> = {
  seq: 1,
  at: '1763429400000',
  account_id: 'a-1',
  actor_name: '王芳',
  role: 'district_officer',
  system: null,
  district_code: '310104',
  centre_id: null,
  alliance_code: null,
  event: 'account.suspended',
  object_type: 'Account',
  object_id: 'a-2',
  object_label: null,
  before: '{"status": "active"}',
  after: '{"status": "suspended"}',
  reason: '离岗',
  request_id: 'r-1',
  previous_hash: FIRST_PREVIOUS_HASH,
};

const value = fc.oneof(fc.constant(null), fc.string({ unit: 'grapheme', maxLength: 5 }));

describe('chainHash', () => {
  it('changes with every column', () => {
    const whole = chainHash(row);
    for (const column of Object.keys(row)) {
      const changed = { ...row, [column]: column === 'seq' ? 2 : 'other' };
      expect(chainHash(changed), column).not.toBe(whole);
    }
  });

  it('tells nothing from an empty text, and a text from its neighbour', () => {
    expect(chainHash({ ...row, reason: null })).not.toBe(chainHash({ ...row, reason: '' }));
    expect(chainHash({ ...row, reason: 'a,1:b' })).not.toBe(chainHash({ ...row, reason: 'a', request_id: 'b' }));
    fc.assert(
      fc.property(value, value, value, value, (a, b, c, d) => {
        const same = a === c && b === d;
        const first = chainHash({ ...row, before: a, after: b });
        expect(first === chainHash({ ...row, before: c, after: d })).toBe(same);
      }),
    );
  });
});
