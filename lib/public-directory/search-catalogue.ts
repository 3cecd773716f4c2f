import 'server-only';
import type { KnownCodes } from './page-query';
import type {
  ConditionRecord,
  DirectoryRecords,
  DistrictRecord,
  LandmarkRecord,
  SubdistrictRecord,
  TechniqueRecord,
} from './records-schema';
import { currentSnapshot } from './snapshot';

/** What a resident can choose from when searching, and the codes that addresses may name. */
export type SearchCatalogue = {
  districts: readonly { district: DistrictRecord; subdistricts: readonly SubdistrictRecord[] }[];
  landmarks: readonly LandmarkRecord[];
  techniques: readonly TechniqueRecord[];
  conditions: readonly ConditionRecord[];
  known: KnownCodes;
};

// derived from the records alone, so it is made once for each snapshot and goes with it
const catalogues = new WeakMap<DirectoryRecords, SearchCatalogue>();

/**
 * The places, techniques and conditions a search can name.
 * @throws DirectoryUnavailableError while the directory has never been read.
 */
export async function getSearchCatalogue(): Promise<SearchCatalogue> {
  const { records } = await currentSnapshot();
  const made = catalogues.get(records);
  if (made) return made;
  const catalogue = makeCatalogue(records);
  catalogues.set(records, catalogue);
  return catalogue;
}

function makeCatalogue(records: DirectoryRecords): SearchCatalogue {
  const { districts, subdistricts, landmarks, techniques, conditions } = records;
  const codes = (items: readonly { code: string }[]) => new Set(items.map(({ code }) => code));
  return {
    districts: districts.map((district) => ({
      district,
      subdistricts: subdistricts.filter(({ districtCode }) => districtCode === district.code),
    })),
    landmarks,
    techniques,
    conditions,
    known: {
      techniques: codes(techniques),
      conditions: codes(conditions),
      districts: codes(districts),
      places: new Map([
        ...subdistricts.map(({ code, position }) => [code, position] as const),
        ...landmarks.map(({ id, position }) => [id, position] as const),
      ]),
    },
  };
}
