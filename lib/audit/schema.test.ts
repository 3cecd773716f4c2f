import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { instantsOf, parseAuditParameters } from './schema';

describe('parseAuditParameters', () => {
  it('reads what fits', () => {
    const given = {
      person: ' 王芳 ',
      objectType: 'Account',
      event: 'account.created',
      from: '2026-11-01',
      to: '',
      cursor: '70',
    };
    expect(parseAuditParameters(given)).toEqual({
      filter: { person: '王芳', objectType: 'Account', event: 'account.created', from: civilDate('2026-11-01') },
      cursor: 70,
      misread: [],
    });
    expect(parseAuditParameters({ changesOnly: '1' }).filter.changesOnly).toBe(true);
  });

  it('names what does not fit, and uses the rest', () => {
    const given = { from: '2026-02-30', event: 'account.vanished', cursor: '-1', person: ['a', 'b'], object: 'x' };
    const { filter, cursor, misread } = parseAuditParameters(given);
    expect(misread.map(({ name }) => name).sort()).toEqual(['cursor', 'event', 'from', 'person']);
    expect(filter.object).toBe('x');
    expect(cursor).toBeUndefined();
  });

  it('takes nothing that the database would not', () => {
    for (const person of ['a\u0000b', '\uD83D', 'a\r\nx', 'x'.repeat(101), ' '])
      expect(parseAuditParameters({ person })).toMatchObject({
        filter: { person: undefined },
        misread: [{ name: 'person' }],
      });
  });

  it('survives anything', () => {
    const names = ['person', 'objectType', 'object', 'event', 'from', 'to', 'changesOnly', 'cursor', '__proto__'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ unit: 'binary' }), (name, value) => {
        expect(() => parseAuditParameters({ [name]: value })).not.toThrow();
      }),
    );
  });
});

describe('instantsOf', () => {
  it('takes whole days of Shanghai', () => {
    const day = civilDate('2026-11-18');
    expect(instantsOf({ from: day, to: day })).toEqual({
      from: new Date('2026-11-17T16:00:00Z'),
      before: new Date('2026-11-18T16:00:00Z'),
    });
    expect(instantsOf({})).toEqual({ from: undefined, before: undefined });
  });
});
