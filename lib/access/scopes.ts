import { type CivilDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';

// Where a part of the network begins and ends, as conditions on the rows. Conditions on relations always say `is` or
// `some`, because CASL reads them too.

/** A part of the network; alliances are dated, so the day belongs to it. */
export type Place =
  | { kind: 'centre'; centreId: string }
  | { kind: 'district'; districtCode: string }
  | { kind: 'alliance'; allianceCode: string; today: CivilDate }
  | { kind: 'expert'; expertId: string; today: CivilDate }
  | { kind: 'trainee'; traineeId: string; today: CivilDate };

/** True for periods (valid_to exclusive) that have not ended before the day. */
function lasting(today: CivilDate) {
  return { OR: [{ validTo: null }, { validTo: { gt: toDbDate(today) } }] };
}

function membership(allianceCode: string, today: CivilDate): Prisma.AllianceMembershipWhereInput {
  return { allianceCode, validFrom: { lte: toDbDate(today) }, ...lasting(today) };
}

/** Facilities of a place: a centre with its stations; a district; the districts and the hospitals of an alliance. */
export function facilitiesIn(place: Place): Prisma.FacilityWhereInput {
  switch (place.kind) {
    case 'centre':
      return { OR: [{ id: place.centreId }, { serviceStation: { is: { centreId: place.centreId } } }] };
    case 'district':
      return { districtCode: place.districtCode };
    case 'alliance': {
      const some = membership(place.allianceCode, place.today);
      return { OR: [{ district: { is: { memberships: { some } } } }, { memberships: { some } }] };
    }
    case 'expert':
    case 'trainee':
      return { communityCentre: { is: { jointClinics: { some: clinicsOf(place) } } } };
  }
}

/** Centres of a place. */
export function centresIn(place: Place): Prisma.CommunityCentreWhereInput {
  switch (place.kind) {
    case 'centre':
      return { facilityId: place.centreId };
    case 'district':
      return { districtCode: place.districtCode };
    case 'alliance':
      return { facility: { is: facilitiesIn(place) } };
    case 'expert':
    case 'trainee':
      return { jointClinics: { some: clinicsOf(place) } };
  }
}

/** Stations of a place. */
export function stationsIn(place: Place): Prisma.ServiceStationWhereInput {
  if (place.kind === 'centre') return { centreId: place.centreId };
  return { centre: { is: centresIn(place) } };
}

/** Lead hospitals of an alliance. */
export function hospitalsOf(place: Extract<Place, { kind: 'alliance' }>): Prisma.LeadHospitalWhereInput {
  const some = membership(place.allianceCode, place.today);
  return { facility: { is: { memberships: { some: { ...some, role: 'lead' } } } } };
}

/** Clinics a person works or learns in today or later. */
function clinicsOf(place: Extract<Place, { kind: 'expert' | 'trainee' }>): Prisma.JointClinicWhereInput {
  if (place.kind === 'expert') return { experts: { some: { expertId: place.expertId, ...lasting(place.today) } } };
  return { trainees: { some: { traineeId: place.traineeId, ...lasting(place.today) } } };
}

/** Joint clinics of a place: hosted there, or staffed by the alliance's lead hospital. */
export function clinicsIn(place: Place): Prisma.JointClinicWhereInput {
  switch (place.kind) {
    case 'centre':
      return { centreId: place.centreId };
    case 'district':
      return { centre: { is: centresIn(place) } };
    case 'alliance':
      return { OR: [{ hospital: { is: hospitalsOf(place) } }, { centre: { is: centresIn(place) } }] };
    case 'expert':
    case 'trainee':
      return clinicsOf(place);
  }
}

/**
 * Records of clinic sessions of a place. Centre, district and hospital stand in the record itself, so that lists of a
 * million rows are read by index. An expert's are those of the own clinics and those the expert was in or meant for; a
 * trainee's are those the trainee attended.
 */
export function sessionsIn(place: Place): Prisma.ClinicSessionWhereInput {
  switch (place.kind) {
    case 'centre':
      return { centreId: place.centreId };
    case 'district':
      return { districtCode: place.districtCode };
    case 'alliance':
      return { OR: [{ hospital: { is: hospitalsOf(place) } }, { centre: { is: centresIn(place) } }] };
    case 'expert':
      return { OR: [...sessionsOf(place.expertId), { clinic: { is: clinicsOf(place) } }] };
    case 'trainee':
      return { trainees: { some: { traineeId: place.traineeId } } };
  }
}

/** Sessions that an expert was in, or was meant for. */
export function sessionsOf(expertId: string): Prisma.ClinicSessionWhereInput[] {
  return [{ expertId }, { plannedExpertId: expertId }];
}

/** Districts of a place: the one it lies in, or those of the alliance. */
export function districtsIn(place: Place): Prisma.DistrictWhereInput {
  switch (place.kind) {
    case 'centre':
      return { facilities: { some: { id: place.centreId } } };
    case 'district':
      return { code: place.districtCode };
    case 'alliance':
      return { memberships: { some: membership(place.allianceCode, place.today) } };
    case 'expert':
    case 'trainee':
      return { facilities: { some: { communityCentre: { is: centresIn(place) } } } };
  }
}

/** Experts of a place: those who sit in its clinics, the lead hospital's own, or the expert in person. */
export function expertsIn(place: Place): Prisma.ExpertWhereInput {
  switch (place.kind) {
    case 'expert':
      return { id: place.expertId };
    case 'alliance':
      return { hospital: { is: hospitalsOf(place) } };
    default:
      return { clinics: { some: { clinic: { is: clinicsIn(place) } } } };
  }
}

/** Trainee doctors of a place: of its centres, of the expert's clinics, or the trainee in person. */
export function traineesIn(place: Place): Prisma.TraineeDoctorWhereInput {
  switch (place.kind) {
    case 'centre':
      return { centreId: place.centreId };
    case 'trainee':
      return { id: place.traineeId };
    case 'expert':
      return {
        OR: [{ mentorId: place.expertId }, { clinics: { some: { clinic: { is: clinicsOf(place) } } } }],
      };
    default:
      return { centre: { is: centresIn(place) } };
  }
}

/** Role grants whose scope lies in a district: its officers, its centres' clerks and trainees. */
export function grantsIn(districtCode: string): Prisma.RoleGrantWhereInput {
  return {
    OR: [
      { districtCode },
      { centre: { is: { districtCode } } },
      { trainee: { is: { centre: { is: { districtCode } } } } },
    ],
  };
}

/** Role grants that a district officer may give and end: clerks and trainees of the district's centres. */
export function grantsOfCentresIn(districtCode: string): Prisma.RoleGrantWhereInput {
  return {
    OR: [
      { role: 'centre_clerk', centre: { is: { districtCode } } },
      { role: 'trainee', trainee: { is: { centre: { is: { districtCode } } } } },
    ],
  };
}
