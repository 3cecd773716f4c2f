import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { type KeptAddress, readKeptAddress } from '@/components/dashboard/kept-address';
import { DEFAULT_PERIOD } from '@/components/dashboard/unit-path';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import { definitionsOn } from '@/lib/indicators/definition-queries';
import { parsePeriod } from '@/lib/indicators/period-rules';
import type { Unit } from '@/lib/indicators/schema';
import { getUnit } from '@/lib/indicators/unit-queries';
import { parseWeek } from '@/lib/indicators/week-rules';

/** A kept dashboard in words: which view, of which unit, in which period, with which choices. */
export async function keptWords(actor: Actor, query: string): Promise<string> {
  const asked = readKeptAddress(query);
  const today = dateInShanghai(now());
  const [t, views, unit, choices] = await Promise.all([
    getTranslations('dashboard.kept.said'),
    getTranslations('views'),
    unitName(actor, asked.unit),
    choicesOf(actor, asked, today),
  ]);
  const view = asked.view === 'dashboard' ? views('dashboard') : views(`${asked.view}.tab`);
  return [t('view', { view, unit: unit ?? t('unknown') }), await timeOf(asked, today), ...choices].join(t('comma'));
}

async function unitName(actor: Actor, unit: Unit | null): Promise<string | null> {
  const named = unit && (await getUnit(actor, unit));
  return named && inLocale(await getLocale(), named.name, named.nameEn);
}

async function timeOf({ view, week, period }: KeptAddress, today: CivilDate): Promise<string> {
  const t = await getTranslations('dashboard.kept.said');
  if (view === 'week') {
    const read = week === null ? null : parseWeek(week, today);
    return read ? t('months', { first: read.from, last: read.to }) : t('lastWeek');
  }
  const read = period === DEFAULT_PERIOD ? null : parsePeriod(period, today);
  if (!read) return t('twelve');
  const [first, last] = [read.from.slice(0, 7), read.to.slice(0, 7)];
  return first === last ? first : t('months', { first, last });
}

async function choicesOf(actor: Actor, { indicator, place, specialty }: KeptAddress, today: CivilDate) {
  const [t, locale] = await Promise.all([getTranslations('dashboard.kept.said'), getLocale()]);
  const definition = indicator === null ? null : (await definitionsOn(today)).find(({ id }) => id === indicator);
  // rows of the matrix are districts, or centres of one
  const level = place !== null && /^\d{6}$/.test(place) ? 'district' : 'centre';
  const where = place === null ? null : await unitName(actor, { level, code: place });
  return [
    ...(definition ? [t('indicator', { name: inLocale(locale, definition.name, definition.nameEn) })] : []),
    ...[where, specialty].filter((one) => one !== null),
  ];
}
