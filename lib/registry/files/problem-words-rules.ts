import type { Locale } from '@/lib/i18n/locales';
import { compactKey } from '@/lib/public-directory/search/normalise';
import { readHours, shownWeek, weekText } from '@/lib/registry/lists/hours-rules';
import { saidIn } from '@/lib/registry/rows/counted-rules';
import { entriesNamed, type References, referenceText } from '@/lib/registry/rows/reference-rules';
import type { CellProblem, Column } from '@/lib/registry/schema';
import { optionTexts, shownCell, type Words } from './words-rules';

// Problems are kept as they were found; what they suggest and offer is said in the language of whoever reads them.

type Reader = { locale: Locale; words: Words; references: References };

function offeredBy({ type }: Column, { locale, words }: Reader): string[] {
  return type.kind === 'choice' || type.kind === 'choices'
    ? type.values.map((value) => words[locale](`option.${type.choices}.${value}`))
    : [];
}

function suggestionIn({ type }: Column, suggestion: string, { locale, words, references }: Reader): string {
  switch (type.kind) {
    case 'choice':
    case 'choices': {
      const value = optionTexts(words, type.choices, type.values).get(compactKey(suggestion));
      return value ? words[locale](`option.${type.choices}.${value}`) : suggestion;
    }
    case 'reference':
    case 'references': {
      const [only, ...more] = entriesNamed(references[type.to], suggestion, null);
      return only && more.length === 0 ? referenceText(references[type.to], only, locale === 'en') : suggestion;
    }
    case 'hours': {
      const kept = weekText(readHours(suggestion) ?? []);
      return kept ? shownWeek(kept, locale) : suggestion;
    }
    default:
      return suggestion;
  }
}

/** What stood in the file; where only its kept way of writing is known, that in words. */
function foundIn(column: Column, found: string, { locale, words, references }: Reader): string {
  const { type } = column;
  const kept =
    (type.kind === 'choice' && type.values.includes(found)) ||
    (type.kind === 'yes_no' && (found === 'yes' || found === 'no')) ||
    (type.kind === 'reference' && references[type.to].entries.has(found)) ||
    ((type.kind === 'counts' || type.kind === 'parts') &&
      found.split(';').every((one) => saidIn(one).some(([id]) => references[type.to].entries.has(id))));
  return kept ? shownCell(column, found, locale, words, references) : found;
}

/** A problem of a column with what was found, its suggestion, and the choices that it offers, in a language. */
export function problemIn(problem: CellProblem, column: Column | undefined, reader: Reader): CellProblem {
  if (!column) return problem;
  const offered = offeredBy(column, reader).join(reader.locale === 'en' ? ', ' : '、');
  return {
    ...problem,
    found: foundIn(column, problem.found, reader),
    suggestion: problem.suggestion && suggestionIn(column, problem.suggestion, reader),
    values: problem.code === 'choice' && offered !== '' ? { ...problem.values, offered } : problem.values,
  };
}
