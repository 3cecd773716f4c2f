import gcoord from 'gcoord';

/** The three datums of Chinese maps; the tag keeps them apart in the type system. */
export const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type Datum = (typeof DATUMS)[number];
export type Position<D extends Datum> = { readonly datum: D; readonly lat: number; readonly lon: number };
export type Wgs84 = Position<'wgs84'>;
export type Gcj02 = Position<'gcj02'>;
export type Bd09 = Position<'bd09'>;

const CRS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** A WGS-84 position from degrees. */
export function wgs84(lat: number, lon: number): Wgs84 {
  return { datum: 'wgs84', lat, lon };
}

/** Converts a position to another datum, to six decimals (about 0.1 m; the transform itself is good to about 1 m). */
export function convert<To extends Datum>(position: Position<Datum>, to: To): Position<To> {
  const [lon, lat] =
    position.datum === to
      ? [position.lon, position.lat]
      : gcoord.transform([position.lon, position.lat], CRS[position.datum], CRS[to]);
  return { datum: to, lat: roundTo(lat, 6), lon: roundTo(lon, 6) };
}

/** A resident's position is only ever used to three decimals (about 100 m). */
export function coarse(position: Wgs84): Wgs84 {
  return wgs84(roundTo(position.lat, 3), roundTo(position.lon, 3));
}

function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}

const EARTH_RADIUS_METRES = 6_371_008.8;
const RAD = Math.PI / 180;

/** Great-circle distance in metres (haversine on the mean Earth radius of IUGG, 6 371 008.8 m). */
export function distanceMetres(a: Wgs84, b: Wgs84): number {
  const dLat = (b.lat - a.lat) * RAD;
  const dLon = (b.lon - a.lon) * RAD;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Streets are longer than the straight line by about 1.3, and an older person walks about 60 m a minute (ours). */
const DETOUR = 1.3;
const WALKING_METRES_PER_MINUTE = 60;

/** Whole walking minutes for a straight-line distance in metres, at least 1. */
export function walkingMinutes(straightLineMetres: number): number {
  return Math.max(1, Math.round((straightLineMetres * DETOUR) / WALKING_METRES_PER_MINUTE));
}

/** Generous box around Shanghai with its islands, WGS-84 degrees. */
export const SHANGHAI_BOX = { south: 30.67, north: 31.89, west: 120.84, east: 122.25 } as const;

/** Where a position lies, coarsely; used only to word a kind hint. */
export function regionOf(position: Wgs84): 'shanghai' | 'china' | 'abroad' {
  const { lat, lon } = position;
  const inBox =
    lat >= SHANGHAI_BOX.south && lat <= SHANGHAI_BOX.north && lon >= SHANGHAI_BOX.west && lon <= SHANGHAI_BOX.east;
  if (inBox) return 'shanghai';
  return lat >= 18 && lat <= 54 && lon >= 73 && lon <= 136 ? 'china' : 'abroad';
}
