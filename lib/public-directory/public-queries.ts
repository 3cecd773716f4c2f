import 'server-only';
import { now } from '@/lib/core/clock';
import type { Wgs84 } from '@/lib/core/geo';
import { comingWeek, nearSessions, sessionCalendar } from './calendar-views';
import { conditionDetail, conditionViews, techniqueViews } from './catalogue-views';
import { type ClinicFilter, clinicDetail, clinicList } from './clinic-views';
import { facilityDetail } from './facility-views';
import { networkTotals } from './network-totals';
import type { DirectoryQuery, DirectorySearchResult } from './schema';
import { isSearchCursor } from './search/cursor';
import type { DateRange } from './session-views';
import { currentSnapshot } from './snapshot';
import {
  allianceDetail,
  allianceViews,
  districtDetail,
  districtViews,
  specialtyAllianceViews,
} from './territory-views';
import type {
  AllianceDetail,
  AllianceView,
  ClinicDetail,
  ClinicList,
  ConditionDetail,
  ConditionView,
  DistrictDetail,
  DistrictView,
  FacilityDetail,
  NearSession,
  NetworkTotals,
  SessionCalendar,
  SpecialtyAllianceView,
  TechniqueView,
} from './views-schema';

// What residents read, without an account, all from the snapshot. Every query throws DirectoryUnavailableError only
// while the directory has never been read; ids and codes that do not exist answer null, filters on them nothing.

/**
 * Answers a search; see DirectorySearchResult for what was understood and what was loosened. A cursor that is none of
 * the search's begins at the first page.
 */
export async function searchDirectory(query: DirectoryQuery): Promise<DirectorySearchResult> {
  const { engine } = await currentSnapshot();
  const cursor = query.cursor !== null && isSearchCursor(query.cursor) ? query.cursor : null;
  return engine.search({ ...query, cursor }, now());
}

/** Everything about one place, also a closed one; null when there is none of this id. */
export async function getFacility(id: string): Promise<FacilityDetail | null> {
  return facilityDetail(await currentSnapshot(), id, now());
}

/** One page of the clinics that are not closed, by district and centre; null when the cursor is none of this list. */
export async function listClinics(
  filter: ClinicFilter & { limit: number; cursor?: string | null },
): Promise<ClinicList | null> {
  return clinicList(await currentSnapshot(), filter, filter, now());
}

/** Everything about one joint clinic, also a closed one; null when there is none of this id. */
export async function getClinic(id: string): Promise<ClinicDetail | null> {
  return clinicDetail(await currentSnapshot(), id, now());
}

/** The sessions of a range of dates from today on, at most 92 days, planned and stopped, by time. */
export async function listSessions(filter: ClinicFilter & DateRange): Promise<SessionCalendar> {
  return sessionCalendar(await currentSnapshot(), filter, filter, now());
}

/**
 * The next session of each clinic in a range of dates (without one: seven days from today), nearest first when a
 * position is given, otherwise soonest first.
 */
export async function sessionsNear(wanted: {
  near: Wgs84 | null;
  range?: DateRange;
  limit: number;
}): Promise<readonly NearSession[]> {
  const instant = now();
  return nearSessions(await currentSnapshot(), wanted.near, wanted.range ?? comingWeek(instant), wanted.limit, instant);
}

/** The four regional alliances with their hospitals, districts and counts. */
export async function listAlliances(): Promise<readonly AllianceView[]> {
  return allianceViews(await currentSnapshot());
}

/** One regional alliance with its clinics; null when there is none of this code. */
export async function getAlliance(code: string): Promise<AllianceDetail | null> {
  return allianceDetail(await currentSnapshot(), code, now());
}

/** The specialty alliances with their members. */
export async function listSpecialtyAlliances(): Promise<readonly SpecialtyAllianceView[]> {
  return specialtyAllianceViews(await currentSnapshot());
}

/** The districts with their alliances, subdistricts and counts, by code. */
export async function listDistricts(): Promise<readonly DistrictView[]> {
  return districtViews(await currentSnapshot());
}

/** One district with its hospitals, centres and clinics; null when there is none of this code. */
export async function getDistrict(code: string): Promise<DistrictDetail | null> {
  return districtDetail(await currentSnapshot(), code, now());
}

/** The conditions of the catalogue in force, with the number of centres that offer each. */
export async function listConditions(): Promise<readonly ConditionView[]> {
  return conditionViews(await currentSnapshot());
}

/** One condition with its clinics and preparations; null when the catalogue has none of this code. */
export async function getCondition(code: string): Promise<ConditionDetail | null> {
  return conditionDetail(await currentSnapshot(), code, now());
}

/** The techniques with the number of places that offer each. */
export async function listTechniques(): Promise<readonly TechniqueView[]> {
  return techniqueViews(await currentSnapshot());
}

/** True while any person or station that residents see was made for demonstration. */
export async function showsDemonstration(): Promise<boolean> {
  return (await currentSnapshot()).records.counts.origin === 'demonstration';
}

/** The network in figures: as published, and as counted in what is loaded, each with its origin. */
export async function getNetworkTotals(): Promise<NetworkTotals> {
  return networkTotals(await currentSnapshot(), now());
}
