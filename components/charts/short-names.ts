/** Names need so many letters in common at an end before it says nothing of them. */
const LEAST_COMMON = 2;

/**
 * Names without what they all begin or end with: in a list of one district's centres, the district and the words
 * "community health centre" say nothing. Latin words stay whole.
 */
export function withoutCommonEnds(names: readonly string[]): string[] {
  const [first = '', ...others] = names;
  if (others.length === 0) return [...names];
  let start = 0;
  while (start < first.length && others.every((name) => name[start] === first[start])) start++;
  while (start > 0 && !isBorder(first, start)) start--;
  if (start < LEAST_COMMON) start = 0;
  const rests = names.map((name) => name.slice(start));
  const rest = rests[0] ?? '';
  let end = 0;
  while (end < rest.length && rests.every((name) => name.at(-1 - end) === rest.at(-1 - end))) end++;
  while (end > 0 && !isBorder(rest, rest.length - end)) end--;
  if (end < LEAST_COMMON) end = 0;
  const short = rests.map((name) => name.slice(0, name.length - end).trim());
  // a name that is nothing but the common part stays as it is
  return short.some((name) => name === '') ? [...names] : short;
}

/** Whether a name may be cut before a letter: between Chinese characters, or beside a space. */
function isBorder(name: string, at: number): boolean {
  const [before = ' ', after = ' '] = [name[at - 1], name[at]];
  return !(/[\p{Script=Latin}\d]/u.test(before) && /[\p{Script=Latin}\d]/u.test(after));
}
