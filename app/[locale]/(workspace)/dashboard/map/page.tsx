import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { askedView, given, type Parameters } from '@/app/[locale]/(workspace)/dashboard/asked-view';
import { KeptViews } from '@/app/[locale]/(workspace)/dashboard/kept-views';
import { viewMetadata } from '@/app/[locale]/(workspace)/dashboard/view-metadata';
import { MapView } from '@/components/dashboard/map-view';
import { ViewFrame } from '@/components/dashboard/view-frame';
import { viewPath } from '@/components/dashboard/view-path';
import { fixedPeriod } from '@/lib/indicators/period-rules';
import { readMap } from './map-data';

type Props = { searchParams: Promise<Parameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return await viewMetadata('map', await searchParams);
}

/** A unit's districts shaded by an indicator, and its clinics by their states. */
export default async function MapPage({ searchParams }: Props) {
  const parameters = await searchParams;
  const { actor, today, misread, unit, period } = await askedView(parameters);
  const map = await readMap(actor, { unit, period, indicator: given(parameters, 'indicator') });
  if (!map) notFound();
  const [locale, kept] = [await getLocale(), { indicator: map.chosen.id }];
  return (
    <ViewFrame view="map" heading={map.dashboard} today={today} misread={misread} kept={kept}>
      <MapView {...map} />
      <KeptViews
        actor={actor}
        parameters={parameters}
        path={viewPath(locale, 'map', map.dashboard, kept)}
        fixedPath={viewPath(locale, 'map', { ...map.dashboard, period: fixedPeriod(period) }, kept)}
      />
    </ViewFrame>
  );
}
