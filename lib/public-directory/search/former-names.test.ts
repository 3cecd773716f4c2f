import { describe, expect, test } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { buildEngine } from './engine';
import { ANYTHING, NOW, RECORDS } from './fixture';

// Huamu was called Meihua before; whoever still says so finds it and is told.

const FORMER = { name: '浦东新区梅花社区卫生服务中心', nameEn: 'Meihua Community Health Centre, Pudong New Area' };
const engine = buildEngine({
  ...RECORDS,
  facilities: RECORDS.facilities.map((facility) =>
    facility.id === 'centre-3'
      ? { ...facility, formerNames: [{ ...FORMER, until: civilDate('2026-11-01'), of: null }] }
      : facility,
  ),
});

describe('a name that was given up', () => {
  test.each([
    ['梅花社区卫生服务中心', FORMER.name],
    ['浦东新区梅花社区卫生服务中心', FORMER.name],
    ['meihuashequweishengfuwuzhongxin', FORMER.name],
    ['Meihua Community Health Centre, Pudong New Area', FORMER.nameEn],
  ])('%s leads to the place and is told', (q, via) => {
    const { rows, total, relaxed } = engine.search({ ...ANYTHING, q }, NOW);
    expect({ ids: rows.map(({ facility }) => facility.id), total, relaxed }).toEqual({
      ...{ ids: ['centre-3'], total: 1, relaxed: [] },
    });
    expect(rows[0]?.matches).toContainEqual({
      ...{ type: 'facility', code: 'centre-3', via },
      ...{ name: '浦东新区花木社区卫生服务中心', nameEn: 'Huamu Community Health Centre, Pudong New Area' },
    });
  });

  test('says nothing where the present name is typed', () => {
    const [row] = engine.search({ ...ANYTHING, q: '浦东新区花木社区卫生服务中心' }, NOW).rows;
    expect(row?.matches.filter(({ type }) => type === 'facility').map(({ via }) => via)).toEqual([null]);
  });
});
