import { fileResponse, noFile } from '@/app/[locale]/(workspace)/file-response';
import { requireActor } from '@/lib/auth/require-actor';
import { EXPORT_FORMATS, exportClinicSessions } from '@/lib/clinic-sessions/list-export';
import { parseSessionList } from '@/lib/clinic-sessions/list-schema';
import { fileLanguage } from '@/lib/i18n/file-language';
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
  const words = await exportWords(actor, asked, await fileLanguage(locale));
  const made = await exportClinicSessions(actor, { ...asked, format }, words);
  return made.ok ? fileResponse(made.value) : noFile(made.error, words.unavailable);
}
