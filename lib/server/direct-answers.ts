import type { IncomingMessage, ServerResponse } from 'node:http';
import { directAnswers, type PlainAnswer } from '@/lib/core/direct-answers';
import { log } from '@/lib/log/logger';

/** Answers a reading request without the framework where something of ours can; false leaves it to the framework. */
export function answeredDirectly(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = 'GET', url = '/' } = request;
  if (method !== 'GET' && method !== 'HEAD') return false;
  const answer = directAnswers()?.({ method, url, headers: { get: (name) => headerOf(request, name) } });
  if (!answer) return false;
  if (answer instanceof Promise) {
    answer.then(
      (made) => send(made, method, response),
      (error: unknown) => {
        log.error({ err: error }, 'a direct answer failed');
        if (!response.headersSent) response.writeHead(500);
        response.end();
      },
    );
  } else send(answer, method, response);
  return true;
}

function headerOf({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}

function send({ status, headers, body }: PlainAnswer, method: string, response: ServerResponse) {
  // bytes are the handler's own and written over by its next answer, so they are copied before the socket may wait
  const bytes = body === null ? null : Buffer.from(body);
  if (bytes) headers['content-length'] = String(bytes.length);
  response.writeHead(status, headers);
  response.end(bytes && method !== 'HEAD' ? bytes : undefined);
}
