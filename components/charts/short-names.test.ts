import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutCommonEnds } from './short-names';

describe('withoutCommonEnds', () => {
  it.each([
    [
      ['黄浦区半淞园街道社区卫生服务中心', '黄浦区外滩街道社区卫生服务中心'],
      ['半淞园', '外滩'],
    ],
    [
      ['Yuyuan Community Health Centre, Huangpu District', 'Waitan Community Health Centre, Huangpu District'],
      ['Yuyuan', 'Waitan'],
    ],
    [
      ['Huangpu District', 'Huaihai District'],
      ['Huangpu', 'Huaihai'],
    ],
    [
      ['黄浦区', '徐汇区'],
      ['黄浦区', '徐汇区'],
    ],
    [['黄浦区'], ['黄浦区']],
    [[], []],
  ])('%j: %j', (names, short) => {
    expect(withoutCommonEnds(names)).toEqual(short);
  });

  it('leaves as many names as there were, none empty, each part of its own', () => {
    const word = fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.string({ maxLength: 4 }), fc.uniqueArray(word, { maxLength: 8 }), (common, words) => {
        const names = words.map((one) => `${common}${one}${common}`);
        const short = withoutCommonEnds(names);
        expect(short).toHaveLength(names.length);
        for (const [index, name] of short.entries()) {
          expect(name).not.toBe('');
          expect(names[index]).toContain(name);
        }
      }),
    );
  });
});
