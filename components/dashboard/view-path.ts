import type { CivilDate } from '@/lib/core/dates';
import { type Locale, localePath } from '@/lib/i18n/locales';
import { type Period, periodText } from '@/lib/indicators/period-rules';
import type { UnitNamed } from '@/lib/indicators/schema';
import { unitText } from '@/lib/indicators/unit-rules';
import { DEFAULT_PERIOD } from './unit-path';

/** The views of a unit beside its dashboard. */
export const UNIT_VIEWS = ['week', 'map', 'coverage', 'quality', 'survival'] as const;
export type UnitViewName = (typeof UNIT_VIEWS)[number];

/** The address of a view; it holds every choice, so that whoever opens it sees the same. */
export function viewPath(
  locale: Locale,
  view: UnitViewName,
  { unit, period }: { unit: Pick<UnitNamed, 'level' | 'code'>; period: Period },
  more: Readonly<Record<string, string>> = {},
): string {
  const text = periodText(period);
  const query = new URLSearchParams({
    unit: unitText(unit),
    ...(text === DEFAULT_PERIOD ? {} : { period: text }),
    ...more,
  });
  // a colon needs no escaping in a query, and reads better in an address that people send each other
  return `${localePath(locale, `/dashboard/${view}`)}?${query.toString().replaceAll('%3A', ':')}`;
}

/** The address of a week's digest; `monday` may be any day of the week, and without one it is the last week. */
export function weekPath(locale: Locale, unit: Pick<UnitNamed, 'level' | 'code'>, monday: CivilDate | null): string {
  const day = monday === null ? '' : `&week=${monday}`;
  return `${localePath(locale, '/dashboard/week')}?unit=${unitText(unit)}${day}`;
}
