import type { Wgs84 } from '@/lib/core/geo';

// What a small map shows and where on it: pure, shared by the drawing without scripts and by the moving map.

export type MapPoint = { number: number; name: string; position: Wgs84; href: string };
export type MapLabel = { name: string; position: Wgs84; rank: 'landmark' | 'subdistrict' | 'district' };
/** Polygons of rings of [longitude, latitude]. */
export type MapOutline = { code: string; polygons: readonly (readonly (readonly [number, number])[])[][] };
/** Degrees, WGS-84. */
export type MapFrame = { west: number; south: number; east: number; north: number };

const METRES_PER_DEGREE = 111_195;
/** A map of one house would show nothing to recognise, so a map is at least this wide and high. */
const SMALLEST_SPAN_METRES = 1600;
const MARGIN = 0.18;

/** The frame around points, with a margin, and never narrower than 1.6 km. */
export function frameAround(positions: readonly Wgs84[]): MapFrame {
  const lats = positions.map(({ lat }) => lat);
  const lons = positions.map(({ lon }) => lon);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 };
  const lonMetres = METRES_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180);
  const half = (from: number, to: number, metresPerDegree: number) =>
    Math.max(((to - from) / 2) * (1 + 2 * MARGIN), SMALLEST_SPAN_METRES / 2 / metresPerDegree);
  const dLat = half(south, north, METRES_PER_DEGREE);
  const dLon = half(west, east, lonMetres);
  return {
    west: middle.lon - dLon,
    east: middle.lon + dLon,
    south: middle.lat - dLat,
    north: middle.lat + dLat,
  };
}

/** A frame made wider or higher until it has the shape (width / height) of the picture it will fill. */
export function inShape(frame: MapFrame, shape: number): MapFrame {
  const lat = (frame.south + frame.north) / 2;
  const lon = (frame.west + frame.east) / 2;
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const height = frame.north - frame.south;
  const width = (frame.east - frame.west) * squeeze;
  const dLat = Math.max(height, width / shape) / 2;
  const dLon = Math.max(width, height * shape) / 2 / squeeze;
  return { west: lon - dLon, east: lon + dLon, south: lat - dLat, north: lat + dLat };
}

/** Whether a position lies inside a frame. */
export function isInFrame({ lat, lon }: Wgs84, frame: MapFrame): boolean {
  return lat >= frame.south && lat <= frame.north && lon >= frame.west && lon <= frame.east;
}

/** The width of a frame in metres, along its middle. */
export function frameWidthMetres(frame: MapFrame): number {
  const squeeze = Math.cos((((frame.south + frame.north) / 2) * Math.PI) / 180);
  return (frame.east - frame.west) * squeeze * METRES_PER_DEGREE;
}

/** The length of a scale bar in metres, 1, 2 or 5 times a power of ten, at most a given share of the frame's width. */
export function scaleMetres(frame: MapFrame, share: number): number {
  const most = frameWidthMetres(frame) * share;
  const power = 10 ** Math.floor(Math.log10(most));
  const steps = [5, 2, 1].map((step) => step * power);
  return steps.find((metres) => metres <= most) ?? power;
}

export type Placed<T> = { item: T; x: number; y: number };

/**
 * Labels that keep clear of the points and of each other, in the order given, at most `limit`.
 * @param clearance half width and half height a label needs, in the units of x and y
 */
export function placeLabels<T>(
  labels: readonly Placed<T>[],
  points: readonly { x: number; y: number }[],
  clearance: { x: number; y: number },
  limit: number,
): Placed<T>[] {
  const kept: Placed<T>[] = [];
  const clear = (a: { x: number; y: number }, b: { x: number; y: number }, factor: number) =>
    Math.abs(a.x - b.x) > clearance.x * factor || Math.abs(a.y - b.y) > clearance.y * factor;
  for (const label of labels) {
    if (kept.length === limit) break;
    if (points.every((point) => clear(label, point, 1)) && kept.every((other) => clear(label, other, 2))) {
      kept.push(label);
    }
  }
  return kept;
}
