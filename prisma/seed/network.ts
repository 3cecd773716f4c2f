import type { Prisma } from '@/lib/db/generated/client';

/** Every row of a network, by model; the order of the keys is the order in which the tables can be filled. */
export type Network = {
  alliance: Prisma.AllianceCreateManyInput[];
  district: Prisma.DistrictCreateManyInput[];
  subdistrict: Prisma.SubdistrictCreateManyInput[];
  landmark: Prisma.LandmarkCreateManyInput[];
  holiday: Prisma.HolidayCreateManyInput[];
  publishedFigure: Prisma.PublishedFigureCreateManyInput[];
  indicatorDefinition: Prisma.IndicatorDefinitionCreateManyInput[];
  indicatorTarget: Prisma.IndicatorTargetCreateManyInput[];
  conditionCatalogue: Prisma.ConditionCatalogueCreateManyInput[];
  condition: Prisma.ConditionCreateManyInput[];
  conditionSynonym: Prisma.ConditionSynonymCreateManyInput[];
  technique: Prisma.TechniqueCreateManyInput[];
  techniqueSynonym: Prisma.TechniqueSynonymCreateManyInput[];
  facility: Prisma.FacilityCreateManyInput[];
  leadHospital: Prisma.LeadHospitalCreateManyInput[];
  hospitalCampus: Prisma.HospitalCampusCreateManyInput[];
  partnerHospital: Prisma.PartnerHospitalCreateManyInput[];
  communityCentre: Prisma.CommunityCentreCreateManyInput[];
  serviceStation: Prisma.ServiceStationCreateManyInput[];
  allianceMembership: Prisma.AllianceMembershipCreateManyInput[];
  openingHours: Prisma.OpeningHoursCreateManyInput[];
  openingException: Prisma.OpeningExceptionCreateManyInput[];
  facilityFeature: Prisma.FacilityFeatureCreateManyInput[];
  facilityTechnique: Prisma.FacilityTechniqueCreateManyInput[];
  facilityCondition: Prisma.FacilityConditionCreateManyInput[];
  hospitalPreparation: Prisma.HospitalPreparationCreateManyInput[];
  preparationCondition: Prisma.PreparationConditionCreateManyInput[];
  preparationDispensing: Prisma.PreparationDispensingCreateManyInput[];
  expert: Prisma.ExpertCreateManyInput[];
  expertCondition: Prisma.ExpertConditionCreateManyInput[];
  jointClinic: Prisma.JointClinicCreateManyInput[];
  jointClinicCondition: Prisma.JointClinicConditionCreateManyInput[];
  jointClinicStatus: Prisma.JointClinicStatusCreateManyInput[];
  jointClinicExpert: Prisma.JointClinicExpertCreateManyInput[];
  clinicSchedule: Prisma.ClinicScheduleCreateManyInput[];
  scheduleException: Prisma.ScheduleExceptionCreateManyInput[];
  traineeDoctor: Prisma.TraineeDoctorCreateManyInput[];
  dualEmployment: Prisma.DualEmploymentCreateManyInput[];
  jointClinicTrainee: Prisma.JointClinicTraineeCreateManyInput[];
  specialtyProject: Prisma.SpecialtyProjectCreateManyInput[];
  demonstrationStation: Prisma.DemonstrationStationCreateManyInput[];
  stageRecord: Prisma.StageRecordCreateManyInput[];
  stageStep: Prisma.StageStepCreateManyInput[];
  famousPhysicianTeam: Prisma.FamousPhysicianTeamCreateManyInput[];
  famousPhysicianWorkstation: Prisma.FamousPhysicianWorkstationCreateManyInput[];
};

/** A network without a single row. */
export function emptyNetwork(): Network {
  return {
    alliance: [],
    district: [],
    subdistrict: [],
    landmark: [],
    holiday: [],
    publishedFigure: [],
    indicatorDefinition: [],
    indicatorTarget: [],
    conditionCatalogue: [],
    condition: [],
    conditionSynonym: [],
    technique: [],
    techniqueSynonym: [],
    facility: [],
    leadHospital: [],
    hospitalCampus: [],
    partnerHospital: [],
    communityCentre: [],
    serviceStation: [],
    allianceMembership: [],
    openingHours: [],
    openingException: [],
    facilityFeature: [],
    facilityTechnique: [],
    facilityCondition: [],
    hospitalPreparation: [],
    preparationCondition: [],
    preparationDispensing: [],
    expert: [],
    expertCondition: [],
    jointClinic: [],
    jointClinicCondition: [],
    jointClinicStatus: [],
    jointClinicExpert: [],
    clinicSchedule: [],
    scheduleException: [],
    traineeDoctor: [],
    dualEmployment: [],
    jointClinicTrainee: [],
    specialtyProject: [],
    demonstrationStation: [],
    stageRecord: [],
    stageStep: [],
    famousPhysicianTeam: [],
    famousPhysicianWorkstation: [],
  };
}
