import { describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import { LIST_NAMES } from '@/lib/registry/schema';
import { firstLists, grouped, LIST_GROUPS } from './list-groups';

const ALL = LIST_NAMES.map((name) => ({ name }));

describe('grouped', () => {
  it('shows every list once', () =>
    expect(
      grouped(ALL)
        .flatMap(({ lists }) => lists.map(({ name }) => name))
        .sort(),
    ).toEqual([...LIST_NAMES].sort()));

  it('leaves out groups of which the reader has no list', () =>
    expect(grouped([{ name: 'stations' }, { name: 'centres' }])).toEqual([
      { group: 'places', lists: [{ name: 'centres' }, { name: 'stations' }] },
    ]));
});

describe('the lists to begin with', () => {
  const rows = (empty: readonly string[], mayImport = true) =>
    ALL.map(({ name }) => ({ name, entries: empty.includes(name) ? 0 : 3, mayImport }));

  it('stand after those that they refer to, while one of those that carry the others is empty', () => {
    const order = firstLists(rows(['clinics'])).map(({ name }) => name);
    expect(order).not.toContain('conditions');
    expect(order.indexOf('centres')).toBeLessThan(order.indexOf('stations'));
    expect(order.indexOf('experts')).toBeLessThan(order.indexOf('clinics'));
    expect(order.indexOf('clinics')).toBeLessThan(order.indexOf('schedules'));
  });

  it('are none where all of those have entries, and none for whoever brings in only some lists', () => {
    expect(firstLists(rows(['openings', 'targets']))).toEqual([]);
    expect(firstLists(rows(['centres'], false))).toEqual([]);
    expect(firstLists(rows(['centres']).filter(({ name }) => name !== 'clinics'))).toEqual([]);
  });
});

it.each(LOCALES)(
  'every group has a name, and every list its words, also of what an undo cannot do (%s)',
  async (locale) => {
    const { registry } = await loadMessages(locale);
    expect(registry).toMatchObject({
      group: Object.fromEntries(LIST_GROUPS.map((group) => [group, expect.any(String)])),
      list: Object.fromEntries(
        LIST_NAMES.map((name) => [
          name,
          { name: expect.any(String), description: expect.any(String), undo: expect.any(String) },
        ]),
      ),
    });
  },
);
