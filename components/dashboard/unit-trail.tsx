import { useLocale } from 'next-intl';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { inLocale } from '@/lib/i18n/locales';
import type { Period } from '@/lib/indicators/period-rules';
import type { UnitNamed } from '@/lib/indicators/schema';
import { unitPath } from './unit-path';

type Props = { path: readonly { unit: UnitNamed; open: boolean }[]; period: Period; current: string };

/** The way down to a unit's view, through the dashboards that the reader may open. */
export function UnitTrail({ path, period, current }: Props) {
  const locale = useLocale();
  const trail = path.flatMap(({ unit, open }) =>
    open ? [{ href: unitPath(locale, unit, period), label: inLocale(locale, unit.name, unit.nameEn) }] : [],
  );
  return <Breadcrumbs trail={trail} current={current} />;
}
