/** A name without the words that many names of its list share; the whole name where nothing else is left. */
export function nameWithout(name: string | null | undefined, shared: RegExp): string {
  return name?.replace(shared, '').trim() || (name ?? '');
}
