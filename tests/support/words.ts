import { readFileSync } from 'node:fs';
import type { Locale } from '@/lib/i18n/locales';

type Catalog = { [key: string]: string | Catalog };

/**
 * A text of the message catalogs by its full key, `search.box.submit`; tests ask for words by key, so that a better
 * wording breaks no test.
 * @throws Error when there is no such text
 */
export function words(key: string, locale: Locale = 'zh-CN'): string {
  const [feature = '', ...path] = key.split('.');
  let found: string | Catalog = JSON.parse(
    readFileSync(`lib/i18n/messages/${locale}/${feature}.json`, 'utf8'),
  ) as Catalog;
  for (const step of path) {
    const next: string | Catalog | undefined = typeof found === 'string' ? undefined : found[step];
    if (next === undefined) throw new Error(`No text ${key} in ${locale}.`);
    found = next;
  }
  if (typeof found !== 'string') throw new Error(`${key} is not a text.`);
  return found;
}

/** A text with its simple `{name}` places filled. */
export function filled(key: string, values: Record<string, string>, locale: Locale = 'zh-CN'): string {
  return words(key, locale).replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
