import { describe, expect, it } from 'vitest';
import type { Cells, Entry } from '@/lib/registry/schema';
import { candidatesFor, matchIndex, type NearWords, nearName } from './match-rules';

const WORDS: NearWords = {
  of: 'places',
  groupOf: ({ district }) => district ?? null,
  nameOf: ({ name }) => name ?? '',
  parentOf: () => '黄浦区',
};
const entry = (id: string, name: string, cells: Cells = {}): Entry => ({
  id,
  cells: { id, name, district: '310101', ...cells },
});
const PRESENT = [
  entry('a', '黄浦区外滩街道社区卫生服务中心', {
    latitude: '31.236800',
    longitude: '121.484900',
    phone: '021-63231234',
  }),
  entry('b', '黄浦区打浦桥街道社区卫生服务中心'),
  entry('c', '徐汇区外滩街道社区卫生服务中心', { district: '310104' }),
];
const meant = (cells: Cells, taken: string[] = []) =>
  candidatesFor({ district: '310101', ...cells }, matchIndex(PRESENT, WORDS), WORDS, new Set(taken)).map(
    ({ id, reasons }) => [id, ...reasons],
  );

describe('the entries that a row may mean', () => {
  it('are those of the same district whose name says the same', () => {
    expect(meant({ name: '上海市黄浦区外滩街道卫生服务中心' })).toEqual([['a', 'name']]);
    expect(meant({ name: '外滩社区医院' })).toEqual([['a', 'name']]);
  });

  it('are those that sound the same or differ in one character', () => {
    expect(meant({ name: '打浦乔街道社区卫生服务中心' })).toEqual([['b', 'reading']]);
    expect(meant({ name: '打浦路街道社区卫生服务中心' })).toEqual([['b', 'spelling']]);
  });

  it('are those that stand very near or have the same phone, with how far they are apart', () => {
    const found = candidatesFor(
      { district: '310101', name: '某某中心', latitude: '31.237000', longitude: '121.484900', phone: '021-63231234' },
      matchIndex(PRESENT, WORDS),
      WORDS,
      new Set(),
    );
    expect(found).toEqual([{ id: 'a', reasons: ['near', 'phone'], metres: 22 }]);
  });

  it('are none that another row of the file names, and none where nothing is near', () => {
    expect(meant({ name: '外滩卫生服务中心' }, ['a'])).toEqual([]);
    expect(meant({ name: '老西门街道社区卫生服务中心' })).toEqual([]);
  });

  it('leaves of a name what tells it from others', () => {
    expect(nearName('上海市黄浦区外滩街道社区卫生服务中心', '黄浦区')).toBe('外滩');
    expect(nearName('豫园街道第二社区卫生服务站', '黄浦区')).toBe('豫园第二');
  });
});
