import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { compactKey } from '@/lib/public-directory/search/normalise';
import { CLOSED_DAY, shownWeek } from '@/lib/registry/lists/hours-rules';
import { saidIn } from '@/lib/registry/rows/counted-rules';
import { statusesCell, statusesIn } from '@/lib/registry/rows/earlier-rules';
import { type References, referenceText } from '@/lib/registry/rows/reference-rules';
import type { Column } from '@/lib/registry/schema';

// The words of lists in both languages: files are read in either, and written in the reader's.

/** A text of the catalog `registry` by its key, in each language. */
export type Words = Record<Locale, (key: string) => string>;

/** What stands for values in files: 是, and one separator for several values. */
const SEPARATOR = '；';

/** Texts of a choice as they may be typed, and the value of each. */
export type OptionTexts = ReadonlyMap<string, string>;

/** Every way to write the values of a choice: the value, and its word in either language. */
export function optionTexts(words: Words, choices: string, values: readonly string[]): OptionTexts {
  const texts = new Map<string, string>();
  for (const value of values) {
    texts.set(compactKey(value), value);
    for (const locale of LOCALES) texts.set(compactKey(words[locale](`option.${choices}.${value}`)), value);
  }
  return texts;
}

/** A kept value as a file or a page says it in a language. */
export function shownCell(
  column: Column,
  value: string | null,
  locale: Locale,
  words: Words,
  references: References,
): string {
  if (value === null) return '';
  const { type } = column;
  const option = (choices: string, one: string) => words[locale](`option.${choices}.${one}`);
  switch (type.kind) {
    case 'choice':
      return option(type.choices, value);
    case 'choices':
      return value
        .split(';')
        .map((one) => option(type.choices, one))
        .join(SEPARATOR);
    case 'yes_no':
      return option('yes_no', value);
    case 'datum':
      return option('datum', value);
    case 'weekday':
      return option('weekday', value);
    case 'hours':
      return shownWeek(value, locale);
    case 'day_hours':
      return value === CLOSED_DAY ? option('day_hours', value) : value;
    case 'texts':
      return value.split(';').join(SEPARATOR);
    case 'reference':
      return referenceText(references[type.to], value, locale === 'en');
    case 'references':
      return value
        .split(';')
        .map((one) => referenceText(references[type.to], one, locale === 'en'))
        .join(SEPARATOR);
    case 'counts':
      return saidIn(value)
        .map(([id, count]) => `${referenceText(references[type.to], id, locale === 'en')}×${count}`)
        .join(SEPARATOR);
    case 'statuses':
      return statusesCell(statusesIn(value), (status) => option(type.choices, status)) ?? '';
    case 'parts':
      return saidIn(value)
        .map(
          ([id, part]) => `${referenceText(references[type.to], id, locale === 'en')}（${option(type.choices, part)}）`,
        )
        .join(SEPARATOR);
    default:
      return value;
  }
}
