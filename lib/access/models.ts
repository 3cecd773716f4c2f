import type { Prisma } from '@/lib/db/generated/client';

// Every table of the portal stands in exactly one of these lists; a test holds them to the schema.

type ModelName = Prisma.ModelName;

/** Facts of the network and catalogues: every member of staff may read them. */
export const REFERENCE_MODELS = [
  'District',
  'Subdistrict',
  'Landmark',
  'LeadHospital',
  'HospitalCampus',
  'PartnerHospital',
  'FacilityAlias',
  'FacilityClosing',
  'FacilitySuccessor',
  'CentreMove',
  'SubdistrictMove',
  'Holiday',
  'HolidayChange',
  'Alliance',
  'AllianceMembership',
  'ConditionCatalogue',
  'Condition',
  'ConditionSynonym',
  'Technique',
  'TechniqueSynonym',
  'HospitalPreparation',
  'PreparationCondition',
  'FamousPhysicianTeam',
  'PublishedFigure',
  'IndicatorDefinition',
  'IndicatorTarget',
  'SubdistrictPopulation',
  'MonitorThreshold',
] as const satisfies readonly ModelName[];

/** What belongs to a centre. */
export const FACILITY_MODELS = [
  'Facility',
  'CommunityCentre',
  'ServiceStation',
  'OpeningHours',
  'OpeningException',
  'FacilityFeature',
  'FacilityTechnique',
  'FacilityCondition',
  'PreparationDispensing',
  'SpecialtyProject',
  'DemonstrationStation',
  'FamousPhysicianWorkstation',
  'FacilityCheck',
  'StageRecord',
  'StageStep',
] as const satisfies readonly ModelName[];

/** What belongs to a joint clinic. */
export const CLINIC_MODELS = [
  'JointClinic',
  'JointClinicCondition',
  'JointClinicStatus',
  'JointClinicExpert',
  'ClinicSchedule',
  'ScheduleException',
] as const satisfies readonly ModelName[];

export const EXPERT_MODELS = ['Expert', 'ExpertCondition'] as const satisfies readonly ModelName[];

export const TRAINEE_MODELS = [
  'TraineeDoctor',
  'DualEmployment',
  'JointClinicTrainee',
] as const satisfies readonly ModelName[];

/** What was printed of what people have done. */
export const RECORD_MODELS = ['ServiceRecord'] as const satisfies readonly ModelName[];

export const REPORT_MODELS = ['InformationReport'] as const satisfies readonly ModelName[];

/** Changes of profiles that centres propose. */
export const CHANGE_MODELS = ['ChangeRequest', 'ChangeStep'] as const satisfies readonly ModelName[];

/** What a joint clinic did: its sessions and what was said of them, and the sums of its months. */
export const SESSION_MODELS = [
  'ClinicSession',
  'ClinicSessionCondition',
  'ClinicSessionTechnique',
  'ClinicSessionTrainee',
  'ClinicSessionVersion',
  'ClinicSessionMessage',
] as const satisfies readonly ModelName[];

export const ACTIVITY_MODELS = ['ActivityMonth', 'ExpectedMonth'] as const satisfies readonly ModelName[];

export const MONTH_MODELS = ['MonthClose'] as const satisfies readonly ModelName[];

/** How clinics were judged, and what followed from it. */
export const STATE_MODELS = ['ClinicStateHistory'] as const satisfies readonly ModelName[];

export const FOLLOW_UP_MODELS = ['FollowUp', 'FollowUpMessage'] as const satisfies readonly ModelName[];

/** What staff ask offices for. */
export const SUPPORT_MODELS = ['SupportRequest', 'SupportMessage'] as const satisfies readonly ModelName[];

/** Who may do what, and what was done. */
export const STAFF_MODELS = [
  'Account',
  'RoleGrant',
  'StaffSession',
  'AuditEvent',
  'SavedView',
  'ListImport',
  'ListImportRow',
  'ListMatch',
  'ExportFile',
  'JobRequest',
  ...SUPPORT_MODELS,
] as const satisfies readonly ModelName[];

/** Bookkeeping and secrets, and sums that follow from others: no role reads or changes them. */
export const CLOSED_MODELS = [
  'RecoveryCode',
  'OneTimeLink',
  'SignInThrottle',
  'RateLimitWindow',
  'DirectoryVersion',
  'LoadedDataset',
  'DemonstrationTruth',
  'AuditInbox',
  'AuditHead',
  'ExportFilePart',
  'DistrictActivity',
  'ChangeEvidencePart',
] as const satisfies readonly ModelName[];

/** What everybody keeps for themselves, and nobody else sees. */
export const OWN_MODELS = ['SavedView', 'ExportFile'] as const satisfies readonly ModelName[];

export const SCOPED_MODELS = [
  ...FACILITY_MODELS,
  ...CLINIC_MODELS,
  ...EXPERT_MODELS,
  ...TRAINEE_MODELS,
  ...RECORD_MODELS,
  ...REPORT_MODELS,
  ...CHANGE_MODELS,
  ...SESSION_MODELS,
  ...ACTIVITY_MODELS,
  ...MONTH_MODELS,
  ...STATE_MODELS,
  ...FOLLOW_UP_MODELS,
] as const;

export type ScopedModel = (typeof SCOPED_MODELS)[number];
