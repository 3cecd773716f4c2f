// What residents ask, and from where: fixed words, and positions drawn from a seeded generator so that every run
// asks the same.

export const QUESTIONS = [
  '腰痛',
  '失眠',
  '颈椎病',
  '针灸',
  '推拿',
  '老寒腿',
  '膝盖痛',
  '咳嗽',
  '高血压',
  '糖尿病',
  '月经不调',
  '更年期',
  '便秘',
  '胃痛',
  '头痛',
  '眩晕',
  '中风后遗症',
  '面瘫',
  '湿疹',
  '肩周炎',
  '拔罐',
  '艾灸',
  '刮痧',
  '敷贴',
  '耳鸣',
  '鼻炎',
  '哮喘',
  '小儿厌食',
  '腰酸背痛',
  '睡不着',
  'yaotong',
  'shimian',
  'zhenjiu',
  'low back pain',
  'insomnia',
  'acupuncture',
  '失眠 针灸',
  '腰痛 推拿',
  '颈椎病 周六上午',
  '膝痹',
] as const;

/** Where most residents live, WGS-84 degrees; the network's facilities are densest here. */
const BOX = { south: 30.85, north: 31.45, west: 121.1, east: 121.85 };

/** A small seeded generator (mulberry32), uniform in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Asked = { q: string; lat: number; lon: number; path: string };

/** So many questions from random positions in Shanghai, the same for a seed. */
export function askedQuestions(count: number, seed = 20261122): Asked[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => {
    const q = QUESTIONS[index % QUESTIONS.length] ?? QUESTIONS[0];
    const lat = Number((BOX.south + random() * (BOX.north - BOX.south)).toFixed(5));
    const lon = Number((BOX.west + random() * (BOX.east - BOX.west)).toFixed(5));
    return { q, lat, lon, path: `/api/v1/facilities?near=${lat},${lon}&q=${encodeURIComponent(q)}` };
  });
}
