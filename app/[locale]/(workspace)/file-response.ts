import { notFound } from 'next/navigation';
import type { AppError } from '@/lib/core/errors';

type File = { fileName: string; plainName?: string; contentType: string; body: AsyncIterable<Uint8Array> };

/** A file to keep, sent as it is made. */
export function fileResponse({ fileName, plainName = fileName, contentType, body }: File): Response {
  const wide = plainName === fileName ? '' : `; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  return new Response(streamOf(body), {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${plainName.replace(/[^\w.-]/g, '_')}"${wide}`,
      'cache-control': 'private, no-store',
    },
  });
}

/** Why there is no file: missing like what is out of scope, or, with words, a database that is away. */
export function noFile({ code, retryAfterSeconds }: AppError, unavailable: string): Response {
  if (code === 'NOT_FOUND') notFound();
  const headers = { 'retry-after': String(retryAfterSeconds ?? 60), 'content-type': 'text/plain; charset=utf-8' };
  return new Response(unavailable, { status: 503, headers });
}

/** The file as a body that is made no faster than it is sent. */
function streamOf(parts: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const reading = parts[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await reading.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await reading.return?.();
    },
  });
}
