import type { ParamProblem } from '@/components/ui/param-notice';
import { shownText } from '@/lib/core/shown-text';

/** The search parameters of a page as Next hands them over. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads search parameters one by one and collects those that make no sense, so that a page can say so and still
 * answer. An empty parameter is an absent one; of a repeated parameter the first counts.
 */
export function paramReader(source: SearchParams) {
  const problems: ParamProblem[] = [];
  function read<T>(name: string, parse: (text: string) => T | null): T | null {
    const given = source[name];
    const text = (Array.isArray(given) ? given[0] : given)?.trim();
    if (!text) return null;
    const value = parse(text);
    if (value === null) problems.push({ name, value: shownText(text) });
    return value;
  }
  return { read, problems };
}

/** Accepts exactly the values of a list. */
export function oneOf<T extends string>(values: readonly T[]): (text: string) => T | null {
  return (text) => values.find((value) => value === text) ?? null;
}

/** The address of a list with some parameters; empty ones are left out. */
export function listHref(path: string, params: Readonly<Record<string, string | null | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
