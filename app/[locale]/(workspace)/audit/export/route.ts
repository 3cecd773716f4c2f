import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { exportAuditEvents } from '@/lib/audit/export';
import { parseAuditParameters } from '@/lib/audit/schema';
import { requireActor } from '@/lib/auth/require-actor';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';

type Context = { params: Promise<{ locale: string }> };

/** The trail of a filter as CSV, within the scope of whoever asks; that it was made is in the trail as well. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const { locale: given } = await params;
  const locale = isLocale(given) ? given : DEFAULT_LOCALE;
  const [t, accounts] = await Promise.all([
    getTranslations({ locale, namespace: 'audit' }),
    getTranslations({ locale, namespace: 'accounts' }),
  ]);
  const known = (key: string, otherwise: string) => (t.has(key) ? t(key) : otherwise);
  const { filter } = parseAuditParameters(Object.fromEntries(new URL(request.url).searchParams));
  const made = await exportAuditEvents(actor, filter, {
    heading: (column) => t(`export.column.${column}`),
    event: (name) => known(`eventName.${name}`, name),
    objectType: (type) => known(`objectType.${type}`, type),
    role: (role) => (accounts.has(`role.${role}`) ? accounts(`role.${role}`) : role),
    system: (system) => known(`system.${system}`, system),
  });
  if (!made.ok) {
    if (made.error.code === 'NOT_FOUND') notFound();
    const headers = {
      'retry-after': String(made.error.retryAfterSeconds ?? 60),
      'content-type': 'text/plain; charset=utf-8',
    };
    return new Response(t('unavailable'), { status: 503, headers });
  }
  const { fileName, lines } = made.value;
  return new Response(streamOf(lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** The lines as a body that is read from the database no faster than it is sent. */
function streamOf(lines: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return();
    },
  });
}
