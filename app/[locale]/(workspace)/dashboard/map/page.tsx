import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { askedView, given, type Parameters } from '@/app/[locale]/(workspace)/dashboard/asked-view';
import { viewMetadata } from '@/app/[locale]/(workspace)/dashboard/view-metadata';
import { MapView } from '@/components/dashboard/map-view';
import { ViewFrame } from '@/components/dashboard/view-frame';
import { frameOf } from '@/components/maps/district-map-layout';
import type { MapOutline } from '@/components/maps/map-frame';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import { getMapPlaces } from '@/lib/indicators/map-queries';
import type { IndicatorDefinition } from '@/lib/indicators/schema';
import { listDistrictOutlines, outlinesInFrame } from '@/lib/public-directory/outlines';

type Props = { searchParams: Promise<Parameters> };

/** What a map shows that nobody has chosen for. */
const USUAL = 'held_rate';

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return await viewMetadata('map', await searchParams);
}

/** A unit's districts shaded by an indicator, and its clinics. */
export default async function MapPage({ searchParams }: Props) {
  const parameters = await searchParams;
  const { actor, today, misread, ...asked } = await askedView(parameters);
  const [dashboard, places] = await Promise.all([getDashboard(actor, asked), getMapPlaces(actor, asked)]);
  if (!dashboard || !places) notFound();
  const choices = toldOfParts(dashboard);
  const chosen =
    choices.find(({ id }) => id === given(parameters, 'indicator')) ??
    choices.find(({ id }) => id === USUAL) ??
    choices[0];
  if (!chosen) notFound();
  const [outlines, inset] = await Promise.all([
    outlinesOf(places.districtCodes, true),
    outlinesOf(
      places.districtCodes.filter((code) => places.centralCodes.includes(code)),
      false,
    ),
  ]);
  const heading = { ...dashboard, unit: dashboard.unit };
  return (
    <ViewFrame view="map" heading={heading} today={today} misread={misread} kept={{ indicator: chosen.id }}>
      <MapView
        dashboard={dashboard}
        places={places}
        outlines={outlines}
        inset={inset}
        choices={choices}
        chosen={chosen}
      />
    </ViewFrame>
  );
}

/** The indicators that every part has, in their order. */
function toldOfParts({ tiles, children }: Dashboard): IndicatorDefinition[] {
  return tiles
    .map(({ definition }) => definition)
    .filter(({ id }) => children.some(({ figures }) => figures[id].missing !== 'not_at_this_level'));
}

/** Outlines with the detail that a map of some districts can show; `neighbours` keeps those around them. */
async function outlinesOf(codes: readonly string[], neighbours: boolean): Promise<MapOutline[]> {
  const all = await listDistrictOutlines();
  const frame = frameOf(all.filter(({ code }) => codes.includes(code)));
  if (!frame) return [];
  return (await outlinesInFrame(frame)).filter(({ code }) => neighbours || codes.includes(code));
}
