import { clockTime } from '@/lib/core/dates';
import type { FacilityKind, Feature, WeeklyInterval } from '@/lib/directory/schema';
import { inLocale, type Locale } from '@/lib/i18n/locales';
import type { FacilityRecord } from '@/lib/public-directory/records-schema';
import type { CodedName, SessionView } from '@/lib/public-directory/schema';

// schema.org descriptions of our pages for search engines. Pure: the page hands in what it shows.

type JsonLdNode = { '@type': string; [property: string]: unknown };
export type JsonLdDocument = { '@context': 'https://schema.org'; '@graph': JsonLdNode[] };

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const TYPE_OF_KIND: Record<FacilityKind, string> = {
  lead_hospital: 'Hospital',
  partner_hospital: 'Hospital',
  community_centre: 'MedicalClinic',
  service_station: 'MedicalClinic',
};

/** schema.org knows no exactness, so a position that may be streets away is left out. */
const EXACT_ENOUGH = new Set(['building', 'hundred_metres']);

function document(...nodes: JsonLdNode[]): JsonLdDocument {
  return { '@context': 'https://schema.org', '@graph': nodes };
}

/** Drops what is null or an empty list, because search engines read an empty property as a statement. */
function node(type: string, properties: Record<string, unknown>): JsonLdNode {
  const kept = Object.entries(properties).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { '@type': type, ...Object.fromEntries(kept) };
}

/** The home page: the site and its search box. */
export function siteJsonLd(site: { name: string; url: string; searchUrl: string; locale: Locale }) {
  return document(
    node('WebSite', {
      '@id': `${site.url}#website`,
      name: site.name,
      url: site.url,
      inLanguage: site.locale,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${site.searchUrl}?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    }),
  );
}

/** Days with the same interval become one specification, as schema.org recommends. */
export function openingHours(hours: readonly WeeklyInterval[]): JsonLdNode[] {
  const groups = new Map<string, JsonLdNode & { dayOfWeek: string[] }>();
  const inOrder = [...hours].sort((a, b) => a.opensMinute - b.opensMinute || a.weekday - b.weekday);
  for (const { weekday, opensMinute, closesMinute } of inOrder) {
    const key = `${opensMinute}-${closesMinute}`;
    const group = groups.get(key) ?? {
      '@type': 'OpeningHoursSpecification',
      opens: clockTime(opensMinute),
      closes: closing(closesMinute),
      dayOfWeek: [],
    };
    group.dayOfWeek.push(`https://schema.org/${DAY_NAMES[weekday - 1]}`);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** schema.org wants a time of the day, so midnight at its end is its last minute. */
function closing(minute: number): string {
  return minute >= 1440 ? '23:59' : clockTime(minute);
}

function exceptionalHours(exceptions: FacilityRecord['exceptions']): JsonLdNode[] {
  return exceptions.flatMap(({ date, intervals }) => {
    const on = (opens: string, closes: string): JsonLdNode => ({
      '@type': 'OpeningHoursSpecification',
      validFrom: date,
      validThrough: date,
      opens,
      closes,
    });
    // equal times mean closed all day
    if (intervals.length === 0) return [on('00:00', '00:00')];
    return intervals.map(({ opensMinute, closesMinute }) => on(clockTime(opensMinute), closing(closesMinute)));
  });
}

export type FacilityPageFacts = {
  locale: Locale;
  url: string;
  facility: FacilityRecord;
  districtName: string;
  cityName: string;
  techniques: readonly CodedName[];
  featureNames: readonly { feature: Feature; name: string }[];
  parent: { name: string; url: string } | null;
  /** said of generated records, so that nobody takes them for real places */
  note: string | null;
};

/** A facility page: hospital or clinic with hours, position, telephone, address and treatments. */
export function facilityJsonLd(facts: FacilityPageFacts): JsonLdDocument {
  const { facility, locale, url } = facts;
  const { lat, lon } = facility.position;
  return document(
    node(TYPE_OF_KIND[facility.kind], {
      '@id': url,
      name: inLocale(locale, facility.name, facility.nameEn),
      alternateName: locale === 'en' ? facility.name : facility.nameEn,
      disambiguatingDescription: facts.note,
      url,
      telephone: facility.phone,
      address: node('PostalAddress', {
        streetAddress: inLocale(locale, facility.address, facility.addressEn),
        addressLocality: facts.districtName,
        addressRegion: facts.cityName,
        addressCountry: 'CN',
      }),
      geo: EXACT_ENOUGH.has(facility.exactness)
        ? { '@type': 'GeoCoordinates', latitude: lat.toFixed(6), longitude: lon.toFixed(6) }
        : null,
      openingHoursSpecification: openingHours(facility.hours),
      specialOpeningHoursSpecification: exceptionalHours(facility.exceptions),
      availableService: facts.techniques.map((technique) => ({
        '@type': 'MedicalTherapy',
        medicineSystem: 'https://schema.org/TraditionalChinese',
        name: inLocale(locale, technique.name, technique.nameEn),
      })),
      amenityFeature: facts.featureNames.map(({ name }) => ({
        '@type': 'LocationFeatureSpecification',
        name,
        value: true,
      })),
      parentOrganization: facts.parent
        ? { '@type': 'MedicalClinic', name: facts.parent.name, url: facts.parent.url }
        : null,
    }),
  );
}

export type ClinicPageFacts = {
  locale: Locale;
  url: string;
  name: string;
  centre: { name: string; url: string; address: string | null };
  hospitalName: string;
  sessions: readonly SessionView[];
  note: string | null;
};

/** A joint clinic page: the clinic, and its planned and stopped sessions as events. */
export function clinicJsonLd(facts: ClinicPageFacts): JsonLdDocument {
  const { locale, url } = facts;
  const place = node('MedicalClinic', {
    name: facts.centre.name,
    url: facts.centre.url,
    address: facts.centre.address,
  });
  const events = facts.sessions.map((session) =>
    node('Event', {
      name: facts.name,
      disambiguatingDescription: facts.note,
      url,
      startDate: session.startsAt,
      endDate: session.endsAt,
      eventStatus: `https://schema.org/${session.state === 'planned' ? 'EventScheduled' : 'EventCancelled'}`,
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: place,
      performer: node('Person', { name: inLocale(locale, session.expert.name, session.expert.nameEn) }),
      organizer: node('Hospital', { name: facts.hospitalName }),
    }),
  );
  const clinic = node('MedicalBusiness', {
    '@id': url,
    name: facts.name,
    disambiguatingDescription: facts.note,
    url,
    address: facts.centre.address,
    medicalSpecialty: 'https://schema.org/CommunityHealth',
    parentOrganization: node('Hospital', { name: facts.hospitalName }),
  });
  return document(clinic, ...events);
}

/** The way down to a page: home first. */
export function breadcrumbJsonLd(steps: readonly { name: string; url: string }[]): JsonLdDocument {
  return document({
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.name,
      item: step.url,
    })),
  });
}
