import { convert, type Datum, wgs84 } from '@/lib/core/geo';
import type { Cells } from '@/lib/registry/schema';

// Positions in files are in the datum that the file declares; the portal keeps WGS-84.

/** The entry with its position in WGS-84, from the datum its row names, else from the one declared for the file. */
export function inWgs84(cells: Cells, declared: Datum): Cells {
  const { latitude, longitude } = cells;
  if (!latitude || !longitude) return cells;
  const datum = cells.datum === 'gcj02' || cells.datum === 'bd09' || cells.datum === 'wgs84' ? cells.datum : declared;
  if (datum === 'wgs84') return { ...cells, datum };
  const { lat, lon } = convert({ datum, lat: Number(latitude), lon: Number(longitude) }, 'wgs84');
  return { ...cells, latitude: lat.toFixed(6), longitude: lon.toFixed(6), datum: 'wgs84' };
}

/** Where an entry lies; null without a position. */
export function positionOf({ latitude, longitude }: Cells) {
  return latitude && longitude ? wgs84(Number(latitude), Number(longitude)) : null;
}
