import { notFound } from 'next/navigation';
import { requireActor } from '@/lib/auth/require-actor';
import { EXPORT_FORMATS, exportClinicSessions } from '@/lib/clinic-sessions/list-export';
import { parseSessionList } from '@/lib/clinic-sessions/list-schema';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { exportWords } from './export-words';

type Context = { params: Promise<{ locale: string }> };

/** The list that is shown as a file, within the scope of whoever asks; that it was made is in the trail. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const { locale: given } = await params;
  const locale = isLocale(given) ? given : DEFAULT_LOCALE;
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const asked = parseSessionList(parameters);
  const format = EXPORT_FORMATS.find((one) => one === parameters.format) ?? 'xlsx';
  const words = await exportWords(actor, asked, locale);
  const made = await exportClinicSessions(actor, { ...asked, format }, words);
  if (!made.ok) {
    if (made.error.code === 'NOT_FOUND') notFound();
    const headers = {
      'retry-after': String(made.error.retryAfterSeconds ?? 60),
      'content-type': 'text/plain; charset=utf-8',
    };
    return new Response(words.unavailable, { status: 503, headers });
  }
  const { body, contentType, fileName } = made.value;
  return new Response(streamOf(body), {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** The file as a body that is read from the database no faster than it is sent. */
function streamOf(parts: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return();
    },
  });
}
