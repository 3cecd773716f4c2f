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
