import type { AllianceCode } from '@/lib/core/alliance-codes';
import { dateInShanghai } from '@/lib/core/dates';
import { distanceMetres } from '@/lib/core/geo';
import { clinicStatusOn, upcomingRange } from '@/lib/joint-clinics/rules';
import { pageOf } from './api/cursor';
import { type Directory, groupOf, namesOf } from './directory-index';
import { mapPositions } from './place-views';
import type { ClinicRecord } from './records-schema';
import type { ClinicSummary } from './schema';
import { nextSessionOfClinic, sessionsOfClinic } from './session-views';
import type { ClinicDetail, ClinicList, HospitalName } from './views-schema';

/** How far ahead residents see sessions, in weeks. */
export const UPCOMING_WEEKS = 8;

const OTHERS = 3;

export type ClinicFilter = {
  district?: string | null;
  alliance?: AllianceCode | null;
  condition?: string | null;
  hospital?: string | null;
  expert?: string | null;
};

/** A clinic with its present status and next session; none when its centre or hospital is not published. */
export function clinicSummary(directory: Directory, clinic: ClinicRecord, instant: Date): ClinicSummary[] {
  const { index } = directory;
  const centre = index.facilities.get(clinic.centreId);
  const hospital = index.facilities.get(clinic.hospitalId);
  if (!centre || !hospital) return [];
  const { id, name, nameEn, districtCode, alliance, address, addressEn, phone, position } = centre;
  return [
    {
      clinic,
      status: clinicStatusOn(clinic.statuses, dateInShanghai(instant)),
      centre: { id, name, nameEn, districtCode, alliance, address, addressEn, phone, position },
      hospital: { id: hospital.id, name: hospital.name, nameEn: hospital.nameEn },
      conditions: namesOf(clinic.conditionCodes, index.conditions),
      experts: clinic.expertIds.flatMap((expertId) => index.experts.get(expertId) ?? []),
      nextSession: nextSessionOfClinic(directory, clinic, instant),
    },
  ];
}

/** Whether a clinic passes every filter that is set; an expert passes where assigned or scheduled. */
export function clinicPasses({ index }: Directory, clinic: ClinicRecord, filter: ClinicFilter): boolean {
  const centre = index.facilities.get(clinic.centreId);
  if (!centre) return false;
  if (filter.district && centre.districtCode !== filter.district) return false;
  if (filter.alliance && centre.alliance !== filter.alliance) return false;
  if (filter.condition && !clinic.conditionCodes.includes(filter.condition)) return false;
  if (filter.hospital && clinic.hospitalId !== filter.hospital) return false;
  const { expert } = filter;
  return !expert || clinic.expertIds.includes(expert) || clinic.schedule.some((line) => line.expertId === expert);
}

/** The clinics that are not closed, as summaries, in the order given. */
export function openClinics(directory: Directory, clinics: Iterable<ClinicRecord>, instant: Date): ClinicSummary[] {
  return [...clinics]
    .filter((clinic) => !isClosed(clinic, instant))
    .flatMap((clinic) => clinicSummary(directory, clinic, instant));
}

/** One page of the clinics that are not closed, by district and centre; null when the cursor is none of this list. */
export function clinicList(
  directory: Directory,
  filter: ClinicFilter,
  page: { limit: number; cursor?: string | null },
  instant: Date,
): ClinicList | null {
  const keyed = [...directory.index.clinics.values()]
    .filter((clinic) => !isClosed(clinic, instant) && clinicPasses(directory, clinic, filter))
    .map((clinic) => ({ clinic, key: orderKey(directory, clinic) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const found = pageOf(keyed, ({ key }) => key, { limit: page.limit, cursor: page.cursor ?? undefined });
  if (!found) return null;
  return {
    clinics: found.rows.flatMap(({ clinic }) => clinicSummary(directory, clinic, instant)),
    total: keyed.length,
    next: found.next,
  };
}

/** Everything a resident may read about a clinic, also a closed one; null when there is none of this id. */
export function clinicDetail(directory: Directory, id: string, instant: Date): ClinicDetail | null {
  const { index } = directory;
  const clinic = index.clinics.get(id);
  const [summary] = clinic ? clinicSummary(directory, clinic, instant) : [];
  if (!clinic || !summary) return null;
  const district = index.districts.get(summary.centre.districtCode);
  const alliance = index.alliances.get(summary.centre.alliance);
  if (!district || !alliance) return null;
  return {
    ...summary,
    continuedBy: continuedBy(directory, clinic),
    district,
    alliance,
    sessions: sessionsOfClinic(directory, clinic, upcomingRange(instant, UPCOMING_WEEKS), instant),
    statusHistory: clinic.statuses,
    positions: mapPositions(summary.centre.position),
    others: otherClinics(directory, summary, instant),
  };
}

function continuedBy({ index }: Directory, { continuedById }: ClinicRecord): ClinicDetail['continuedBy'] {
  const next = continuedById ? index.clinics.get(continuedById) : undefined;
  const centre = next && index.facilities.get(next.centreId);
  if (!next || !centre) return null;
  const named = ({ id, name, nameEn }: HospitalName) => ({ id, name, nameEn });
  return { ...named(next), centre: named(centre) };
}

function otherClinics(directory: Directory, { clinic, centre }: ClinicSummary, instant: Date): ClinicSummary[] {
  const { index } = directory;
  const same = new Set(clinic.conditionCodes.flatMap((code) => [...groupOf(index.clinicsByCondition, code)]));
  same.delete(clinic);
  return [...same]
    .filter((other) => clinicStatusOn(other.statuses, dateInShanghai(instant)) === 'operating')
    .flatMap((other) => {
      const place = index.facilities.get(other.centreId);
      return place ? [{ other, metres: distanceMetres(centre.position, place.position) }] : [];
    })
    .sort((a, b) => a.metres - b.metres)
    .slice(0, OTHERS)
    .flatMap(({ other }) => clinicSummary(directory, other, instant));
}

function isClosed(clinic: ClinicRecord, instant: Date): boolean {
  return clinicStatusOn(clinic.statuses, dateInShanghai(instant)) === 'closed';
}

function orderKey({ index }: Directory, clinic: ClinicRecord): string {
  return `${index.facilities.get(clinic.centreId)?.districtCode ?? ''}/${clinic.centreId}/${clinic.id}`;
}
