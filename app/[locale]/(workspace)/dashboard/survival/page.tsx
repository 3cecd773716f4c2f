import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { askedView, type Parameters } from '@/app/[locale]/(workspace)/dashboard/asked-view';
import { KeptViews } from '@/app/[locale]/(workspace)/dashboard/kept-views';
import { viewMetadata } from '@/app/[locale]/(workspace)/dashboard/view-metadata';
import { SurvivalView } from '@/components/dashboard/survival-view';
import { ViewFrame } from '@/components/dashboard/view-frame';
import { viewPath } from '@/components/dashboard/view-path';
import { fixedPeriod } from '@/lib/indicators/period-rules';
import { getSurvival } from '@/lib/indicators/survival-queries';
import { getUnitView } from '@/lib/indicators/view-queries';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return await viewMetadata('survival', await searchParams);
}

/** How long clinics stay in service after they opened. */
export default async function SurvivalPage({ searchParams }: Props) {
  const parameters = await searchParams;
  const { actor, today, misread, ...asked } = await askedView(parameters);
  const [heading, survival] = await Promise.all([getUnitView(actor, asked), getSurvival(actor, asked)]);
  if (!heading || !survival) notFound();
  const locale = await getLocale();
  return (
    <ViewFrame view="survival" heading={heading} today={today} misread={misread}>
      <SurvivalView survival={survival} unit={heading.unit} period={asked.period} />
      <KeptViews
        actor={actor}
        parameters={parameters}
        path={viewPath(locale, 'survival', heading)}
        fixedPath={viewPath(locale, 'survival', { ...heading, period: fixedPeriod(heading.period) })}
      />
    </ViewFrame>
  );
}
