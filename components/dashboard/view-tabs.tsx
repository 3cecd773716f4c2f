import { useLocale, useTranslations } from 'next-intl';
import { LinkTabs } from '@/components/ui/link-tabs';
import type { Period } from '@/lib/indicators/period-rules';
import type { UnitNamed } from '@/lib/indicators/schema';
import { unitPath } from './unit-path';
import { UNIT_VIEWS, type UnitViewName, viewPath, weekPath } from './view-path';

type Props = { unit: UnitNamed; period: Period; current: UnitViewName | 'dashboard' };

/** Views that a unit has; a map and a matrix of places need places below. */
function viewsOf({ level }: UnitNamed): readonly UnitViewName[] {
  const places = level === 'city' || level === 'alliance' || level === 'district';
  return UNIT_VIEWS.filter((view) => places || view === 'quality' || view === 'week');
}

/** The dashboard of a unit and its other views, in the same period. */
export function ViewTabs({ unit, period, current }: Props) {
  const t = useTranslations('views');
  const locale = useLocale();
  return (
    <LinkTabs
      label={t('tabs')}
      tabs={[
        { href: unitPath(locale, unit, period), label: t('dashboard'), current: current === 'dashboard' },
        ...viewsOf(unit).map((view) => ({
          href: view === 'week' ? weekPath(locale, unit, null) : viewPath(locale, view, { unit, period }),
          label: t(`${view}.tab`),
          current: current === view,
        })),
      ]}
    />
  );
}
