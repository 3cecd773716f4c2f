import { localPath } from './local-path';

// Next answers a missing or failed page with an empty document that only scripts fill. The server around Next asks the
// application for a complete one instead, through these headers of an internal request.

export const ERROR_DOCUMENT_HEADERS = { kind: 'x-error-document', path: 'x-error-path', id: 'x-error-id' } as const;
export type ErrorDocumentKind = 'missing' | 'failed';

/** What an error document is for: the address that was asked, and the number of the request in the log. */
export type ErrorDocument = { kind: ErrorDocumentKind; path: string; id: string | null };

/** The error document a request asks for; null for every ordinary request. */
export function wantedErrorDocument(headers: Pick<Headers, 'get'>): ErrorDocument | null {
  const kind = headers.get(ERROR_DOCUMENT_HEADERS.kind);
  if (kind !== 'missing' && kind !== 'failed') return null;
  const id = headers.get(ERROR_DOCUMENT_HEADERS.id);
  return {
    kind,
    path: localPath(headers.get(ERROR_DOCUMENT_HEADERS.path)),
    id: id !== null && /^[\w-]{1,64}$/.test(id) ? id : null,
  };
}
