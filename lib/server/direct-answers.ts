import type { IncomingMessage, ServerResponse } from 'node:http';
import { directAnswers, type PlainAnswer } from '@/lib/core/direct-answers';
import { log } from '@/lib/log/logger';
import { presentRequestId, REQUEST_ID_HEADER } from '@/lib/log/request-scope';
import { acceptedEncoding, encodeWhole } from './answer-encoding';

/** Less than this grows when it is compressed, or might as well not be. */
const WORTH_COMPRESSING_BYTES = 1024;

/**
 * Answers a reading request without the framework where something of ours can; false leaves it to the framework.
 * @param always headers of every answer, which an answer's own go before
 */
export function answeredDirectly(
  request: IncomingMessage,
  response: ServerResponse,
  always: Readonly<Record<string, string>>,
): boolean {
  const { method = 'GET', url = '/' } = request;
  if (method !== 'GET' && method !== 'HEAD') return false;
  const answer = directAnswers()?.({ method, url, headers: { get: (name) => headerOf(request, name) } });
  if (!answer) return false;
  if (answer instanceof Promise) {
    answer.then(
      (made) => send(made, request, response, always),
      (error: unknown) => {
        log.error({ err: error }, 'a direct answer failed');
        if (!response.headersSent) {
          const requestId = presentRequestId();
          response.writeHead(500, requestId === undefined ? always : { ...always, [REQUEST_ID_HEADER]: requestId });
        }
        response.end();
      },
    );
  } else send(answer, request, response, always);
  return true;
}

function headerOf({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}

function send(
  { status, headers, body }: PlainAnswer,
  request: IncomingMessage,
  response: ServerResponse,
  always: Readonly<Record<string, string>>,
) {
  const all: Record<string, string> = { ...always, ...headers };
  if (body === null) {
    response.writeHead(status, all).end();
    return;
  }
  let bytes: Uint8Array = typeof body === 'string' ? Buffer.from(body) : body;
  const reading = request.method !== 'HEAD';
  const encoding =
    reading && bytes.length >= WORTH_COMPRESSING_BYTES ? acceptedEncoding(headerOf(request, 'accept-encoding')) : null;
  if (encoding) {
    bytes = encodeWhole(bytes, encoding);
    all['content-encoding'] = encoding;
  }
  all['content-length'] = String(bytes.length);
  response.writeHead(status, all).end(reading ? bytes : undefined);
}
