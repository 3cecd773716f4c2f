import { describe, expect, it } from 'vitest';
import { qrCode } from './qr-code';

/** The dark modules a path covers. */
function modulesOf({ size, path }: ReturnType<typeof qrCode>): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let column = Number(x); column < Number(x) + Number(width); column++) {
      const row = grid[Number(y)];
      if (row) row[column] = true;
    }
  }
  return grid;
}

describe('qrCode', () => {
  const code = qrCode('http://localhost:3000/facilities/centre-310106-1');

  it('has the size of a QR version', () => {
    expect((code.size - 17) % 4).toBe(0);
  });

  it('draws the finder pattern in three corners', () => {
    const grid = modulesOf(code);
    const corner = (top: number, left: number) =>
      Array.from({ length: 7 }, (_, y) =>
        Array.from({ length: 7 }, (_, x) => (grid[top + y]?.[left + x] ? '#' : '.')).join(''),
      );
    const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
    expect(corner(0, 0)).toEqual(finder);
    expect(corner(0, code.size - 7)).toEqual(finder);
    expect(corner(code.size - 7, 0)).toEqual(finder);
  });
});
