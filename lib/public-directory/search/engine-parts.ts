import { distanceMetres, type Wgs84 } from '@/lib/core/geo';
import type { FacilityKind } from '@/lib/directory/schema';
import type { DirectoryRecords, FacilityRecord } from '@/lib/public-directory/records-schema';
import { Facets } from './facets';
import type { Places } from './interpret';
import { buildLexicon, type Entity, type Lexicon } from './lexicon';
import { SessionBoard } from './session-board';
import { buildSpatialIndex, type SpatialIndex } from './spatial';
import { buildTextIndex, type TextIndex } from './text-index';

// What the engine is made of: the records in a fixed order and the indexes over them. Nothing here changes after it
// is built, except tables of answers for the present minute.

export type EngineParts = {
  records: DirectoryRecords;
  /** facilities in the engine's order; their numbers are positions in this list */
  facilities: readonly FacilityRecord[];
  indexOf: ReadonlyMap<string, number>;
  hospitalOfExpert: ReadonlyMap<string, number>;
  lexicon: Lexicon;
  text: TextIndex;
  facets: Facets;
  spatial: SpatialIndex;
  board: SessionBoard;
  places: Places;
};

/** Centres come first where nothing else decides: they are what residents are meant to use first. */
const KIND_ORDER: Record<FacilityKind, number> = {
  community_centre: 0,
  lead_hospital: 1,
  partner_hospital: 2,
  service_station: 3,
};

/** Builds every index over the records. */
export function buildParts(records: DirectoryRecords): EngineParts {
  const facilities = records.facilities.toSorted(
    (a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const indexOf = new Map(facilities.map(({ id }, at) => [id, at]));
  const holidays = new Map(records.holidays.map((holiday) => [holiday.date, holiday]));
  const lexicon = buildLexicon(records, facilities);
  const spatial = buildSpatialIndex(facilities.map(({ position }) => position));
  const hosts = Int32Array.from(records.clinics, ({ centreId, hospitalId }) =>
    indexOf.has(hospitalId) ? (indexOf.get(centreId) ?? -1) : -1,
  );
  return {
    records,
    facilities,
    indexOf,
    hospitalOfExpert: new Map(
      records.experts.flatMap(({ id, hospitalId }) => {
        const hospital = indexOf.get(hospitalId);
        return hospital === undefined ? [] : [[id, hospital] as const];
      }),
    ),
    lexicon,
    text: buildTextIndex(lexicon),
    facets: new Facets(records, facilities, indexOf, holidays),
    spatial,
    board: new SessionBoard(records.clinics, hosts, holidays),
    places: placesOf(records, facilities),
  };
}

function placesOf(records: DirectoryRecords, facilities: readonly FacilityRecord[]): Places {
  const positions = new Map<string, Wgs84>();
  for (const { code, position } of records.subdistricts) positions.set(`subdistrict/${code}`, position);
  for (const { id, position } of records.landmarks) positions.set(`landmark/${id}`, position);
  return {
    positionOf: ({ type, code }: Entity) => positions.get(`${type}/${code}`) ?? null,
    facility: (id) => facilities[id] ?? null,
    spread: (ids) => {
      const first = facilities[ids[0] ?? -1];
      if (!first) return 0;
      return ids.reduce((far, id) => {
        const other = facilities[id];
        return other ? Math.max(far, distanceMetres(first.position, other.position)) : far;
      }, 0);
    },
  };
}
