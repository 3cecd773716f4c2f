import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { icuArguments } from './icu-arguments';
import { LOCALES } from './locales';
import { loadMessages, MESSAGE_FEATURES } from './messages';

const DIRECTORY = new URL('./messages/', import.meta.url);

/** Every text of a catalog by its dotted key. */
function textsOf(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is neither text nor a group of texts`);
  return Object.entries(node).flatMap(([key, child]) => textsOf(child, path ? `${path}.${key}` : key));
}

const [chinese, english] = await Promise.all([loadMessages('zh-CN'), loadMessages('en')]);

describe('the list of catalogs', () => {
  it.each(LOCALES)('names every file of %s, and every file exists', (locale) => {
    const files = readdirSync(new URL(`${locale}/`, DIRECTORY)).map((file) => file.replace(/\.json$/, ''));
    expect(files.sort()).toEqual([...MESSAGE_FEATURES].sort());
  });
});

describe.each(MESSAGE_FEATURES)('catalog %s', (feature) => {
  const source = new Map(textsOf(chinese[feature]));
  const translated = new Map(textsOf(english[feature]));

  it('has the same keys in both languages', () => {
    expect([...translated.keys()].sort()).toEqual([...source.keys()].sort());
  });

  it('has no empty text', () => {
    const empty = [...source, ...translated].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('asks for the same arguments and tags in both languages', () => {
    const differing = [...source]
      .filter(([key, text]) => {
        const other = translated.get(key);
        return other !== undefined && icuArguments(text).join() !== icuArguments(other).join();
      })
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });
});
