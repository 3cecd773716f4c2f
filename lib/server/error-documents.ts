import { ERROR_DOCUMENT_HEADERS, type ErrorDocumentKind } from '@/lib/core/error-document';
import { REQUEST_ID_HEADER } from '@/lib/log/request-scope';
import { nonceIn } from './content-policy';

// A resident without scripts, or on a bad connection, must be able to read an error page too; see
// lib/core/error-document.ts.

const EMPTY_DOCUMENT = /<html[^>]* id="__next_error__"/;
/** No page answers under this address, so it reaches the page for everything unknown. */
const ADDRESS = '/error-document';
const TIME_LIMIT_MS = 3000;

export type FailedAnswer = {
  /** one character for each byte, like the document that replaces it */
  html: string;
  status: number;
  url: string;
  cookie: string | undefined;
  /** under which the log holds the fault */
  requestId: string;
  inner: boolean;
  /** what the answer's policy asks of its scripts */
  nonce: string;
};

/** Which error document an answer needs in place of its empty one; null when it is complete already. */
export function neededErrorDocument(answer: FailedAnswer): ErrorDocumentKind | null {
  // an error document that fails itself must not ask for another
  if (answer.inner || answer.status < 400 || !EMPTY_DOCUMENT.test(answer.html.slice(0, 1000))) return null;
  return answer.status < 500 ? 'missing' : 'failed';
}

/** The language at the start of an address (`/en`); other two letters do no harm, for nothing answers below them. */
function languagePrefix(url: string): string {
  return /^\/[a-z]{2}(?=[/?]|$)/.exec(url)?.[0] ?? '';
}

/**
 * The complete document for an answer Next left empty, or the answer as it is.
 * @param origin where this server itself listens
 * @throws when the application cannot answer within three seconds
 */
export async function completeErrorDocument(answer: FailedAnswer, origin: string): Promise<string> {
  const kind = neededErrorDocument(answer);
  if (kind === null) return answer.html;
  const response = await fetch(`${origin}${languagePrefix(answer.url)}${ADDRESS}`, {
    headers: {
      accept: 'text/html',
      [ERROR_DOCUMENT_HEADERS.kind]: kind,
      [ERROR_DOCUMENT_HEADERS.path]: answer.url,
      [ERROR_DOCUMENT_HEADERS.id]: answer.requestId,
      [REQUEST_ID_HEADER]: answer.requestId,
      ...(answer.cookie ? { cookie: answer.cookie } : {}),
    },
    redirect: 'error',
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
  });
  if (!response.ok) return answer.html;
  // the document was made under a policy of its own, and is sent under the answer's
  const own = nonceIn(response.headers.get('content-security-policy'));
  const html = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return own ? html.replaceAll(own, answer.nonce) : html;
}
