import { createFormatter, createTranslator, type Messages } from 'next-intl';
import type { Locale } from './locales';
import { loadMessages } from './messages';

/** What a file is written in: texts by their key with its catalog (`dashboard.four.expected`), numbers and instants. */
export type FileLanguage = {
  locale: Locale;
  text: (key: string, values?: Record<string, string | number>) => string;
  number: (value: number, decimals?: number) => string;
  instant: (at: Date) => string;
};

const TIME_ZONE = 'Asia/Shanghai';

/**
 * The language of a file, also where nobody asks through a page, such as in a job.
 * @throws Error, from `text`, for a key that no catalog has
 */
export async function fileLanguage(locale: Locale): Promise<FileLanguage> {
  const messages: Messages = await loadMessages(locale);
  const translate = createTranslator({
    locale,
    messages,
    timeZone: TIME_ZONE,
    onError: (problem) => {
      throw problem;
    },
  });
  const format = createFormatter({ locale, timeZone: TIME_ZONE });
  return {
    locale,
    text: (key, values) => translate(key, values),
    number: (value, decimals = 0) =>
      format.number(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    instant: (at) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}
