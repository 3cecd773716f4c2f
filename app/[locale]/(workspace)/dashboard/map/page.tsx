import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { askedView, given, type Parameters } from '@/app/[locale]/(workspace)/dashboard/asked-view';
import { viewMetadata } from '@/app/[locale]/(workspace)/dashboard/view-metadata';
import { MapView } from '@/components/dashboard/map-view';
import { ViewFrame } from '@/components/dashboard/view-frame';
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
  return (
    <ViewFrame view="map" heading={map.dashboard} today={today} misread={misread} kept={{ indicator: map.chosen.id }}>
      <MapView {...map} />
    </ViewFrame>
  );
}
