/** Sources the reference data names, so that they can be said in the reader's language; others are shown as stored. */
const BASES = {
  'city notice on TCM medical alliances 2020-016 (沪卫中管〔2020〕016号)': 'notice',
  "published figures (2023 brief on Shanghai's six measures)": 'brief',
  'published acceptance results': 'acceptance',
} as const;

const REMARKS = {
  'at least this many in three years from 2022': 'atLeastPlanned',
  'published as 60 or more': 'orMore',
  'first demonstration-city review': 'firstReview',
} as const;

export type FigureSource = {
  base: (typeof BASES)[keyof typeof BASES];
  remark: (typeof REMARKS)[keyof typeof REMARKS] | null;
};

function known<T extends Record<string, string>>(table: T, text: string): T[keyof T] | null {
  return Object.hasOwn(table, text) ? (table[text as keyof T] ?? null) : null;
}

/** Recognises a stored source and its remark; null when either is not of the reference data. */
export function figureSource(source: string): FigureSource | null {
  const [baseText = '', remarkText] = source.split('; ');
  const base = known(BASES, baseText);
  if (base === null) return null;
  if (remarkText === undefined) return { base, remark: null };
  const remark = known(REMARKS, remarkText);
  return remark === null ? null : { base, remark };
}
