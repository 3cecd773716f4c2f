import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

// District outlines for maps. They are drawn schematically: about 100 m exact, see prisma/reference/README.md.

const ring = z.array(z.tuple([z.number(), z.number()]));
const fileSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({ code: z.string(), name: z.string() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
      ]),
    }),
  ),
});

/** The outline of a district as polygons of rings of [longitude, latitude], WGS-84; outer rings run clockwise. */
export type DistrictOutline = { code: string; polygons: [number, number][][][] };

const FILE = path.join('prisma', 'reference', 'district-outlines.json');

let loading: Promise<readonly DistrictOutline[]> | null = null;

/** The outlines of all districts, read once. */
export function listDistrictOutlines(): Promise<readonly DistrictOutline[]> {
  loading ??= readOutlines().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function readOutlines(): Promise<DistrictOutline[]> {
  const file = fileSchema.parse(JSON.parse(await readFile(path.resolve(FILE), 'utf8')));
  return file.features.map(({ properties, geometry }) => ({
    code: properties.code,
    polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }));
}

/**
 * The outlines that touch a frame of degrees, with no more detail than it can show: points that lie within a
 * four-hundredth of its width from the line between their neighbours are left out (Douglas and Peucker, 1973).
 */
export async function outlinesInFrame(frame: {
  west: number;
  south: number;
  east: number;
  north: number;
}): Promise<readonly DistrictOutline[]> {
  const tolerance = (frame.east - frame.west) / DETAIL;
  const outlines = await listDistrictOutlines();
  return outlines.flatMap(({ code, polygons }) => {
    const near = polygons
      .filter(([outer = []]) => {
        const lons = outer.map(([lon]) => lon);
        const lats = outer.map(([, lat]) => lat);
        return (
          Math.min(...lons) <= frame.east &&
          Math.max(...lons) >= frame.west &&
          Math.min(...lats) <= frame.north &&
          Math.max(...lats) >= frame.south
        );
      })
      .map((polygon) => polygon.map((points) => simplified(points, tolerance)));
    return near.length > 0 ? [{ code, polygons: near }] : [];
  });
}

const DETAIL = 400;

/** A ring keeps its ends, so it stays closed. */
function simplified(points: [number, number][], tolerance: number): [number, number][] {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 5) return points;
  let farthest = 0;
  let distance = 0;
  for (let index = 1; index < points.length - 1; index++) {
    const point = points[index];
    const off = point ? distanceToSegment(point, first, last) : 0;
    if (off > distance) {
      farthest = index;
      distance = off;
    }
  }
  if (distance <= tolerance) return [first, last];
  return [
    ...simplified(points.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simplified(points.slice(farthest), tolerance),
  ];
}

/** In degrees; a ring's two ends are one point, from which the distance is measured then. */
function distanceToSegment([x, y]: [number, number], [ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
