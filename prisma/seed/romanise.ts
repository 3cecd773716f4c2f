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

/** The romanised name of a neighbourhood, road or village, in the manner of the subdistricts' English names. */
export function placeNameEn(name: string): string {
  const road = /^(.{2,}?)([东西南北中])?路$/.exec(name);
  if (road) {
    const side = SIDES[road[2] ?? ''];
    return `${word(syllables(road[1] ?? ''))}${side ? ` ${side}` : ''} Road`;
  }
  const village = /^(.{2,})村$/.exec(name);
  if (village && !name.endsWith('新村')) return `${word(syllables(village[1] ?? ''))} Village`;
  return word(syllables(name));
}

/** A person's name as in a passport: surname first, given name in one word. */
export function personNameEn(surname: string, given: string): string {
  return `${word(pinyin(surname, { toneType: 'none', type: 'array', mode: 'surname' }))} ${word(syllables(given))}`;
}
