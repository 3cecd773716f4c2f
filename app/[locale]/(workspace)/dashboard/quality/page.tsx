import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { askedView, type Parameters } from '@/app/[locale]/(workspace)/dashboard/asked-view';
import { KeptViews } from '@/app/[locale]/(workspace)/dashboard/kept-views';
import { viewMetadata } from '@/app/[locale]/(workspace)/dashboard/view-metadata';
import { QualityView } from '@/components/dashboard/quality-view';
import { ViewFrame } from '@/components/dashboard/view-frame';
import { viewPath } from '@/components/dashboard/view-path';
import { fixedPeriod } from '@/lib/indicators/period-rules';
import { getQuality } from '@/lib/indicators/quality-queries';
import { getUnitView } from '@/lib/indicators/view-queries';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return await viewMetadata('quality', await searchParams);
}

/** How complete, timely, confirmed and consistent the records are. */
export default async function QualityPage({ searchParams }: Props) {
  const parameters = await searchParams;
  const { actor, today, misread, ...asked } = await askedView(parameters);
  const [heading, quality] = await Promise.all([getUnitView(actor, asked), getQuality(actor, asked)]);
  if (!heading || !quality) notFound();
  const locale = await getLocale();
  return (
    <ViewFrame view="quality" heading={heading} today={today} misread={misread}>
      <QualityView quality={quality} period={asked.period} />
      <KeptViews
        actor={actor}
        parameters={parameters}
        path={viewPath(locale, 'quality', heading)}
        fixedPath={viewPath(locale, 'quality', { ...heading, period: fixedPeriod(heading.period) })}
      />
    </ViewFrame>
  );
}
