import type { ServerResponse } from 'node:http';
import { log } from '@/lib/log/logger';
import { type AnswerEncoding, encodeWhole } from './answer-encoding';

/** What compression adds to a response. */
type Flushable = ServerResponse & { flush?: () => void };

/**
 * Gathers an HTML response and hands it to `rewrite` as a whole before it is sent; anything else streams through.
 * Call it after other layers (compression) have wrapped the response: they add their headers and leave an encoded page
 * alone.
 * @param compressAs how the page is compressed
 * @param rewrite is given the page with one character for each byte (latin1), which spares decoding it: what is looked
 *   for in a page is ASCII, and Chinese comes back untouched
 */
export function rewriteHtml(
  response: ServerResponse,
  compressAs: AnswerEncoding | null,
  rewrite: (html: string) => Promise<string>,
): void {
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const flushHeaders = response.flushHeaders.bind(response);
  const flushable = response as Flushable;
  const flush = flushable.flush?.bind(response);
  const chunks: Buffer[] = [];
  let gathering: boolean | null = null;

  const isHtml = () => String(response.getHeader('content-type') ?? '').startsWith('text/html');
  const keep = (chunk: unknown, encoding: unknown) => {
    if (chunk === undefined || chunk === null || typeof chunk === 'function') return;
    const bytes =
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
  };

  // Next sends its headers early and flushes after every piece; a page is sent whole, and its headers depend on it
  response.flushHeaders = () => {
    if (!isHtml()) flushHeaders();
  };
  flushable.flush = () => {
    if (!gathering) flush?.();
  };

  response.write = ((chunk: unknown, encoding?: unknown, callback?: unknown) => {
    gathering ??= isHtml();
    if (!gathering) return write(chunk as string, encoding as BufferEncoding, callback as () => void);
    keep(chunk, encoding);
    const done = typeof encoding === 'function' ? encoding : callback;
    if (typeof done === 'function') process.nextTick(done as () => void);
    return true;
  }) as typeof response.write;

  response.end = ((chunk?: unknown, encoding?: unknown, callback?: unknown) => {
    gathering ??= isHtml();
    if (!gathering) return end(chunk as string, encoding as BufferEncoding, callback as () => void);
    keep(chunk, encoding);
    const done = [chunk, encoding, callback].find((argument) => typeof argument === 'function');
    const original = Buffer.concat(chunks);
    rewrite(original.toString('latin1'))
      .then((html) => Buffer.from(html, 'latin1'))
      // the page as it was is better than none
      .catch((error: unknown) => {
        log.error({ err: error }, 'page not rewritten');
        return original;
      })
      .then((page) => {
        if (response.headersSent) return end(page, done as () => void);
        const sent = compressAs ? encodeWhole(page, compressAs) : page;
        if (compressAs) response.setHeader('content-encoding', compressAs);
        response.setHeader('content-length', sent.length);
        return end(sent, done as () => void);
      });
    return response;
  }) as typeof response.end;
}
