import type { WhereInputOf } from '@casl/prisma/runtime';
import type { Prisma } from '@/lib/db/generated/client';
import type { ScopedModel } from './models';
import {
  centresIn,
  clinicsIn,
  districtsIn,
  expertsIn,
  facilitiesIn,
  type Place,
  sessionsIn,
  stationsIn,
  traineesIn,
} from './scopes';

export type Where<Name extends Prisma.ModelName> = WhereInputOf<Prisma.TypeMap, Name>;

/** For every table that belongs to somebody, the rows of a place. */
export function conditionsIn(place: Place): { [Name in ScopedModel]: Where<Name> } {
  const facility = { facility: { is: facilitiesIn(place) } };
  const clinic = { clinic: { is: clinicsIn(place) } };
  const centre = { centre: { is: centresIn(place) } };
  const clinicSession = { clinicSession: { is: sessionsIn(place) } };
  const trainee = { trainee: { is: traineesIn(place) } };
  return {
    Facility: facilitiesIn(place),
    CommunityCentre: centresIn(place),
    ServiceStation: stationsIn(place),
    OpeningHours: facility,
    OpeningException: facility,
    FacilityFeature: facility,
    FacilityTechnique: facility,
    FacilityCondition: facility,
    PreparationDispensing: facility,
    SpecialtyProject: centre,
    DemonstrationStation: { station: { is: stationsIn(place) } },
    FamousPhysicianWorkstation: centre,
    FacilityCheck: facility,
    StageRecord: centre,
    StageStep: { record: { is: centre } },
    JointClinic: clinicsIn(place),
    JointClinicCondition: clinic,
    JointClinicStatus: clinic,
    JointClinicExpert: clinic,
    ClinicSchedule: clinic,
    ScheduleException: clinic,
    Expert: expertsIn(place),
    ExpertCondition: { expert: { is: expertsIn(place) } },
    TraineeDoctor: traineesIn(place),
    DualEmployment: trainee,
    JointClinicTrainee: trainee,
    // an expert works in many places, so the whole of it is the hospital's to know
    ServiceRecord: place.kind === 'alliance' ? { OR: [trainee, { expert: { is: expertsIn(place) } }] } : trainee,
    InformationReport: {
      OR: [facility, { jointClinic: { is: clinicsIn(place) } }],
    },
    ChangeRequest: facility,
    ChangeStep: { request: { is: facility } },
    ClinicSession: sessionsIn(place),
    ClinicSessionCondition: clinicSession,
    ClinicSessionTechnique: clinicSession,
    ClinicSessionTrainee: clinicSession,
    ClinicSessionVersion: clinicSession,
    ClinicSessionMessage: clinicSession,
    ActivityMonth: clinic,
    ExpectedMonth: clinic,
    ClinicStateHistory: clinic,
    FollowUp: clinic,
    FollowUpMessage: { followUp: { is: clinic } },
    MonthClose: { district: { is: districtsIn(place) } },
  };
}
