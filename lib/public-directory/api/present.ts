import { addDays, type CivilDate, clockTime } from '@/lib/core/dates';
import type { Wgs84 } from '@/lib/core/geo';
import type { OpeningState, PositionExactness } from '@/lib/directory/schema';
import type {
  ConditionRecord,
  ExpertRecord,
  FacilityRecord,
  TechniqueRecord,
} from '@/lib/public-directory/records-schema';
import type { ClinicSummary, CodedName, SessionView } from '@/lib/public-directory/schema';
import { survivorOf } from '@/lib/public-directory/survivor-rules';
import type { AllianceView, DistrictView, FacilityDetail, NetworkCounts } from '@/lib/public-directory/views-schema';
import type { AllianceJson, ConditionJson, DistrictJson, TechniqueJson } from './catalogue-schemas';
import type {
  ClinicSessionJson,
  FacilityDetailJson,
  FacilityJson,
  JointClinicJson,
  NextSessionJson,
  PositionJson,
} from './response-schemas';

// From the directory's records and views to what the public API answers. Only what is named here leaves the house.

/** Code and both names, nothing else. */
export function codedName({ code, name, nameEn }: CodedName) {
  return { code, name, nameEn };
}

function named({ id, name, nameEn }: { id: string; name: string; nameEn: string }) {
  return { id, name, nameEn };
}

function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** A WGS-84 position in degrees with six decimals. */
export function positionJson({ lat, lon }: Wgs84, exactness: PositionExactness): PositionJson {
  return { lat: sixDecimals(lat), lon: sixDecimals(lon), exactness };
}

/** The part of a facility that changes only with the directory's version. */
export function facilityJson(
  facility: FacilityRecord,
  techniques: readonly CodedName[],
): Omit<FacilityJson, 'nextExpertSession' | 'distanceMetres' | 'matches'> {
  return {
    id: facility.id,
    kind: facility.kind,
    name: facility.name,
    nameEn: facility.nameEn,
    shortName: facility.shortName,
    districtCode: facility.districtCode,
    subdistrictCode: facility.subdistrictCode,
    alliance: facility.alliance,
    position: positionJson(facility.position, facility.exactness),
    address: facility.address,
    addressEn: facility.addressEn,
    phone: facility.phone,
    status: facility.status,
    features: [...facility.features],
    techniques: techniques.map(codedName),
    origin: facility.origin,
  };
}

/** An instant as wall time in Shanghai with its offset; minute 1440 is the midnight that ends the day. */
function shanghaiTime(date: CivilDate, minute: number): string {
  const day = minute < 1440 ? date : addDays(date, 1);
  return `${day}T${clockTime(minute % 1440)}:00+08:00`;
}

/** The next session of an expert, short. */
export function nextSessionJson(session: SessionView): NextSessionJson {
  return {
    clinicId: session.clinicId,
    date: session.date,
    half: session.half,
    startsAt: shanghaiTime(session.date, session.startsMinute),
    endsAt: shanghaiTime(session.date, session.endsMinute),
    expert: named(session.expert),
    conditions: session.conditions.map(codedName),
  };
}

/** A planned session or a stop notice. */
export function clinicSessionJson(session: SessionView): ClinicSessionJson {
  return {
    clinicId: session.clinicId,
    date: session.date,
    half: session.half,
    startsAt: shanghaiTime(session.date, session.startsMinute),
    endsAt: shanghaiTime(session.date, session.endsMinute),
    state: session.state,
    cause: session.cause,
    notHeld: session.notHeld,
    reason: session.reason,
    reasonEn: session.reasonEn,
    added: session.added,
    expert: named(session.expert),
    conditions: session.conditions.map(codedName),
    origin: session.origin,
  };
}

function expertJson(expert: ExpertRecord): JointClinicJson['experts'][number] {
  const { title, department, departmentEn } = expert;
  return { ...named(expert), title, department, departmentEn };
}

/** A joint clinic with its next session. */
export function jointClinicJson(summary: ClinicSummary): JointClinicJson {
  const { clinic, centre } = summary;
  return {
    ...named(clinic),
    status: summary.status,
    centre: named(centre),
    hospital: named(summary.hospital),
    department: clinic.department,
    departmentEn: clinic.departmentEn,
    districtCode: centre.districtCode,
    alliance: centre.alliance,
    room: clinic.room,
    bookingMethod: clinic.bookingMethod,
    bookingPhone: clinic.bookingPhone,
    conditions: summary.conditions.map(codedName),
    experts: summary.experts.map(expertJson),
    nextSession: summary.nextSession && nextSessionJson(summary.nextSession),
    origin: clinic.origin,
  };
}

function openingJson(opening: OpeningState): FacilityDetailJson['opening'] {
  const moment = ({ date, minute }: { date: string; minute: number }) => ({ date, time: clockTime(minute) });
  if (opening.state === 'open') return { state: 'open', closesAt: opening.closesAt && moment(opening.closesAt) };
  if (opening.state === 'unknown') return { state: 'unknown' };
  const { opensAt, reason, reasonEn } = opening;
  return { state: 'closed', opensAt: opensAt && moment(opensAt), reason, reasonEn };
}

function interval({ opensMinute, closesMinute }: { opensMinute: number; closesMinute: number }) {
  return { opens: clockTime(opensMinute), closes: clockTime(closesMinute) };
}

function closingJson({ facility, successors }: FacilityDetail): FacilityDetailJson['closing'] {
  if (!facility.closing) return null;
  const survivor = survivorOf({ facility, successors });
  const replacedBy = successors.find(({ id }) => id === survivor);
  return {
    on: facility.closing.on,
    replacedBy: replacedBy ? named(replacedBy) : null,
    successors: successors.map(named),
  };
}

/** Everything about one facility, with the next expert session that is held there. */
export function facilityDetailJson(detail: FacilityDetail, nextExpertSession: SessionView | null): FacilityDetailJson {
  const { facility } = detail;
  return {
    ...facilityJson(facility, detail.techniques),
    formerNames: facility.formerNames.map(({ name, nameEn, until, of }) => ({ name, nameEn, until, of })),
    closing: closingJson(detail),
    suspension: facility.suspension,
    nextExpertSession: nextExpertSession && nextSessionJson(nextExpertSession),
    conditions: detail.conditionGroups.flatMap((group) => group.conditions.map(codedName)),
    opening: openingJson(detail.opening),
    hours: facility.hours.map((hours) => ({ weekday: hours.weekday, ...interval(hours) })),
    opensOnHolidays: facility.opensOnHolidays,
    exceptions: facility.exceptions.map(({ date, intervals, reason, reasonEn }) => ({
      date,
      intervals: intervals.map(interval),
      reason,
      reasonEn,
    })),
    centre: detail.centre && named(detail.centre),
    stations: detail.stations.map(named),
    stationKind: facility.stationKind,
    tcmArea: facility.tcmArea,
    demonstrationStation: facility.demonstrationStation,
    campuses: facility.campuses.map((campus) => ({
      name: campus.name,
      nameEn: campus.nameEn,
      address: campus.address,
      addressEn: campus.addressEn,
      districtCode: campus.districtCode,
      position: positionJson(campus.position, campus.exactness),
    })),
    preparations: detail.preparations.map(({ preparation }) => named(preparation)),
    jointClinics: detail.clinics.map(jointClinicJson),
    updatedAt: facility.updatedAt,
  };
}

function totals({ centres, stations, clinics }: NetworkCounts) {
  return { centres, stations, jointClinics: clinics };
}

/** An alliance with its hospitals and districts. */
export function allianceJson(view: AllianceView): AllianceJson {
  const { alliance, leadHospital } = view;
  return {
    code: alliance.code,
    name: alliance.name,
    nameEn: alliance.nameEn,
    leadHospital: leadHospital && named(leadHospital),
    partnerHospitals: view.partnerHospitals.map(named),
    districts: view.districts.map(codedName),
    totals: totals(view.counts),
  };
}

/** A district with its alliance. */
export function districtJson({ district, counts }: Pick<DistrictView, 'district' | 'counts'>): DistrictJson {
  const { central, alliance } = district;
  return { ...codedName(district), central, alliance, totals: totals(counts) };
}

/** A condition of the catalogue with its everyday words. */
export function conditionJson(condition: ConditionRecord): ConditionJson {
  const { department, departmentEn, plain, plainEn, beyondNational } = condition;
  const synonyms = condition.synonyms.map(({ term, language, relation }) => ({ term, language, relation }));
  return { ...codedName(condition), department, departmentEn, plain, plainEn, beyondNational, synonyms };
}

/** A technique with its other names. */
export function techniqueJson(technique: TechniqueRecord): TechniqueJson {
  const { category, plain, plainEn, synonyms } = technique;
  return { ...codedName(technique), category, plain, plainEn, synonyms: [...synonyms] };
}
