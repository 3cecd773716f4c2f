import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computableCells, isSmall, type Relation, SMALLEST_SHOWN, withheldCells } from './suppression';

/** A city of alliances of districts, with its sums. */
function network(alliances: readonly (readonly number[])[]): { cells: Map<string, number>; relations: Relation[] } {
  const cells = new Map<string, number>();
  const relations: Relation[] = [];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  for (const [at, districts] of alliances.entries()) {
    const parts = districts.map((value, index) => {
      cells.set(`d${at}.${index}`, value);
      return `d${at}.${index}`;
    });
    cells.set(`a${at}`, sum(districts));
    relations.push({ total: `a${at}`, parts });
  }
  cells.set('city', sum(alliances.map(sum)));
  relations.push({ total: 'city', parts: alliances.map((_, at) => `a${at}`) });
  return { cells, relations };
}

/** A table with the sums of its rows and columns: the hardest case of complementary suppression. */
function table(rows: readonly (readonly number[])[]): { cells: Map<string, number>; relations: Relation[] } {
  const width = rows[0]?.length ?? 0;
  const cells = new Map<string, number>();
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const across = rows.map((row, y) => {
    for (const [x, value] of row.entries()) cells.set(`${y}/${x}`, value);
    cells.set(`row${y}`, sum(row));
    return { total: `row${y}`, parts: row.map((_, x) => `${y}/${x}`) };
  });
  const down = Array.from({ length: width }, (_, x) => {
    cells.set(`column${x}`, sum(rows.map((row) => row[x] ?? 0)));
    return { total: `column${x}`, parts: rows.map((_, y) => `${y}/${x}`) };
  });
  cells.set('all', sum(rows.flat()));
  const totals = [
    { total: 'all', parts: rows.map((_, y) => `row${y}`) },
    { total: 'all', parts: down.map(({ total }) => total) },
  ];
  return { cells, relations: [...across, ...down, ...totals] };
}

const count = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 5000 }));
const networks = fc.array(fc.array(count, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }).map(network);
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
  .map(table);

describe('withheldCells', () => {
  it('withholds nothing where nothing is small, zeros included', () => {
    const { cells, relations } = network([[0, 5, 100], [7]]);
    expect(withheldCells(cells, relations)).toEqual(new Set());
  });

  it('withholds a second district beside a small one, and leaves the sums', () => {
    const { cells, relations } = network([
      [3, 20, 11],
      [50, 60],
    ]);
    expect(withheldCells(cells, relations)).toEqual(new Set(['d0.0', 'd0.2']));
  });

  it('withholds a third one where two together are still small', () => {
    const { cells, relations } = network([[1, 2, 20, 30], [50]]);
    expect(withheldCells(cells, relations)).toEqual(new Set(['d0.0', 'd0.1', 'd0.2']));
  });

  it('withholds the sum, and another one beside it, where a place has one part only', () => {
    const { cells, relations } = network([[4], [50, 60], [70]]);
    const hidden = withheldCells(cells, relations);
    expect(hidden.has('a0') && hidden.has('d0.0')).toBe(true);
    expect(hidden.has('a2') && hidden.has('d2.0')).toBe(true);
    expect(computableCells(hidden, relations)).toEqual([]);
  });

  it('knows that two equations together may give a cell away', () => {
    const { relations } = table([
      [3, 10],
      [10, 10],
    ]);
    expect(computableCells(new Set(['0/0', '0/1']), relations).sort()).toEqual(['0/0', '0/1']);
    expect(computableCells(new Set(['0/0', '0/1', '1/0', '1/1']), relations)).toEqual([]);
  });

  it.each([
    ['networks', networks],
    ['tables', tables],
  ] as const)('withholds every small cell of %s, and none can be computed from what is shown', (_, worlds) => {
    let compared = 0;
    fc.assert(
      fc.property(worlds, ({ cells, relations }) => {
        const hidden = withheldCells(cells, relations);
        for (const [name, value] of cells) if (isSmall(value)) expect(hidden.has(name)).toBe(true);
        expect(computableCells(hidden, relations)).toEqual([]);
        for (const { total, parts } of relations) {
          const unknown = parts.filter((name) => hidden.has(name));
          if (unknown.length === 0 || hidden.has(total)) continue;
          // whoever subtracts what is shown from the sum learns of several cells together, and not of few people
          expect(unknown.length).toBeGreaterThan(1);
          expect(unknown.reduce((sum, name) => sum + (cells.get(name) ?? 0), 0)).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
        }
        compared += cells.size;
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it('withholds the same cells whatever the order they come in', () => {
    fc.assert(
      fc.property(networks, ({ cells, relations }) => {
        const turned = new Map([...cells].reverse());
        expect([...withheldCells(turned, relations)].sort()).toEqual([...withheldCells(cells, relations)].sort());
      }),
    );
  });
});
