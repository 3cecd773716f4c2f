import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { askedView, given, type Parameters } from '@/app/[locale]/(workspace)/dashboard/asked-view';
import { KeptViews } from '@/app/[locale]/(workspace)/dashboard/kept-views';
import { viewMetadata } from '@/app/[locale]/(workspace)/dashboard/view-metadata';
import { UnitTrail } from '@/components/dashboard/unit-trail';
import { weekPath } from '@/components/dashboard/view-path';
import { ViewTabs } from '@/components/dashboard/view-tabs';
import { WeekForm } from '@/components/dashboard/week-form';
import { WeekView } from '@/components/dashboard/week-view';
import { PageTableLinks } from '@/components/exports/format-links';
import { dayText } from '@/components/ui/date-words';
import { Notice } from '@/components/ui/notice';
import { OriginMark } from '@/components/ui/origin-mark';
import { PageHeading } from '@/components/ui/page-heading';
import { inLocale } from '@/lib/i18n/locales';
import { unitText } from '@/lib/indicators/unit-rules';
import { getUnitView } from '@/lib/indicators/view-queries';
import { getWeekDigest } from '@/lib/indicators/week-queries';
import { lastWeek, parseWeek } from '@/lib/indicators/week-rules';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return await viewMetadata('week', await searchParams);
}

/** The digest of one week. */
export default async function WeekPage({ searchParams }: Props) {
  const parameters = await searchParams;
  const { actor, unit, today, period } = await askedView(parameters);
  const text = given(parameters, 'week');
  const last = lastWeek(today);
  const read = text === null ? last : parseWeek(text, today);
  const week = read ?? last;
  const [heading, digest] = await Promise.all([
    getUnitView(actor, { unit, period }),
    getWeekDigest(actor, { unit, week }),
  ]);
  if (!heading || !digest) notFound();
  const [t, locale] = await Promise.all([getTranslations('views.week'), getLocale()]);
  const { path, demonstration } = heading;
  const name = inLocale(locale, heading.unit.name, heading.unit.nameEn);
  return (
    <>
      <UnitTrail path={path} period={period} current={t('tab')} />
      <PageHeading
        title={t('title', { name })}
        lead={t('lead', { from: dayText(locale, week.from), to: dayText(locale, week.to) })}
      >
        {demonstration && <OriginMark origin="demonstration" />}
      </PageHeading>
      <ViewTabs unit={heading.unit} period={period} current="week" />
      {read === null && (
        <Notice kind="warning" title={t('misread', { text: (text ?? '').slice(0, 40) })}>
          {t('misreadHelp')}
        </Notice>
      )}
      <WeekForm unit={heading.unit} week={week} last={last} />
      <PageTableLinks table="week" name={t('tab')} asked={{ unit: unitText(heading.unit), week: week.from }} />
      <WeekView digest={digest} unit={heading.unit} period={period} />
      <KeptViews
        actor={actor}
        parameters={parameters}
        path={weekPath(locale, heading.unit, text === null ? null : week.from)}
        fixedPath={weekPath(locale, heading.unit, week.from)}
      />
    </>
  );
}
