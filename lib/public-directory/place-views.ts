import { convert, distanceMetres, type Wgs84 } from '@/lib/core/geo';
import { openingState } from '@/lib/directory/rules';
import { type Directory, groupOf, namesOf } from './directory-index';
import type { FacilityRecord } from './records-schema';
import type { FacilityRow, SessionView } from './schema';
import { nextSessionOfClinic } from './session-views';
import type { HospitalName, MapPositions, NamedPlace } from './views-schema';

/** A position in the datums of the map apps. */
export function mapPositions(position: Wgs84): MapPositions {
  return { wgs84: position, gcj02: convert(position, 'gcj02'), bd09: convert(position, 'bd09') };
}

/** A place by name, with its distance from a position. */
export function namedPlace(facility: FacilityRecord, from: Wgs84): NamedPlace {
  const { id, kind, name, nameEn, districtCode, status } = facility;
  return { id, kind, name, nameEn, districtCode, status, distanceMetres: distanceMetres(from, facility.position) };
}

/** Orders places by distance, then by id. */
export function byDistance(a: NamedPlace, b: NamedPlace): number {
  return a.distanceMetres - b.distanceMetres || (a.id < b.id ? -1 : 1);
}

/** The name of a hospital, none when it is not published. */
export function hospitalName({ index }: Directory, id: string): HospitalName[] {
  const found = index.facilities.get(id);
  return found ? [{ id: found.id, name: found.name, nameEn: found.nameEn }] : [];
}

/** The first session not ended yet of the clinics a place hosts. */
export function nextSessionOfPlace(directory: Directory, facilityId: string, instant: Date): SessionView | null {
  let next: SessionView | null = null;
  for (const clinic of groupOf(directory.index.clinicsByCentre, facilityId)) {
    const session = nextSessionOfClinic(directory, clinic, instant);
    if (session && (!next || session.startsAt < next.startsAt)) next = session;
  }
  return next;
}

/** A place as a row of a list that answers no question: no distance, no matches. */
export function facilityRow(directory: Directory, facility: FacilityRecord, instant: Date): FacilityRow {
  return {
    facility,
    techniques: namesOf(facility.techniqueCodes, directory.index.techniques),
    opening: openingState(facility, directory.index.holidays, instant),
    nextExpertSession: nextSessionOfPlace(directory, facility.id, instant),
    distanceMetres: null,
    matches: [],
  };
}
