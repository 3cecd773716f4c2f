import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FiguresTable } from '@/components/data-sources/figures-table';
import { CityFigures } from '@/components/figures/city-figures';
import { FigureForm, quarterParts } from '@/components/figures/figure-form';
import { downloadPath, FIGURES_PATH } from '@/components/figures/figure-paths';
import { ResidentsTable } from '@/components/figures/residents-table';
import { UnitFigures } from '@/components/figures/unit-figures';
import { COUNTING_PATH } from '@/components/indicators/counting-paths';
import { OriginMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { ParamNotice, type ParamProblem } from '@/components/ui/param-notice';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale, languageAlternates, localePath } from '@/lib/i18n/locales';
import { periodText } from '@/lib/indicators/period-rules';
import { getPublicFigures } from '@/lib/indicators/public-figures';
import { publicQuarter, publicQuarters } from '@/lib/indicators/public-figures-rules';
import { listSubdistrictResidents } from '@/lib/indicators/public-queries';
import { getNetworkTotals } from '@/lib/public-directory/public-queries';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** The indicator that is told by unit when nobody has chosen one. */
const FIRST_SHOWN = 'held_rate';

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('figures'), getLocale()]);
  return { title: t('title'), description: t('lead'), alternates: languageAlternates(locale, FIGURES_PATH) };
}

export default async function FiguresPage({ searchParams }: Props) {
  const [t, locale, parameters, totals, residents] = await Promise.all([
    getTranslations('figures'),
    getLocale(),
    searchParams,
    getNetworkTotals(),
    listSubdistrictResidents(),
  ]);
  const today = dateInShanghai(now());
  const asked = (name: string) => (parameters[name] === undefined ? undefined : String(parameters[name]));
  const chosen = publicQuarter(asked('quarter'), today);
  const quarter = chosen ?? publicQuarter(undefined, today);
  if (!quarter) throw new Error('no quarter is over yet');
  const figures = await getPublicFigures(quarter);
  const wanted = asked('indicator');
  const found = figures.definitions.find(({ id }) => id === (wanted ?? FIRST_SHOWN));
  const shown = found ?? figures.definitions[0];
  const [city, ...units] = figures.units;
  const text = periodText(quarter);
  const problems: ParamProblem[] = [
    ...(chosen ? [] : [{ name: 'quarter', value: asked('quarter') ?? '' }]),
    ...(found || wanted === undefined ? [] : [{ name: 'indicator', value: wanted }]),
  ].map(({ name, value }) => ({ name, value: value.slice(0, 60) }));
  const linkTo = (path: string) => (words: React.ReactNode) => <TextLink href={path}>{words}</TextLink>;
  const named = t('form.quarterName', quarterParts(text));
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        {figures.demonstration && <OriginMark origin="demonstration" />}
      </PageHeading>
      <ParamNotice problems={problems} labels={{ quarter: t('form.quarter'), indicator: t('form.indicator') }} />
      <Section id="published" title={t('published.title')}>
        <p className="mb-3 max-w-prose">{t('published.lead')}</p>
        <FiguresTable figures={totals.figures} />
      </Section>
      <Section id="quarter" title={t('quarterTitle', { quarter: named })}>
        <p className="max-w-prose">{t.rich('quarterLead', { counting: linkTo(localePath(locale, COUNTING_PATH)) })}</p>
        {shown && (
          <FigureForm
            quarters={publicQuarters(today).map(periodText)}
            quarter={text}
            definitions={figures.definitions}
            indicator={shown.id}
          />
        )}
        {city && (
          <CityFigures definitions={figures.definitions} city={city} caption={t('quarterTitle', { quarter: named })} />
        )}
      </Section>
      {shown && (
        <Section id="units" title={t('unitsTitle', { name: inLocale(locale, shown.name, shown.nameEn) })}>
          <p className="mb-3 max-w-prose text-ink-soft">{inLocale(locale, shown.tells, shown.tellsEn)}</p>
          <UnitFigures
            definition={shown}
            units={units}
            caption={t('unitsCaption', { name: inLocale(locale, shown.name, shown.nameEn), quarter: named })}
          />
          <p className="mt-3 max-w-prose text-sm text-ink-soft">{t('withheldNote')}</p>
        </Section>
      )}
      <Section id="residents" title={t('residents.title')}>
        {residents.length > 0 ? (
          <ResidentsTable rows={residents} caption={t('residents.title')} />
        ) : (
          <p className="max-w-prose">{t('residents.none')}</p>
        )}
      </Section>
      <Section id="take" title={t('take.title')}>
        <ul className="flex flex-wrap gap-x-6">
          {(['xlsx', 'csv'] as const).map((format) => (
            <li key={format}>
              <TextLink href={downloadPath(locale, text, format)} className="inline-flex min-h-11 items-center">
                {t(`take.${format}`, { quarter: named })}
              </TextLink>
            </li>
          ))}
          <li>
            <TextLink href={`/api/v1/figures?quarter=${text}`} className="inline-flex min-h-11 items-center">
              {t('take.api')}
            </TextLink>
          </li>
        </ul>
        <p className="mt-2 max-w-prose text-sm text-ink-soft">
          {t.rich('take.note', { api: linkTo('/api/v1/openapi.json') })}
        </p>
      </Section>
    </>
  );
}
