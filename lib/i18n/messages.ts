import type { Locale } from './locales';

/** One catalog per feature, the same names in every language; tests hold the languages to the same keys. */
export const MESSAGE_FEATURES = [
  'ui',
  'layout',
  'terms',
  'home',
  'search',
  'facility',
  'report',
  'clinics',
  'calendar',
  'alliances',
  'about',
  'data',
  'counting',
  'figures',
  'targets',
  'privacy',
  'accessibility',
  'auth',
  'workspace',
  'joint-clinics',
  'accounts',
  'audit',
  'dashboard',
  'monitor',
  'charts',
  'views',
  'exports',
  'work-report',
  'people',
  'changes',
  'feedback',
  'review',
  'sessions',
  'session-list',
  'logging',
  'registry',
  'jobs',
  'health',
  'stages',
  'errors',
] as const;

export type Messages = Record<string, Record<string, unknown>>;

const loaded = new Map<Locale, Promise<Messages>>();

/** Every catalog of a language, put together once: each page asks for them. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale);
  if (known) return known;
  const loading = importMessages(locale);
  loaded.set(locale, loading);
  return loading;
}

async function importMessages(locale: Locale): Promise<Messages> {
  const entries = await Promise.all(
    MESSAGE_FEATURES.map(async (feature) => {
      const catalog = (await import(`./messages/${locale}/${feature}.json`)) as { default: Record<string, unknown> };
      return [feature, catalog.default] as const;
    }),
  );
  return Object.fromEntries(entries);
}
