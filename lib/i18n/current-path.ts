import { localPath } from '@/lib/core/local-path';

/** The request header in which the proxy hands a page its own address. */
export const PATH_HEADER = 'x-pathname';

/** The address of the page being answered, with its query, from the headers of its request; `/` when unknown. */
export function currentPath(headers: Pick<Headers, 'get'>): string {
  return localPath(headers.get(PATH_HEADER));
}
