import { fileResponse, noFile } from '@/app/[locale]/(workspace)/file-response';
import { requireActor } from '@/lib/auth/require-actor';
import { exportMentorComparison } from '@/lib/exports/mentor-export';
import { fileLanguage } from '@/lib/i18n/file-language';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';

type Context = { params: Promise<{ locale: string }> };

/** The comparison of mentors as a workbook, within the scope of whoever asks; that it was made is in the trail. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const { locale } = await params;
  const language = await fileLanguage(isLocale(locale) ? locale : DEFAULT_LOCALE);
  const made = await exportMentorComparison(actor, language);
  return made.ok ? fileResponse(made.value) : noFile(made.error, language.text('exports.unavailable'));
}
