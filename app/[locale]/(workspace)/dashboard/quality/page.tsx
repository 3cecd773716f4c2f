import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { askedView, type Parameters } from '@/app/[locale]/(workspace)/dashboard/asked-view';
import { viewMetadata } from '@/app/[locale]/(workspace)/dashboard/view-metadata';
import { QualityView } from '@/components/dashboard/quality-view';
import { ViewFrame } from '@/components/dashboard/view-frame';
import { getQuality } from '@/lib/indicators/quality-queries';
import { getUnitView } from '@/lib/indicators/view-queries';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return await viewMetadata('quality', await searchParams);
}

/** How complete, timely, confirmed and consistent the records are. */
export default async function QualityPage({ searchParams }: Props) {
  const { actor, today, misread, ...asked } = await askedView(await searchParams);
  const [heading, quality] = await Promise.all([getUnitView(actor, asked), getQuality(actor, asked)]);
  if (!heading || !quality) notFound();
  return (
    <ViewFrame view="quality" heading={heading} today={today} misread={misread}>
      <QualityView quality={quality} period={asked.period} />
    </ViewFrame>
  );
}
