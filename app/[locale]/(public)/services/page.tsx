import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FilterChips } from '@/components/search/filter-chips';
import { NoResults, ResultList } from '@/components/search/result-list';
import { SearchForm } from '@/components/search/search-form';
import { SearchNotices, Suggestions, UnderstandingText } from '@/components/search/understanding';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { env } from '@/lib/core/env';
import type { Wgs84 } from '@/lib/core/geo';
import { type Locale, languageAlternates, localePath } from '@/lib/i18n/locales';
import { outlinesInFrame } from '@/lib/public-directory/outlines';
import {
  type AddressChange,
  parsePageQuery,
  type RawParameters,
  searchAddress,
} from '@/lib/public-directory/page-query';
import { searchDirectory } from '@/lib/public-directory/public-queries';
import type { FacilityRow } from '@/lib/public-directory/schema';
import { getSearchCatalogue, type SearchCatalogue } from '@/lib/public-directory/search-catalogue';
import { filterChips, NO_FILTERS } from './filter-chips';
import { mapLabels, ResultMap, resultFrame } from './result-map';
import { placeName, searchChoices } from './search-choices';
import { searchValues, sortLinks } from './search-values';

type Props = { searchParams: Promise<RawParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, locale, raw] = await Promise.all([getTranslations('search'), getLocale(), searchParams]);
  const q = typeof raw.q === 'string' ? raw.q.trim().slice(0, 40) : '';
  return {
    title: q === '' ? t('title') : t('titleWith', { q }),
    description: t('description'),
    alternates: languageAlternates(locale, '/services'),
    // one page for search engines, not one for every question
    robots: Object.keys(raw).length > 0 ? { index: false, follow: true } : undefined,
  };
}

export default async function ServicesPage({ searchParams }: Props) {
  const [t, locale, raw, catalogue] = await Promise.all([
    getTranslations('search'),
    getLocale(),
    searchParams,
    getSearchCatalogue(),
  ]);
  const page = parsePageQuery(raw, catalogue.known);
  const result = await searchDirectory(page.query);
  const { rows, understanding } = result;
  const path = localePath(locale, '/services');
  const at = (change: AddressChange = {}) => `${path}${searchAddress(page, change)}`;
  const [choices, chips] = await Promise.all([
    searchChoices(catalogue, locale),
    filterChips(page, catalogue, locale, path),
  ]);
  const chosenPlace = placeName(catalogue, page.place, locale);
  const origin = understanding.origin?.position ?? null;
  const measured = origin !== null;
  const map = page.map && rows.length > 0 ? await mapContents(rows, origin, catalogue, locale) : null;
  const filters = chips.filter(({ key }) => key !== 'origin' && key !== 'district').length;

  return (
    <>
      <PageHeading title={t('title')} />
      <SearchForm values={searchValues(page)} choices={choices} activeFilters={filters} measured={measured} />
      <FilterChips chips={chips} clearHref={at({ ...NO_FILTERS, origin: null })} />
      <SearchNotices misfits={page.misfits} outside={understanding.outside} relaxed={result.relaxed} />
      <UnderstandingText
        understanding={understanding}
        chosenPlace={chosenPlace}
        openFromFilter={page.query.open !== null}
      />
      <Suggestions suggestions={understanding.suggestions} />
      {catalogue.districts.length === 0 ? (
        <Notice title={t('empty.title')}>{t('empty.text')}</Notice>
      ) : rows.length === 0 ? (
        <NoResults openQuestionHref={at({ ...NO_FILTERS, origin: null })} examples={understanding.suggestions} />
      ) : (
        <div className={map ? 'lg:grid lg:grid-cols-[1fr_26rem] lg:items-start lg:gap-8' : undefined}>
          {map && (
            <div className="lg:sticky lg:top-4 lg:order-2">
              <ResultMap rows={rows} origin={origin} {...map} />
            </div>
          )}
          <ResultList
            rows={rows}
            total={result.total}
            today={dateInShanghai(now())}
            sorts={sortLinks(page, measured, path)}
            firstHref={page.query.cursor === null ? null : at()}
            nextHref={result.next === null ? null : at({ cursor: result.next })}
            mapToggle={{ href: at({ map: !page.map }), shown: page.map }}
          />
        </div>
      )}
    </>
  );
}

async function mapContents(
  rows: readonly FacilityRow[],
  origin: Wgs84 | null,
  catalogue: SearchCatalogue,
  locale: Locale,
) {
  const frame = resultFrame(rows, origin);
  const { TIANDITU_KEY, MAP_REVIEW_NUMBER } = env();
  return {
    labels: mapLabels(catalogue, frame, locale),
    outlines: await outlinesInFrame(frame),
    tileKey: TIANDITU_KEY ?? null,
    reviewNumber: MAP_REVIEW_NUMBER ?? null,
  };
}
