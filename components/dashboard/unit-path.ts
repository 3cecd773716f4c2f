import { type Locale, localePath } from '@/lib/i18n/locales';
import { type Period, periodText } from '@/lib/indicators/period-rules';
import type { UnitLevel, UnitNamed } from '@/lib/indicators/schema';

const FOLDERS: Record<UnitLevel, string> = {
  city: 'city',
  alliance: 'alliances',
  district: 'districts',
  centre: 'centres',
  clinic: 'clinics',
};

/** The period of a dashboard that nobody has chosen. */
export const DEFAULT_PERIOD = '12m';

/** The address of a unit's dashboard in a period. */
export function unitPath(locale: Locale, { level, code }: Pick<UnitNamed, 'level' | 'code'>, period: Period): string {
  const place = level === 'city' ? FOLDERS.city : `${FOLDERS[level]}/${code}`;
  const text = periodText(period);
  return `${localePath(locale, `/dashboard/${place}`)}${text === DEFAULT_PERIOD ? '' : `?period=${text}`}`;
}

/** The records behind a part of the four numbers, as the list of sessions is asked for them. */
export function recordsPath(
  locale: Locale,
  { level, code }: Pick<UnitNamed, 'level' | 'code'>,
  { from, to }: Pick<Period, 'from' | 'to'>,
  more: Readonly<Record<string, string>>,
): string {
  const place: Record<string, string> = level === 'city' ? {} : { [level]: code };
  const query = new URLSearchParams({ from, to, ...place, ...more });
  return `${localePath(locale, '/clinic-sessions')}?${query}`;
}
