import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ExpertsNear } from '@/components/home/experts-near';
import { Hero } from '@/components/home/hero';
import { Network } from '@/components/home/network';
import { WaysIn } from '@/components/home/ways-in';
import { SiteDescription } from '@/components/seo/site-description';
import { Notice } from '@/components/ui/notice';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai } from '@/lib/core/dates';
import { inLocale, languageAlternates } from '@/lib/i18n/locales';
import { nearText, parsePageQuery, type RawParameters } from '@/lib/public-directory/page-query';
import { getNetworkTotals, listSessions, listTechniques, sessionsNear } from '@/lib/public-directory/public-queries';
import type { DirectoryQuery } from '@/lib/public-directory/schema';
import { getSearchCatalogue } from '@/lib/public-directory/search-catalogue';
import type { NearSession } from '@/lib/public-directory/views-schema';
import { searchChoices } from './services/search-choices';

type Props = { searchParams: Promise<RawParameters> };

const EXPERTS_SHOWN = 6;
const DAYS_AHEAD = 6;

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()]);
  return {
    title: { absolute: `${t('title')} · ${t('heading')}` },
    description: t('description'),
    alternates: languageAlternates(locale, '/'),
  };
}

export default async function HomePage({ searchParams }: Props) {
  const [t, locale, catalogue, raw] = await Promise.all([
    getTranslations('home'),
    getLocale(),
    getSearchCatalogue(),
    searchParams,
  ]);
  const { query } = parsePageQuery(raw, catalogue.known);
  const [choices, sessions, totals, techniques] = await Promise.all([
    searchChoices(catalogue, locale),
    comingSessions(query),
    getNetworkTotals(),
    listTechniques(),
  ]);
  return (
    <>
      <SiteDescription />
      <Hero places={choices.places} />
      {catalogue.districts.length === 0 ? (
        <Notice title={t('empty.title')}>{t('empty.text')}</Notice>
      ) : (
        <>
          <ExpertsNear
            sessions={sessions}
            districts={catalogue.districts.map(({ district }) => ({
              value: district.code,
              label: inLocale(locale, district.name, district.nameEn),
            }))}
            district={query.near === null ? (query.district ?? '') : ''}
            near={query.near === null ? '' : nearText(query.near)}
          />
          <WaysIn techniques={techniques} />
          <Network totals={totals} />
        </>
      )}
    </>
  );
}

/** The first session of each clinic in the next seven days: near a position, in a district, or soonest in the city. */
async function comingSessions({ near, district }: DirectoryQuery): Promise<readonly NearSession[]> {
  const from = dateInShanghai(now());
  const range = { from, to: addDays(from, DAYS_AHEAD) };
  if (near !== null || district === null) return sessionsNear({ near, range, limit: EXPERTS_SHOWN });
  const { sessions } = await listSessions({ district, ...range });
  const clinics = new Set<string>();
  const ended = now().toISOString();
  return sessions
    .filter(({ clinicId, state, endsAt }) => {
      if (state !== 'planned' || endsAt <= ended || clinics.has(clinicId)) return false;
      clinics.add(clinicId);
      return true;
    })
    .slice(0, EXPERTS_SHOWN)
    .map((session) => ({ session, distanceMetres: null }));
}
