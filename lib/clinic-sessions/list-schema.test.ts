import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import { civilDate } from '@/lib/core/dates';
import {
  CHOICE_COLUMNS,
  DEFAULT_COLUMNS,
  HELD_CHOICES,
  parseSessionList,
  type SessionFilter,
  sessionListQuery,
} from './list-schema';
import { SESSION_STATES } from './schema';

const read = (query: string) => parseSessionList(Object.fromEntries(new URLSearchParams(query)));
const setOf = (filter: SessionFilter) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

describe('parseSessionList', () => {
  it('asks for everything, with the usual columns, where nothing is said', () => {
    const { filter, columns, cursor, misread } = parseSessionList({ text: '', state: '', from: ' ' });
    expect([setOf(filter), columns, cursor, misread]).toEqual([{}, DEFAULT_COLUMNS, undefined, []]);
  });

  it('reads what a form sends: several states and columns under one name', () => {
    const { filter, columns } = parseSessionList({
      state: ['returned', 'disputed'],
      column: ['note', 'state', 'note'],
    });
    expect(filter.state).toEqual(['disputed', 'returned']);
    expect(columns).toEqual(['state', 'note']);
  });

  it.each([
    ['state', 'gone'],
    ['state', ['returned', '__proto__']],
    ['held', 'constructor'],
    ['late', 'yes'],
    ['from', '2026-02-30'],
    ['district', 'shanghai'],
    ['alliance', 'middle'],
    ['centre', 'a b'],
    ['clinic', '%00\0'],
    ['expert', ['a', 'b']],
    ['text', 'x'.repeat(61)],
    ['text', 'a\0b'],
    ['column', 'password'],
    ['cursor', '2026-13-01_a'],
    ['cursor', '2026-11-18'],
  ])('names %s and leaves it out when it is %j', (name, value) => {
    const { filter, columns, cursor, misread } = parseSessionList({ [name]: value });
    expect([setOf(filter), columns, cursor, misread]).toEqual([{}, DEFAULT_COLUMNS, undefined, [name]]);
  });
});

describe('sessionListQuery', () => {
  it('says nothing of what is usual', () => {
    expect(sessionListQuery({ filter: {}, columns: DEFAULT_COLUMNS })).toBe('');
    expect(sessionListQuery({ filter: { late: true }, columns: ['note'] })).toBe('late=1&column=note');
  });

  it('is read back as it was, whatever was asked', () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const id = maybe(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/));
    const some = <T extends string>(all: readonly T[]) => fc.subarray([...all], { minLength: 1 });
    const filters: fc.Arbitrary<SessionFilter> = fc.record({
      state: maybe(some(SESSION_STATES)),
      held: maybe(fc.constantFrom(...HELD_CHOICES)),
      late: maybe(fc.constant(true)),
      extra: maybe(fc.constant(true)),
      from: maybe(fc.constant(civilDate('2026-01-31'))),
      to: maybe(fc.constant(civilDate('2026-12-01'))),
      district: maybe(fc.constant('310101')),
      alliance: maybe(fc.constantFrom(...ALLIANCE_CODES)),
      centre: id,
      clinic: id,
      expert: id,
      trainee: id,
      text: maybe(fc.constantFrom('失眠', 'a&b=c', '50%', '+ ?#')),
    });
    const cursors = maybe(fc.record({ date: fc.constant(civilDate('2026-11-18')), id: fc.uuid() }));
    fc.assert(
      fc.property(filters, some(CHOICE_COLUMNS), cursors, (filter, columns, cursor) => {
        const again = read(sessionListQuery({ filter, columns }, cursor));
        expect(setOf(again.filter)).toEqual(setOf(filter));
        expect([again.columns, again.cursor, again.misread]).toEqual([columns, cursor, []]);
        expect(sessionListQuery(again, again.cursor)).toBe(sessionListQuery({ filter, columns }, cursor));
      }),
    );
  });

  it('fits into a saved view, however much is asked', () => {
    const longest = 'a'.repeat(63);
    const ids = { centre: longest, clinic: longest, expert: longest, trainee: longest };
    const all = {
      state: [...SESSION_STATES],
      held: 'expert_absent',
      late: true,
      extra: true,
      alliance: 'south',
    } as const;
    const filter: SessionFilter = { ...all, state: [...all.state], ...ids, text: '𠮷'.repeat(30) };
    expect(sessionListQuery({ filter, columns: CHOICE_COLUMNS.slice(1) }).length).toBeLessThan(2000);
  });
});
