import { dateInShanghai } from '@/lib/core/dates';
import { openingState, weekHours } from '@/lib/directory/rules';
import { upcomingRange } from '@/lib/joint-clinics/rules';
import { openClinics, UPCOMING_WEEKS } from './clinic-views';
import { type Directory, groupOf, namesOf } from './directory-index';
import { nearestOthers } from './nearest-places';
import { byDistance, hospitalName, mapPositions, namedPlace } from './place-views';
import type { ClinicRecord, ConditionRecord, FacilityRecord, PreparationRecord } from './records-schema';
import { byTime, sessionsOfClinic } from './session-views';
import type { ConditionGroup, FacilityDetail, NamedPlace, PreparationView } from './views-schema';

const NEIGHBOURS = 3;

/** Everything a resident may read about a place, also a closed one; null when there is none of this id. */
export function facilityDetail(directory: Directory, id: string, instant: Date): FacilityDetail | null {
  const { index, records } = directory;
  const facility = index.facilities.get(id);
  const district = facility && index.districts.get(facility.districtCode);
  const alliance = facility && index.alliances.get(facility.alliance);
  if (!facility || !district || !alliance) return null;
  const centre = facility.centreId ? index.facilities.get(facility.centreId) : undefined;
  const clinics = clinicsOf(directory, facility);
  const range = upcomingRange(instant, UPCOMING_WEEKS);
  return {
    facility,
    district,
    subdistrict: (facility.subdistrictCode && index.subdistricts.get(facility.subdistrictCode)) || null,
    alliance,
    successors: (facility.closing?.successorIds ?? [])
      .flatMap((successorId) => index.facilities.get(successorId) ?? [])
      .map((successor) => namedPlace(successor, facility.position)),
    centre: centre ? namedPlace(centre, facility.position) : null,
    stations: stationsOf(directory, facility),
    clinics: openClinics(directory, clinics, instant),
    sessions: clinics.flatMap((clinic) => sessionsOfClinic(directory, clinic, range, instant)).sort(byTime),
    preparations: facility.preparationIds
      .flatMap((preparationId) => index.preparations.get(preparationId) ?? [])
      .flatMap((preparation) => preparationView(directory, preparation)),
    techniques: facility.techniqueCodes.flatMap((code) => index.techniques.get(code) ?? []),
    conditionGroups: groupByDepartment(facility.conditionCodes.flatMap((code) => index.conditions.get(code) ?? [])),
    workstations: records.workstations
      .filter(({ centreId, hospitalId }) => centreId === id || hospitalId === id)
      .flatMap((workstation) =>
        hospitalName(directory, workstation.hospitalId).map((hospital) => ({ workstation, hospital })),
      ),
    projects: records.projects
      .filter(({ centreId }) => centreId === id)
      .flatMap((project) =>
        namesOf([project.conditionCode], index.conditions).map((condition) => ({ project, condition })),
      ),
    opening: openingState(facility, index.holidays, instant),
    week: weekHours(facility, index.holidays, dateInShanghai(instant)),
    neighbours: nearestOthers(directory, facility, NEIGHBOURS),
    positions: mapPositions(facility.position),
  };
}

/** A preparation with its hospital; none when the hospital is not published. */
export function preparationView(directory: Directory, preparation: PreparationRecord): PreparationView[] {
  return hospitalName(directory, preparation.hospitalId).map((hospital) => ({
    preparation,
    hospital,
    conditions: namesOf(preparation.conditionCodes, directory.index.conditions),
  }));
}

function clinicsOf({ index }: Directory, { id, kind }: FacilityRecord): readonly ClinicRecord[] {
  if (kind === 'lead_hospital') return groupOf(index.clinicsByHospital, id);
  return groupOf(index.clinicsByCentre, id);
}

function stationsOf({ index }: Directory, { id, position }: FacilityRecord): NamedPlace[] {
  return groupOf(index.stationsByCentre, id)
    .filter(({ status }) => status !== 'closed')
    .map((station) => namedPlace(station, position))
    .sort(byDistance);
}

/** Groups in the catalogue's order of departments, as the conditions come by code. */
function groupByDepartment(conditions: readonly ConditionRecord[]): ConditionGroup[] {
  const groups = new Map<string, { department: string; departmentEn: string; conditions: ConditionRecord[] }>();
  for (const condition of conditions) {
    const { department, departmentEn } = condition;
    const group = groups.get(department);
    if (group) group.conditions.push(condition);
    else groups.set(department, { department, departmentEn, conditions: [condition] });
  }
  return [...groups.values()];
}
