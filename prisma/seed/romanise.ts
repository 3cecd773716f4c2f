import { customPinyin, pinyin } from 'pinyin-pro';

// Readings of places around Shanghai that a dictionary gets wrong.
customPinyin({
  莘庄: 'xīn zhuāng',
  重固: 'chóng gù',
  殷行: 'yīn háng',
  杨行: 'yáng háng',
  庙行: 'miào háng',
  高行: 'gāo háng',
  徐行: 'xú háng',
  庄行: 'zhuāng háng',
});

function syllables(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
}

/** Joins syllables to one capitalised word, with the apostrophe that keeps Xi'an apart from Xian. */
function word(parts: readonly string[]): string {
  const joined = parts.reduce(
    (sofar, part) => (sofar !== '' && /^[aoeāōē]/.test(part) ? `${sofar}'${part}` : `${sofar}${part}`),
    '',
  );
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

const SIDES: Record<string, string> = { 东: 'East', 西: 'West', 南: 'South', 北: 'North', 中: 'Middle' };

/** Endings of neighbourhood names that read better as a word of their own. */
const ENDINGS: Record<string, string> = {
  新村: 'Xincun',
  花园: 'Garden',
  花苑: 'Garden',
  公寓: 'Apartments',
  新城: 'New Town',
  新苑: 'Xinyuan',
  家园: 'Jiayuan',
  小区: 'Estate',
  大街: 'Street',
};
const ENDING = new RegExp(`^(.{2,})(${Object.keys(ENDINGS).join('|')})$`);
const NUMERALS = '零一二三四五六七八九';

/** 1 to 99 written in Chinese; NaN for anything else. */
function chineseNumber(text: string): number {
  const parts = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!parts || text === '') return Number.NaN;
  const tens = parts[2] ? Math.max(1, NUMERALS.indexOf(parts[1] ?? '零')) : 0;
  return tens * 10 + (parts[3] ? NUMERALS.indexOf(parts[3]) : 0);
}

/** The romanised name of a neighbourhood, road or village, in the manner of the subdistricts' English names. */
export function placeNameEn(name: string): string {
  const lane = /^(.{2,}路)([零一二三四五六七八九]+)弄$/.exec(name);
  if (lane) {
    const digits = [...(lane[2] ?? '')].map((numeral) => NUMERALS.indexOf(numeral)).join('');
    return `Lane ${digits} ${placeNameEn(lane[1] ?? '')}`;
  }
  const numbered = /^(.{2,}?)(?:第)?([一二三四五六七八九十]{1,3})(村)?$/.exec(name);
  const number = chineseNumber(numbered?.[2] ?? '');
  if (numbered && number > 0) return `${placeNameEn(numbered[1] ?? '')}${numbered[3] ? ' Village' : ''} No. ${number}`;
  const road = /^(.{2,}?)([东西南北中])?路$/.exec(name);
  if (road) {
    const side = SIDES[road[2] ?? ''];
    return `${word(syllables(road[1] ?? ''))}${side ? ` ${side}` : ''} Road`;
  }
  const ending = ENDING.exec(name);
  if (ending) return `${word(syllables(ending[1] ?? ''))} ${ENDINGS[ending[2] ?? '']}`;
  const village = /^(.{2,})村$/.exec(name);
  if (village) return `${word(syllables(village[1] ?? ''))} Village`;
  return word(syllables(name));
}

/** A person's name as in a passport: surname first, given name in one word. */
export function personNameEn(surname: string, given: string): string {
  return `${word(pinyin(surname, { toneType: 'none', type: 'array', mode: 'surname' }))} ${word(syllables(given))}`;
}
