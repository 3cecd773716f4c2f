import { useLocale, useTranslations } from 'next-intl';
import { PageTableLinks } from '@/components/exports/format-links';
import { DateText } from '@/components/ui/date-text';
import { monthText } from '@/components/ui/date-words';
import { Notice } from '@/components/ui/notice';
import { OriginMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import type { CivilDate } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { type Period, periodText } from '@/lib/indicators/period-rules';
import type { UnitNamed } from '@/lib/indicators/schema';
import { unitText } from '@/lib/indicators/unit-rules';
import { PeriodForm } from './period-form';
import { UnitTrail } from './unit-trail';
import type { UnitViewName } from './view-path';
import { ViewTabs } from './view-tabs';

/** What the heading of a view says of its unit. */
export type ViewHeading = {
  unit: UnitNamed;
  path: readonly { unit: UnitNamed; open: boolean }[];
  period: Period;
  asOf: CivilDate;
  demonstration: boolean;
};

type Props = {
  view: UnitViewName;
  heading: ViewHeading;
  today: CivilDate;
  /** what of the address could not be read */
  misread: string | null;
  /** choices of the view that a new period keeps */
  kept?: Readonly<Record<string, string>>;
  children: React.ReactNode;
};

/** What all views of a unit have around them: the way down, the heading, the other views, the period. */
export function ViewFrame({ view, heading, today, misread, kept = {}, children }: Props) {
  const t = useTranslations('views');
  const dashboard = useTranslations('dashboard');
  const locale = useLocale();
  const { unit, path, period, asOf, demonstration } = heading;
  const name = inLocale(locale, unit.name, unit.nameEn);
  return (
    <>
      <UnitTrail path={path} period={period} current={t(`${view}.tab`)} />
      <PageHeading
        title={t(`${view}.title`, { name })}
        lead={dashboard('lead', { period: monthText(locale, period.from), until: monthText(locale, period.to) })}
      >
        {demonstration && <OriginMark origin="demonstration" />}
        <span className="text-sm text-ink-soft">
          {dashboard('asOf')} <DateText date={asOf} weekday="none" year />
        </span>
      </PageHeading>
      <ViewTabs unit={unit} period={period} current={view} />
      {misread !== null && (
        <Notice kind="warning" title={t('misread', { text: misread })}>
          {dashboard('misreadHelp')}
        </Notice>
      )}
      <PeriodForm
        action={localePath(locale, `/dashboard/${view}`)}
        period={period}
        today={today}
        kept={{ unit: unitText(unit), ...kept }}
      />
      {view !== 'map' && (
        <PageTableLinks
          table={view}
          name={t(`${view}.tab`)}
          asked={{ unit: unitText(unit), period: periodText(period) }}
        />
      )}
      {children}
      <p className="mt-8 text-sm text-ink-soft">{dashboard('permalink', { period: periodText(period) })}</p>
    </>
  );
}
