import type { AllianceCode } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import type { Holiday } from '@/lib/directory/schema';
import type {
  AllianceRecord,
  ClinicRecord,
  ConditionRecord,
  DirectoryRecords,
  DistrictRecord,
  ExpertRecord,
  FacilityRecord,
  PreparationRecord,
  SubdistrictRecord,
  TechniqueRecord,
} from './records-schema';
import type { CodedName } from './schema';

/** The records by id and by the relations that views follow; derived, never changed after it is built. */
export type DirectoryIndex = {
  facilities: ReadonlyMap<string, FacilityRecord>;
  facilitiesByDistrict: ReadonlyMap<string, readonly FacilityRecord[]>;
  stationsByCentre: ReadonlyMap<string, readonly FacilityRecord[]>;
  /** the clinics whose centre and hospital are published too */
  clinics: ReadonlyMap<string, ClinicRecord>;
  clinicsByCentre: ReadonlyMap<string, readonly ClinicRecord[]>;
  clinicsByHospital: ReadonlyMap<string, readonly ClinicRecord[]>;
  clinicsByCondition: ReadonlyMap<string, readonly ClinicRecord[]>;
  clinicsByDistrict: ReadonlyMap<string, readonly ClinicRecord[]>;
  experts: ReadonlyMap<string, ExpertRecord>;
  conditions: ReadonlyMap<string, ConditionRecord>;
  techniques: ReadonlyMap<string, TechniqueRecord>;
  preparations: ReadonlyMap<string, PreparationRecord>;
  districts: ReadonlyMap<string, DistrictRecord>;
  subdistricts: ReadonlyMap<string, SubdistrictRecord>;
  alliances: ReadonlyMap<AllianceCode, AllianceRecord>;
  holidays: ReadonlyMap<CivilDate, Holiday>;
};

/** What views are made from: the records and the ways through them. */
export type Directory = { records: DirectoryRecords; index: DirectoryIndex };

/** Derives the index in one pass over each kind of record. */
export function buildIndex(records: DirectoryRecords): DirectoryIndex {
  const facilities = byKey(records.facilities, ({ id }) => id);
  const clinics = records.clinics.filter(
    ({ centreId, hospitalId }) => facilities.has(centreId) && facilities.has(hospitalId),
  );
  return {
    facilities,
    facilitiesByDistrict: groupsByKey(records.facilities, ({ districtCode }) => [districtCode]),
    stationsByCentre: groupsByKey(records.facilities, ({ centreId }) => (centreId ? [centreId] : [])),
    clinics: byKey(clinics, ({ id }) => id),
    clinicsByCentre: groupsByKey(clinics, ({ centreId }) => [centreId]),
    clinicsByHospital: groupsByKey(clinics, ({ hospitalId }) => [hospitalId]),
    clinicsByCondition: groupsByKey(clinics, ({ conditionCodes }) => conditionCodes),
    clinicsByDistrict: groupsByKey(clinics, ({ centreId }) => {
      const centre = facilities.get(centreId);
      return centre ? [centre.districtCode] : [];
    }),
    experts: byKey(records.experts, ({ id }) => id),
    conditions: byKey(records.conditions, ({ code }) => code),
    techniques: byKey(records.techniques, ({ code }) => code),
    preparations: byKey(records.preparations, ({ id }) => id),
    districts: byKey(records.districts, ({ code }) => code),
    subdistricts: byKey(records.subdistricts, ({ code }) => code),
    alliances: new Map(records.alliances.map((alliance) => [alliance.code, alliance])),
    holidays: new Map(records.holidays.map((holiday) => [holiday.date, holiday])),
  };
}

/** Names of codes, in the order given; a code that is not published is left out. */
export function namesOf(
  codes: readonly string[],
  known: ReadonlyMap<string, { code: string; name: string; nameEn: string }>,
): CodedName[] {
  return codes.flatMap((wanted) => {
    const found = known.get(wanted);
    return found ? [{ code: found.code, name: found.name, nameEn: found.nameEn }] : [];
  });
}

/** The group under a key, empty when there is none. */
export function groupOf<T>(groups: ReadonlyMap<string, readonly T[]>, key: string): readonly T[] {
  return groups.get(key) ?? [];
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [keyOf(item), item]));
}

function groupsByKey<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
