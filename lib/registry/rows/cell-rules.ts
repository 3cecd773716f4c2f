import { DATUMS, type Datum } from '@/lib/core/geo';
import { compactKey } from '@/lib/public-directory/search/normalise';
import { type OptionTexts, optionTexts, type Words } from '@/lib/registry/files/words-rules';
import { hoursOf, readDayHours, readWeekday, weekText } from '@/lib/registry/lists/hours-rules';
import { readTime } from '@/lib/registry/lists/time-rules';
import type { CellReading, Column } from '@/lib/registry/schema';
import { readCounts, readParts } from './counted-rules';
import { nearestDate, readDateText } from './date-rules';
import { editDistance } from './distance-rules';
import { readNames, readStatuses } from './earlier-rules';
import { entriesNamed, nearestName, type References, referenceText } from './reference-rules';

// One cell of a file: what it says in the one way of writing, or what is wrong with it.

export type CellContext = {
  words: Words;
  references: References;
  /** the district that the row names, for names that several districts have */
  within: string | null;
};

const ID = /^[a-z0-9][a-z0-9-]{1,62}$/;
/** Codes of conditions, as GB/T 15657 writes them. */
const CODE = /^[A-Z]\d{2}(\.\d{2}){1,4}\.?$/;
const ERROR_VALUE = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!)$/i;
/** What was to be worked out and was not; as it stands it says nothing. */
const FORMULA = /^=./;
const LONGEST = 300;
const LONGEST_WORD = 80;
const YES = new Set(['是', '有', 'y', 'yes', 'true', '1', '√', '✓', '对']);
const NO = new Set(['否', '无', '没有', 'n', 'no', 'false', '0', '×', 'x', '不']);
/** Area code of Shanghai, for numbers of eight digits whose zero a spreadsheet has eaten. */
const AREA = '021';

const optionsKept = new WeakMap<Words, Map<string, OptionTexts>>();

function optionsOf(words: Words, choices: string, values: readonly string[]): OptionTexts {
  const kept = optionsKept.get(words) ?? new Map<string, OptionTexts>();
  optionsKept.set(words, kept);
  const known = kept.get(choices) ?? optionTexts(words, choices, values);
  kept.set(choices, known);
  return known;
}

/** What cannot be seen and means nothing: it comes along from web pages and other programs. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]|\p{Cs}/gu;

/** Text without what cannot be seen, and without space around or twice. */
export function cleanText(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(/[ \u00a0\u3000\t]+/g, ' ')
    .trim();
}

/** Numbers as people write them, with an area code, of a mobile, or short ones such as 120 and 12320. */
const DIALABLE =
  /^(0\d{2,3}[ -]?\d{3,4}[ -]?\d{4}([ -]\d{1,5})?|1[3-9]\d[ -]?\d{4}[ -]?\d{4}|1[02]\d{3}|[48]00[ -]?\d{3,4}[ -]?\d{3,4}|\+\d[\d -]{6,17})$/;

/** A phone number in the one way in which it is kept; the area code is added where only it is missing. */
export function readPhone(text: string): CellReading {
  const plain = text
    .normalize('NFKC')
    .replace(/[—–―－]+/g, '-')
    .replace(/\((\d+)\)\s*-?/g, '$1-');
  const digits = plain.replace(/[ -]/g, '');
  if (/^[2-9]\d{7}$/.test(digits)) return { ok: true, value: `${AREA}-${digits}`, corrected: true };
  // a number cell loses its leading zero
  if (/^21[2-9]\d{7}$/.test(digits)) return { ok: true, value: `${AREA}-${digits.slice(2)}`, corrected: true };
  return DIALABLE.test(plain) ? { ok: true, value: plain, corrected: plain !== text } : { ok: false, code: 'phone' };
}

function readDegrees(text: string, [least, most]: [number, number], other: [number, number]): CellReading {
  const plain = text.normalize('NFKC').replace(/[°度东经北纬NEne\s]/g, '');
  if (!/^\d{1,3}(\.\d+)?$/.test(plain)) return { ok: false, code: 'degrees' };
  const degrees = Number(plain);
  if (degrees >= least && degrees <= most) return { ok: true, value: degrees.toFixed(6) };
  return { ok: false, code: degrees >= other[0] && degrees <= other[1] ? 'swapped' : 'outsideChina' };
}

function readInteger(text: string, least: number, most: number): CellReading {
  const plain = text.normalize('NFKC').replace(/[,\s]|^第|[人名个位届级年批次]$/g, '');
  if (!/^-?\d{1,9}(\.0+)?$/.test(plain)) return { ok: false, code: 'integer' };
  const value = Number(plain);
  return value < least || value > most
    ? { ok: false, code: 'range', values: { least, most } }
    : { ok: true, value: String(value), corrected: String(value) !== text };
}

function readNumber(text: string): CellReading {
  const plain = text.normalize('NFKC').replace(/[,\s%]/g, '');
  if (!/^\d{1,7}(\.\d{1,4})?$/.test(plain)) return { ok: false, code: 'number' };
  const value = String(Number(plain));
  return { ok: true, value, corrected: value !== text };
}

function readDate(text: string): CellReading {
  const date = readDateText(text);
  return date === null
    ? { ok: false, code: 'date', suggestion: nearestDate(text) }
    : { ok: true, value: date, corrected: date !== text };
}

function nearestOption(options: OptionTexts, text: string): string | null {
  const key = compactKey(text);
  let best: { value: string; distance: number } | null = null;
  for (const [word, value] of options) {
    const inside = key.length > 0 && (word.includes(key) || key.includes(word));
    const distance = inside ? 1 : editDistance(key, word, 2);
    if (distance <= 2 && distance < Math.min(word.length, best?.distance ?? 3)) best = { value, distance };
  }
  return best?.value ?? null;
}

/** What people call a datum after the maps that use it. */
const DATUM_WORDS: Record<Datum, RegExp> = {
  wgs84: /^(gps|天地图|大地坐标|(wgs)?(19)?84(坐标系?)?|cgcs2000|国家2000|地球坐标系?)$/,
  gcj02: /^(gcj(02)?|高德(地图)?|腾讯(地图)?|火星坐标系?|国测局?(坐标系?)?|amap)(坐标系?)?$/,
  bd09: /^(bd(09)?(ll)?|百度(地图)?|baidu)(坐标系?)?$/,
};

function readDatum(text: string, context: CellContext): CellReading {
  const key = compactKey(text);
  const called = DATUMS.find((datum) => DATUM_WORDS[datum].test(key));
  return called ? { ok: true, value: called } : readOption(text, { choices: 'datum', values: DATUMS }, context);
}

type OptionWords = { choices: string; values: readonly string[] };

function readOption(text: string, { choices, values }: OptionWords, { words }: CellContext): CellReading {
  const options = optionsOf(words, choices, values);
  const value = options.get(compactKey(text));
  if (value !== undefined) return { ok: true, value };
  const nearest = nearestOption(options, text);
  const offered = values.map((one) => words['zh-CN'](`option.${choices}.${one}`)).join('、');
  return {
    ok: false,
    code: 'choice',
    suggestion: nearest && words['zh-CN'](`option.${choices}.${nearest}`),
    values: { text, offered },
  };
}

function readReference(text: string, to: keyof References, { references, within }: CellContext): CellReading {
  const index = references[to];
  const found = entriesNamed(index, text, within);
  const [only] = found;
  if (only !== undefined && found.length === 1) return { ok: true, value: only };
  if (found.length > 1)
    return { ok: false, code: 'ambiguous', suggestion: found.slice(0, 3).join(' / '), values: { text } };
  const nearest = nearestName(index, text);
  return { ok: false, code: 'unknown', suggestion: nearest && referenceText(index, nearest, false), values: { text } };
}

/** The parts of a cell with several values: by semicolons or lines where there are any, for names hold commas too. */
function partsOf(text: string): string[] {
  const strong = /[;；|\n]/;
  return text
    .split(strong.test(text) ? strong : /[、,，/]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Several values in one cell, each read by itself; kept in order and once. */
function readSeveral(text: string, read: (part: string) => CellReading): CellReading {
  const whole = read(text);
  if (whole.ok) return whole;
  const values = new Set<string>();
  for (const part of partsOf(text)) {
    const reading = read(part);
    if (!reading.ok) return reading;
    if (reading.value !== null) values.add(reading.value);
  }
  return { ok: true, value: values.size > 0 ? [...values].sort().join(';') : null };
}

function readText(text: string, most: number, corrected: boolean): CellReading {
  const letters = [...text].length;
  return letters > most
    ? { ok: false, code: 'tooLong', values: { most, letters } }
    : { ok: true, value: text, corrected };
}

/** Words of one's own, each once; commas belong to them. */
function readTexts(text: string): CellReading {
  const parts = text.split(/[;；|\n]/).map((part) => part.trim());
  const words = [...new Set(parts.filter((part) => part !== ''))].sort();
  const long = words.find((word) => [...word].length > LONGEST_WORD);
  if (long) return { ok: false, code: 'tooLong', values: { most: LONGEST_WORD, letters: long.length } };
  return { ok: true, value: words.length > 0 ? words.join(';') : null };
}

function readYesNo(text: string): CellReading {
  const plain = text.normalize('NFKC').toLowerCase();
  if (YES.has(plain)) return { ok: true, value: 'yes' };
  return NO.has(plain) ? { ok: true, value: 'no' } : { ok: false, code: 'yesNo' };
}

function readId(text: string): CellReading {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return ID.test(plain) ? { ok: true, value: plain, corrected: plain !== text } : { ok: false, code: 'idForm' };
}

/** Reads a cell whose text is there; an empty one is null whatever its type. */
export function readCell({ type }: Column, given: string, context: CellContext): CellReading {
  const text = cleanText(given);
  if (text === '' || /^[-—/\\]+$/.test(text)) return { ok: true, value: null };
  if (ERROR_VALUE.test(text)) return { ok: false, code: 'errorValue', values: { text } };
  if (FORMULA.test(text)) return { ok: false, code: 'formula' };
  switch (type.kind) {
    case 'id':
      return readId(text);
    case 'text':
      return readText(text, 'most' in type ? type.most : LONGEST, given.search(UNSEEN) >= 0);
    case 'code': {
      const plain = text.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
      return CODE.test(plain) ? { ok: true, value: plain, corrected: plain !== text } : { ok: false, code: 'code' };
    }
    case 'weekday': {
      const weekday = readWeekday(text.normalize('NFKC'));
      return weekday ? { ok: true, value: String(weekday) } : { ok: false, code: 'weekday' };
    }
    case 'texts':
      return readTexts(text);
    case 'phone':
      return readPhone(text);
    case 'integer':
      return readInteger(text, type.least, type.most);
    case 'number':
      return readNumber(text);
    case 'date':
      return readDate(text);
    case 'time': {
      const time = readTime(text);
      return time ? { ok: true, value: time, corrected: time !== text } : { ok: false, code: 'time' };
    }
    case 'yes_no':
      return readYesNo(text);
    case 'latitude':
      return readDegrees(text, [3, 54], [73, 136]);
    case 'longitude':
      return readDegrees(text, [73, 136], [3, 54]);
    case 'hours': {
      const hours = hoursOf(text);
      if (!hours.ok) return { ok: false, code: hours.code, suggestion: hours.instead && weekText(hours.instead) };
      return { ok: true, value: weekText(hours.intervals), corrected: hours.rested };
    }
    case 'day_hours': {
      const hours = readDayHours(text);
      return hours === null ? { ok: false, code: 'dayHours' } : { ok: true, value: hours };
    }
    case 'datum':
      return readDatum(text, context);
    case 'choice':
      return readOption(text, type, context);
    case 'choices':
      return readSeveral(text, (part) => readOption(part, type, context));
    case 'reference':
      return readReference(text, type.to, context);
    case 'references':
      return readSeveral(text, (part) => readReference(part, type.to, context));
    case 'counts':
      return readCounts(partsOf(text), (part) => readReference(part, type.to, context), type.most);
    case 'former_names':
      return readNames(text);
    case 'statuses':
      return readStatuses(text, (part) => readOption(part, type, context));
    case 'parts':
      return readParts(
        partsOf(text),
        (part) => readReference(part, type.to, context),
        (part) => readOption(part, type, context),
      );
  }
}
