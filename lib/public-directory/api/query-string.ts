import type { z } from 'zod';
import type { ParameterError } from './problem';

export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: ParameterError[] };

const MAX_QUERY_CHARACTERS = 2000;

/** The part of an address after the question mark, without a fragment; empty when there is none. */
export function queryOf(url: string): string {
  const start = url.indexOf('?');
  if (start < 0) return '';
  const end = url.indexOf('#', start);
  return end < 0 ? url.slice(start + 1) : url.slice(start + 1, end);
}

/** Decodes one form-encoded part; null when it is not percent-encoded UTF-8. */
export function decodePart(part: string): string | null {
  const text = part.includes('+') ? part.replaceAll('+', ' ') : part;
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * Reads a raw query string by a schema. Every parameter may stand once, those in `repeatable` more often; an unknown,
 * repeated or malformed one is an error that names it.
 */
export function parseQueryString<T>(raw: string, schema: z.ZodType<T>, repeatable: readonly string[] = []): Parsed<T> {
  if (raw.length > MAX_QUERY_CHARACTERS)
    return failed('query', `The query string is longer than ${MAX_QUERY_CHARACTERS} characters.`);
  const errors: ParameterError[] = [];
  const found = new Map<string, string | string[]>();
  for (const part of raw.split('&')) {
    if (part === '') continue;
    const cut = part.indexOf('=');
    const name = decodePart(cut < 0 ? part : part.slice(0, cut));
    const value = decodePart(cut < 0 ? '' : part.slice(cut + 1));
    if (name === null) errors.push({ parameter: 'query', detail: 'A name is not percent-encoded UTF-8.' });
    else if (value === null) errors.push({ parameter: printable(name), detail: 'Not percent-encoded UTF-8.' });
    else if (repeatable.includes(name)) found.set(name, [...(found.get(name) ?? []), value]);
    else if (found.has(name)) errors.push({ parameter: printable(name), detail: 'Given more than once.' });
    else found.set(name, value);
  }
  if (errors.length > 0) return { ok: false, errors };
  const parsed = schema.safeParse(Object.fromEntries(found));
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, errors: parsed.error.issues.flatMap(errorsOfIssue) };
}

function errorsOfIssue(issue: z.core.$ZodIssue): ParameterError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ parameter: printable(key), detail: 'There is no such parameter.' }));
  return [{ parameter: String(issue.path[0] ?? 'query'), detail: issue.message }];
}

function failed(parameter: string, detail: string): { ok: false; errors: ParameterError[] } {
  return { ok: false, errors: [{ parameter, detail }] };
}

/** A name as the client sent it, cut short and without control characters, so that an answer stays readable. */
function printable(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cs}]/gu, '?').slice(0, 40);
  return clean === '' ? '(empty)' : clean;
}
