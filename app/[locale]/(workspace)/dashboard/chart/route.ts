import { notFound } from 'next/navigation';
import { fileResponse, noFile } from '@/app/[locale]/(workspace)/file-response';
import { DEFAULT_PERIOD } from '@/components/dashboard/unit-path';
import { FIGURES } from '@/components/exports/chart-files';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { exportChart } from '@/lib/exports/chart-export';
import { askedUnit, PICTURE_FORMATS } from '@/lib/exports/schema';
import { fileLanguage } from '@/lib/i18n/file-language';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { askedPeriod } from '@/lib/indicators/period-rules';
import { lastWeek, parseWeek } from '@/lib/indicators/week-rules';
import { drawnFigure } from './drawn-figure';

type Context = { params: Promise<{ locale: string }> };

/** One chart of a unit, or its map, as a picture, within the scope of whoever asks; that it was made is in the trail. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireActor();
  const { locale } = await params;
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const unit = askedUnit(parameters);
  const chart = FIGURES.find((one) => one === parameters.chart);
  if (!unit || !chart) notFound();
  const format = PICTURE_FORMATS.find((one) => one === parameters.format) ?? 'svg';
  const today = dateInShanghai(now());
  const { period } = askedPeriod(parameters, DEFAULT_PERIOD, today);
  const week = parseWeek(parameters.week ?? '', today) ?? lastWeek(today);
  const asked = { figure: chart, unit, week, indicator: parameters.indicator ?? null };
  const language = await fileLanguage(isLocale(locale) ? locale : DEFAULT_LOCALE);
  const made = await exportChart(actor, { unit, period, chart, format }, language, (heading) =>
    drawnFigure(actor, asked, heading, language),
  );
  return made.ok
    ? fileResponse(made.value)
    : noFile(made.error, language.text(made.error.messageKey ?? 'exports.unavailable'));
}
