import { getTranslations } from 'next-intl/server';
import { fileResponse, noFile } from '@/app/[locale]/(workspace)/file-response';
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
  if (!made.ok) return noFile(made.error, t('unavailable'));
  const { fileName, lines } = made.value;
  return fileResponse({ fileName, contentType: 'text/csv; charset=utf-8', body: bytesOf(lines) });
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const line of lines) yield Buffer.from(line);
}
