import { notFound } from 'next/navigation';
import { drawCharts } from '@/app/[locale]/(workspace)/dashboard/draw-charts';
import { fileResponse, noFile } from '@/app/[locale]/(workspace)/file-response';
import { DEFAULT_PERIOD } from '@/components/dashboard/unit-path';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { askedUnit } from '@/lib/exports/schema';
import { exportWorkReport } from '@/lib/exports/work-report-export';
import { fileLanguage } from '@/lib/i18n/file-language';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { askedPeriod } from '@/lib/indicators/period-rules';

type Context = { params: Promise<{ locale: string }> };

/** The work report of a unit as a Word file, within the scope of whoever asks; that it was made is in the trail. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const { locale } = await params;
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const unit = askedUnit(parameters);
  if (!unit) notFound();
  const { period } = askedPeriod(parameters, DEFAULT_PERIOD, dateInShanghai(now()));
  const language = await fileLanguage(isLocale(locale) ? locale : DEFAULT_LOCALE);
  const made = await exportWorkReport(actor, { unit, period }, language, drawCharts);
  return made.ok ? fileResponse(made.value) : noFile(made.error, language.text('exports.unavailable'));
}
