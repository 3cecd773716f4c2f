import 'server-only';
import type { MadeFile } from '@/lib/registry/files/export';

/** A made file as a download, read no faster than it is sent. */
export function fileResponse({ body, contentType, fileName }: MadeFile): Response {
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await body.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await body.return(undefined);
    },
  });
  return new Response(stream, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
}
