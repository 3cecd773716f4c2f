/**
 * A path of this portal, with its query, safe to redirect to; anything else becomes `/`.
 * Keeps `//host`, `/\host` and control characters, which browsers read as another site, from passing.
 */
export function localPath(text: unknown): string {
  if (typeof text !== 'string' || text.length > 2000) return '/';
  return /^\/(?![/\\])[\x21-\x3e\x40-\x5b\x5d-\x7e]*(\?[\x21-\x7e]*)?$/.test(text) ? text : '/';
}
