import { useLocale, useTranslations } from 'next-intl';
import { frameAround, inShape, isInFrame, type MapLabel, type MapPoint } from '@/components/maps/map-frame';
import { NearbyMap } from '@/components/maps/nearby-map.client';
import { NearbyMapSvg } from '@/components/maps/nearby-map-svg';
import type { Wgs84 } from '@/lib/core/geo';
import { inLocale, type Locale } from '@/lib/i18n/locales';
import type { DistrictOutline } from '@/lib/public-directory/outlines';
import type { FacilityRow } from '@/lib/public-directory/schema';
import type { SearchCatalogue } from '@/lib/public-directory/search-catalogue';

type Props = {
  rows: readonly FacilityRow[];
  origin: Wgs84 | null;
  labels: readonly MapLabel[];
  outlines: readonly DistrictOutline[];
  tileKey: string | null;
  reviewNumber: string | null;
};

/** The map's frame around the rows and, unless it is far away, the person. */
export function resultFrame(rows: readonly FacilityRow[], origin: Wgs84 | null) {
  const places = rows.map(({ facility }) => facility.position);
  const nearby = origin && rows.some(({ distanceMetres }) => distanceMetres !== null && distanceMetres < FAR_METRES);
  return frameAround(nearby ? [...places, origin] : places);
}

/** From outside the city, a map of both ends would show nothing of either. */
const FAR_METRES = 60_000;

/** Names to find one's way by on a map of this frame: landmarks, then subdistricts; districts on a wide one. */
export function mapLabels(
  catalogue: SearchCatalogue,
  frame: ReturnType<typeof frameAround>,
  locale: Locale,
): MapLabel[] {
  const named = (item: { name: string; nameEn: string }) => inLocale(locale, item.name, item.nameEn);
  const wide = inShape(frame, 1.4);
  const landmarks = catalogue.landmarks.map(
    (landmark): MapLabel => ({ name: named(landmark), position: landmark.position, rank: 'landmark' }),
  );
  const subdistricts = catalogue.districts.flatMap(({ subdistricts: all }) =>
    all.map((one): MapLabel => ({ name: named(one), position: one.position, rank: 'subdistrict' })),
  );
  return [...landmarks, ...subdistricts].filter(({ position }) => isInFrame(position, wide));
}

/** The results on a map, with the numbers of the list. */
export function ResultMap({ rows, origin, labels, outlines, tileKey, reviewNumber }: Props) {
  const t = useTranslations('search.map');
  const distance = useTranslations('search.results');
  const locale = useLocale();
  const frame = resultFrame(rows, origin);
  const points = rows.map(
    ({ facility }, index): MapPoint => ({
      number: index + 1,
      name: inLocale(locale, facility.name, facility.nameEn),
      position: facility.position,
      href: `#result-${index + 1}`,
    }),
  );
  const pointWords = (point: MapPoint) => t('point', { number: point.number, name: point.name });
  const scale = (metres: number) =>
    metres < 1000 ? distance('metres', { value: metres }) : distance('kilometres', { value: metres / 1000 });

  return (
    <section aria-labelledby="map" className="no-print mt-6">
      <h2 id="map" className="text-xl">
        {t('title')}
      </h2>
      <p className="mb-3 text-sm text-ink-soft">{t('description')}</p>
      <NearbyMap
        data={{ points, origin, outlines, labels, frame, tileKey }}
        labels={{
          interactive: t('interactive'),
          loading: t('loading'),
          failed: t('failed'),
          zoomIn: t('zoomIn'),
          zoomOut: t('zoomOut'),
          origin: t('you'),
          point: Object.fromEntries(points.map((point) => [point.number, pointWords(point)])),
        }}
      >
        <NearbyMapSvg
          title={t('title')}
          points={points}
          origin={origin}
          outlines={outlines}
          labels={labels}
          frame={frame}
          words={{ point: pointWords, origin: t('you'), scale }}
        />
      </NearbyMap>
      <p className="mt-2 text-sm text-ink-soft">
        {reviewNumber === null ? t('schematic') : t('review', { number: reviewNumber })}
      </p>
    </section>
  );
}
