import type { FacilityKind } from '@/lib/directory/schema';
import { openClinics } from './clinic-views';
import { type Directory, groupOf } from './directory-index';
import { facilityRow, hospitalName } from './place-views';
import type { AllianceRecord, ClinicRecord, DistrictRecord } from './records-schema';
import type { FacilityRow } from './schema';
import type {
  AllianceDetail,
  AllianceView,
  DistrictDetail,
  DistrictView,
  NetworkCounts,
  SpecialtyAllianceView,
} from './views-schema';

/** The four regional alliances with their districts and counts. */
export function allianceViews(directory: Directory): AllianceView[] {
  return directory.records.alliances.map((alliance) => allianceView(directory, alliance));
}

/** One regional alliance with its clinics; null when there is none of this code. */
export function allianceDetail(directory: Directory, code: string, instant: Date): AllianceDetail | null {
  const alliance = directory.records.alliances.find((known) => known.code === code);
  if (!alliance) return null;
  const clinics = alliance.districtCodes.flatMap((district) => [
    ...groupOf(directory.index.clinicsByDistrict, district),
  ]);
  return { ...allianceView(directory, alliance), clinics: openClinics(directory, clinics, instant) };
}

/** The districts with their alliances and counts, by code. */
export function districtViews(directory: Directory): DistrictView[] {
  return directory.records.districts.flatMap((district) => districtView(directory, district));
}

/** One district with its hospitals, centres and clinics; null when there is none of this code. */
export function districtDetail(directory: Directory, code: string, instant: Date): DistrictDetail | null {
  const district = directory.index.districts.get(code);
  const [view] = district ? districtView(directory, district) : [];
  if (!view) return null;
  const rows = (kinds: readonly FacilityKind[]): FacilityRow[] =>
    groupOf(directory.index.facilitiesByDistrict, code)
      .filter(({ kind, status }) => kinds.includes(kind) && status !== 'closed')
      .map((facility) => facilityRow(directory, facility, instant));
  return {
    ...view,
    hospitals: rows(['lead_hospital', 'partner_hospital']),
    centres: rows(['community_centre']),
    clinics: openClinics(directory, groupOf(directory.index.clinicsByDistrict, code), instant),
  };
}

/** The specialty alliances with the names of their members. */
export function specialtyAllianceViews(directory: Directory): SpecialtyAllianceView[] {
  return directory.records.specialtyAlliances.map((specialtyAlliance) => ({
    specialtyAlliance,
    members: specialtyAlliance.facilityIds.flatMap((id) => hospitalName(directory, id)),
  }));
}

function allianceView(directory: Directory, alliance: AllianceRecord): AllianceView {
  const { index } = directory;
  const districts = alliance.districtCodes
    .flatMap((code) => index.districts.get(code) ?? [])
    .map((district) => ({ ...district, counts: districtCounts(directory, district.code) }));
  return {
    alliance,
    leadHospital: (alliance.leadHospitalId && index.facilities.get(alliance.leadHospitalId)) || null,
    partnerHospitals: alliance.partnerHospitalIds.flatMap((id) => hospitalName(directory, id)),
    districts,
    counts: {
      ...districts.reduce((sum, { counts }) => add(sum, counts), NOTHING),
      // an expert may sit in several districts, and counts once
      experts: expertsOf(alliance.districtCodes.flatMap((code) => [...groupOf(index.clinicsByDistrict, code)])),
    },
  };
}

function districtView(directory: Directory, district: DistrictRecord): DistrictView[] {
  const alliance = directory.index.alliances.get(district.alliance);
  if (!alliance) return [];
  return [
    {
      district,
      alliance,
      subdistricts: directory.records.subdistricts.filter(({ districtCode }) => districtCode === district.code),
      counts: districtCounts(directory, district.code),
    },
  ];
}

const NOTHING: NetworkCounts = { hospitals: 0, centres: 0, stations: 0, clinics: 0, experts: 0, subdistricts: 0 };

function districtCounts({ index, records }: Directory, code: string): NetworkCounts {
  const kinds: Record<FacilityKind, number> = {
    lead_hospital: 0,
    partner_hospital: 0,
    community_centre: 0,
    service_station: 0,
  };
  for (const { kind, status } of groupOf(index.facilitiesByDistrict, code)) if (status !== 'closed') kinds[kind] += 1;
  const clinics = groupOf(index.clinicsByDistrict, code);
  return {
    hospitals: kinds.lead_hospital + kinds.partner_hospital,
    centres: kinds.community_centre,
    stations: kinds.service_station,
    clinics: clinics.length,
    experts: expertsOf(clinics),
    subdistricts: records.subdistricts.filter(({ districtCode }) => districtCode === code).length,
  };
}

function expertsOf(clinics: readonly ClinicRecord[]): number {
  return new Set(clinics.flatMap(({ expertIds }) => expertIds)).size;
}

function add(a: NetworkCounts, b: NetworkCounts): NetworkCounts {
  return {
    hospitals: a.hospitals + b.hospitals,
    centres: a.centres + b.centres,
    stations: a.stations + b.stations,
    clinics: a.clinics + b.clinics,
    experts: a.experts + b.experts,
    subdistricts: a.subdistricts + b.subdistricts,
  };
}
