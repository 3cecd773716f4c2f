import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import { INDICATOR_IDS, UNIT_LEVELS } from '@/lib/indicators/schema';

// The files of prisma/reference as typed rows; prisma/reference/README.md says where each comes from.

const FOLDER = path.resolve('prisma/reference');

const text = z.string().min(1);
const optional = z.string().transform((value) => (value === '' ? null : value));
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const degrees = z.string().regex(/^\d+\.\d+$/);
const exactness = z.enum(['hundred_metres', 'subdistrict_point', 'estimated']);
const date = z.iso.date();
const alliance = z.enum(ALLIANCE_CODES);

const rows = {
  alliances: z.object({ code: alliance, name: text, name_en: text, direction: text }),
  districts: z.object({ code: text, name: text, name_en: text, alliance, central: flag }),
  subdistricts: z.object({
    code: text,
    district_code: text,
    name: text,
    name_en: text,
    kind: z.enum(['street', 'town', 'township']),
    latitude: degrees,
    longitude: degrees,
    exactness,
  }),
  hospitals: z.object({
    id: text,
    kind: z.literal('lead_hospital'),
    alliance,
    name: text,
    name_en: text,
    short_name: text,
    district_code: text,
    subdistrict_code: text,
    address: text,
    address_en: text,
    latitude: degrees,
    longitude: degrees,
    exactness,
  }),
  'hospital-campuses': z.object({
    hospital_id: text,
    name: text,
    name_en: text,
    address: text,
    address_en: text,
    district_code: text,
    latitude: degrees,
    longitude: degrees,
    exactness,
  }),
  centres: z.object({
    id: text,
    name: text,
    name_en: text,
    district_code: text,
    subdistrict_code: text,
    name_source: z.enum(['2020 list', 'added']),
  }),
  landmarks: z.object({
    name: text,
    name_en: text,
    kind: text,
    latitude: degrees,
    longitude: degrees,
    district_code: text,
  }),
  conditions: z.object({
    code: text,
    department: text,
    department_en: text,
    name: text,
    name_en: text,
    beyond_national: flag,
    plain: optional,
    plain_en: optional,
  }),
  'condition-synonyms': z.object({
    code: text,
    term: text,
    relation: z.enum(['same', 'everyday', 'symptom', 'modern']),
  }),
  'condition-synonyms-en': z.object({
    code: text,
    term: text,
    relation: z.enum(['same', 'everyday', 'symptom', 'modern']),
  }),
  techniques: z.object({
    code: text,
    name: text,
    name_en: text,
    category: text,
    plain: optional,
    plain_en: optional,
  }),
  'technique-synonyms': z.object({ code: text, term: text }),
  holidays: z.object({
    date,
    kind: z.enum(['holiday', 'makeup_workday']),
    name: text,
    name_en: text,
    follows_weekday: z.string().transform((value) => (value === '' ? null : Number(value))),
    source: text,
  }),
  'published-totals': z.object({
    key: text,
    value: z.string().regex(/^\d+(\.\d+)?$/),
    unit: text,
    as_of: optional,
    source: text,
  }),
  'indicator-targets': z.object({
    indicator_id: z.enum(INDICATOR_IDS),
    level: z.enum(UNIT_LEVELS),
    unit_code: text,
    period_from: date,
    period_to: date,
    value: z.string().regex(/^\d+(\.\d+)?$/),
    source: text,
  }),
  'station-names': z.object({ subdistrict_code: text, name: text, kind: z.enum(['residents', 'village']) }),
  'people-names': z.object({ kind: z.enum(['surname', 'given_single', 'given_char']), text }),
  preparations: z.object({
    id: text,
    owner_hospital: text,
    name: text,
    name_en: text,
    indication: optional,
    indication_en: optional,
    condition_codes: text.transform((codes) => codes.split(';')),
  }),
} as const;

type Files = typeof rows;
/** Everything in prisma/reference, by file name. */
export type Reference = { [File in keyof Files]: z.infer<Files[File]>[] } & { outlines: Outline[] };

const outlineSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({ code: text, name: text }),
      geometry: z.discriminatedUnion('type', [
        z.object({
          type: z.literal('Polygon'),
          coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))),
        }),
        z.object({
          type: z.literal('MultiPolygon'),
          coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
        }),
      ]),
    }),
  ),
});

/** A district's outline: polygons of rings of longitude and latitude; the first ring is the outside, others holes. */
export type Outline = { districtCode: string; polygons: [number, number][][][] };

function readOutlines(): Outline[] {
  const file = outlineSchema.parse(JSON.parse(readFileSync(path.join(FOLDER, 'district-outlines.json'), 'utf8')));
  return file.features.map(({ properties, geometry }) => ({
    districtCode: properties.code,
    polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }));
}

function readRows<File extends keyof Files>(file: File): z.infer<Files[File]>[] {
  const records: unknown = parse(readFileSync(path.join(FOLDER, `${file}.csv`)), { columns: true, bom: true });
  const parsed = z.array(z.unknown()).parse(records);
  return parsed.map((record, index) => {
    const row = rows[file].safeParse(record);
    if (!row.success) throw new Error(`prisma/reference/${file}.csv, row ${index + 2}: ${z.prettifyError(row.error)}`);
    return row.data as z.infer<Files[File]>;
  });
}

/**
 * Reads every file of prisma/reference.
 * @throws Error naming the file and row that does not fit.
 */
export function readReference(): Reference {
  return {
    alliances: readRows('alliances'),
    districts: readRows('districts'),
    subdistricts: readRows('subdistricts'),
    hospitals: readRows('hospitals'),
    'hospital-campuses': readRows('hospital-campuses'),
    centres: readRows('centres'),
    landmarks: readRows('landmarks'),
    conditions: readRows('conditions'),
    'condition-synonyms': readRows('condition-synonyms'),
    'condition-synonyms-en': readRows('condition-synonyms-en'),
    techniques: readRows('techniques'),
    'technique-synonyms': readRows('technique-synonyms'),
    holidays: readRows('holidays'),
    'published-totals': readRows('published-totals'),
    'indicator-targets': readRows('indicator-targets'),
    'station-names': readRows('station-names'),
    'people-names': readRows('people-names'),
    preparations: readRows('preparations'),
    outlines: readOutlines(),
  };
}

/**
 * The row a code stands for.
 * @throws Error when no row has it.
 */
export function find<Row>(list: readonly Row[], fits: (row: Row) => boolean, what: string): Row {
  const found = list.find(fits);
  if (found === undefined) throw new Error(`The reference data lacks ${what}`);
  return found;
}
