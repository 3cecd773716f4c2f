import { coarse, type Wgs84, wgs84 } from '@/lib/core/geo';
import { allianceCodeSchema, facilityKindSchema, featureSchema } from '@/lib/directory/schema';
import { type DirectoryQuery, directoryFilterSchemas } from './schema';

// What residents' addresses say: /services?q=…&near=31.2,121.44&when=sat-am&kind=…&place=310106011&map=1
// Nothing in an address is an error. What fits is used, what does not is named so that the page can say so.

export const PAGE_PARAMETERS = [
  'q',
  'near',
  'when',
  'kind',
  'technique',
  'condition',
  'district',
  'alliance',
  'expert',
  'feature',
  'place',
  'sort',
  'radius',
  'cursor',
] as const;
export type PageParameter = (typeof PAGE_PARAMETERS)[number];

/** Search parameters as Next hands them to a page. */
export type RawParameters = Readonly<Record<string, string | string[] | undefined>>;

/** The codes an address may name; `places` are subdistricts and landmarks with where they lie. */
export type KnownCodes = {
  techniques: ReadonlySet<string>;
  conditions: ReadonlySet<string>;
  districts: ReadonlySet<string>;
  places: ReadonlyMap<string, Wgs84>;
};

export type PageQuery = {
  query: DirectoryQuery;
  /** the subdistrict or landmark the resident chose to measure from; it stands in for a position */
  place: string | null;
  map: boolean;
  /** parameters that did not fit and were left out */
  misfits: readonly PageParameter[];
};

/** Rows of a page: about as many as a person compares, and as many as numbers on a small map stay readable. */
export const ROWS_PER_PAGE = 10;

const MAX_QUESTION_CHARACTERS = 100;
const RADIUS_METRES = { min: 100, max: 200_000 };
const DEGREES = /^\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*[,，]\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*$/;
const DISTRICT_CODE = /^\d{6}$/;
const CURSOR = /^[\w.-]{1,200}$/;

/** Reads the parameters of a search address; total: any input gives a query, and never throws. */
export function parsePageQuery(raw: RawParameters, known: KnownCodes): PageQuery {
  const misfits = new Set<PageParameter>();
  const fits = <T>(name: PageParameter, read: (text: string) => T | null): T | null => {
    const text = firstText(raw[name]);
    if (text === null) return null;
    const value = read(text);
    if (value === null) misfits.add(name);
    return value;
  };
  const each = <T>(name: PageParameter, read: (text: string) => T | null): T[] => {
    const values = new Set<T>();
    for (const text of allTexts(raw[name])) {
      const value = read(text);
      if (value === null) misfits.add(name);
      else values.add(value);
    }
    return [...values];
  };
  const oneOf = (codes: { has(code: string): boolean }) => (text: string) => (codes.has(text) ? text : null);

  const chosen = fits('place', (text) => (known.places.has(text) || known.districts.has(text) ? text : null));
  const wholeDistrict = chosen !== null && DISTRICT_CODE.test(chosen) ? chosen : null;
  const place = wholeDistrict === null ? chosen : null;
  const near = fits('near', readPosition);
  const question = fits('q', readQuestion);
  if (question?.cut) misfits.add('q');

  const query: DirectoryQuery = {
    q: question?.text ?? null,
    near: place === null ? near : coarse(known.places.get(place) ?? wgs84(0, 0)),
    kinds: each('kind', (text) => parsed(facilityKindSchema, text)),
    technique: fits('technique', oneOf(known.techniques)),
    condition: fits('condition', oneOf(known.conditions)),
    district: wholeDistrict ?? fits('district', oneOf(known.districts)),
    alliance: fits('alliance', (text) => parsed(allianceCodeSchema, text)),
    open: fits('when', (text) => parsed(directoryFilterSchemas.open, text)),
    expertThisWeek: fits('expert', (text) => (text === 'week' ? true : null)) ?? false,
    features: each('feature', (text) => parsed(featureSchema, text)),
    radiusMetres: fits('radius', readRadius),
    sort: fits('sort', (text) => parsed(directoryFilterSchemas.sort, text)),
    limit: ROWS_PER_PAGE,
    cursor: fits('cursor', (text) => (CURSOR.test(text) ? text : null)),
  };
  return {
    query,
    place,
    map: firstText(raw.map) === '1',
    misfits: PAGE_PARAMETERS.filter((name) => misfits.has(name)),
  };
}

/** What a link changes about a search; what it does not name stays, except the cursor, which always starts anew. */
export type AddressChange = Partial<{
  q: string | null;
  origin: null;
  when: null;
  kinds: DirectoryQuery['kinds'];
  technique: null;
  condition: null;
  district: null;
  alliance: null;
  expertThisWeek: boolean;
  features: DirectoryQuery['features'];
  radiusMetres: number | null;
  sort: DirectoryQuery['sort'];
  cursor: string;
  map: boolean;
}>;

/** The query string of a search with a change made to it, starting with `?`, or empty. */
export function searchAddress({ query, place, map }: PageQuery, change: AddressChange = {}): string {
  const parts = new URLSearchParams();
  const put = (name: PageParameter | 'map', value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') parts.append(name, String(value));
  };
  const pick = <K extends keyof AddressChange, V>(key: K, present: V) => (key in change ? change[key] : present) as V;

  put('q', pick('q', query.q));
  if (!('origin' in change)) {
    if (place !== null) put('place', place);
    else if (query.near) put('near', nearText(query.near));
  }
  put('when', pick('when', query.open));
  for (const kind of pick('kinds', query.kinds)) put('kind', kind);
  put('technique', pick('technique', query.technique));
  put('condition', pick('condition', query.condition));
  put('district', pick('district', query.district));
  put('alliance', pick('alliance', query.alliance));
  put('expert', pick('expertThisWeek', query.expertThisWeek) ? 'week' : null);
  for (const feature of pick('features', query.features)) put('feature', feature);
  put('radius', pick('radiusMetres', query.radiusMetres));
  put('sort', pick('sort', query.sort));
  put('map', pick('map', map) ? '1' : null);
  put('cursor', change.cursor);
  // a comma may stand in a query as it is, and reads better than %2C
  const text = parts.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** A position as addresses write it, to three decimals (about 100 m). */
export function nearText(position: Wgs84): string {
  const { lat, lon } = coarse(position);
  return `${lat},${lon}`;
}

function readPosition(text: string): Wgs84 | null {
  const match = DEGREES.exec(text);
  if (!match) return null;
  const lat = Number(match[1]);
  const lon = Number(match[2]);
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  const position = coarse(wgs84(lat, lon));
  // adding 0 turns a negative zero into the ordinary one
  return wgs84(position.lat + 0, position.lon + 0);
}

function readQuestion(text: string): { text: string; cut: boolean } | null {
  const clean = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\uFFFD]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (clean === '') return null;
  const characters = [...clean];
  const kept = characters.slice(0, MAX_QUESTION_CHARACTERS).join('').trim();
  return { text: kept, cut: characters.length > MAX_QUESTION_CHARACTERS };
}

function readRadius(text: string): number | null {
  if (!/^\d{1,6}$/.test(text)) return null;
  const metres = Number(text);
  return metres >= RADIUS_METRES.min && metres <= RADIUS_METRES.max ? metres : null;
}

function parsed<T>(schema: { safeParse(value: string): { success: boolean; data?: T } }, text: string): T | null {
  const result = schema.safeParse(text);
  return result.success ? (result.data ?? null) : null;
}

/** A parameter given twice counts once, as its first; an empty one, as GET forms send it, not at all. */
function firstText(value: string | string[] | undefined): string | null {
  return allTexts(value)[0] ?? null;
}

function allTexts(value: string | string[] | undefined): string[] {
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return values.map((text) => text.trim()).filter((text) => text !== '');
}
