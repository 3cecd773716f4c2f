import { customPinyin, pinyin } from 'pinyin-pro';
import { isHan } from './normalise';

// Readings without tones. Place names of Shanghai that the general dictionary reads otherwise are corrected here.

customPinyin({
  莘庄: 'xīn zhuāng',
  莘松: 'xīn sōng',
  重固: 'chóng gù',
  殷行: 'yīn háng',
  杨行: 'yáng háng',
  庙行: 'miào háng',
  高行: 'gāo háng',
  徐行: 'xú háng',
  庄行: 'zhuāng háng',
  朱行: 'zhū háng',
  闵行: 'mǐn háng',
  六灶: 'lù zào',
  大场: 'dà chǎng',
  颛桥: 'zhuān qiáo',
  柘林: 'zhè lín',
  泖港: 'mǎo gǎng',
  徐汇: 'xú huì',
  不寐: 'bù mèi',
  喘不上气: 'chuǎn bú shàng qì',
});

export type Reading = {
  /** syllables joined: yaotong */
  full: string;
  /** first letters: yt */
  initials: string;
};

/** The syllables of a normalised Chinese text, one per character; other characters stand for themselves. */
export function syllables(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
}

/** The reading of a key, or null when it has no Chinese character. */
export function readingOf(key: string): Reading | null {
  let han = false;
  for (const character of key) han ||= isHan(character);
  if (!han) return null;
  const parts = syllables(key);
  return { full: parts.join(''), initials: parts.map((part) => part[0] ?? '').join('') };
}
