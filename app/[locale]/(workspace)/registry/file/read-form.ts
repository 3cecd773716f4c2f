import 'server-only';
import { FILE_LIMITS } from '@/lib/registry/files/read-file';

// The form with a file, read no further than a file may be long.

export type SentForm = { list: string; datum: string; fileName: string } & (
  | { file: Buffer; problem: null }
  | { file: null; problem: 'none' | 'tooLarge' | 'empty' }
);

/** What a form needs around its file. */
const AROUND = 20_000;

/** Passes on what comes until it is too much. */
function limited(body: ReadableStream<Uint8Array>, most: number, tell: () => void): ReadableStream<Uint8Array> {
  let length = 0;
  return body.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        length += chunk.length;
        if (length <= most) controller.enqueue(chunk);
        else {
          tell();
          controller.error(new RangeError('The form is too long'));
        }
      },
    }),
  );
}

/** A form with a file of at most so many bytes. */
export async function formWithFile(request: Request, bytes: number): Promise<FormData | 'tooLarge' | 'none'> {
  const most = bytes + AROUND;
  if (!request.body) return 'none';
  let tooLong = Number(request.headers.get('content-length') ?? 0) > most;
  if (tooLong) return 'tooLarge';
  const body = limited(request.body, most, () => {
    tooLong = true;
  });
  try {
    const type = request.headers.get('content-type') ?? '';
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    // cut short, or no form at all
    return tooLong ? 'tooLarge' : 'none';
  }
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');

/**
 * The fields and the file of a form. A form that is too long is not read; which list it was for then says its address.
 */
export async function readForm(request: Request): Promise<SentForm> {
  const form = await formWithFile(request, FILE_LIMITS.bytes);
  if (typeof form === 'string') {
    const from = /\/registry\/([a-z]+)/.exec(request.headers.get('referer') ?? '')?.[1] ?? '';
    return { list: from, datum: '', fileName: '', file: null, problem: form };
  }
  const file = form.get('file');
  const fields = { list: textOf(form.get('list')), datum: textOf(form.get('datum')) };
  if (typeof file === 'string' || file === null) return { ...fields, fileName: '', file: null, problem: 'none' };
  // a form without a chosen file sends an empty one without a name
  if (file.size === 0)
    return { ...fields, fileName: file.name, file: null, problem: file.name === '' ? 'none' : 'empty' };
  return { ...fields, fileName: file.name, file: Buffer.from(await file.arrayBuffer()), problem: null };
}
