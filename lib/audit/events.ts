import { z } from 'zod';

type Json = z.core.util.JSONType;

// Everything the trail can say. An event is named in the past tense, after the thing it happened to; adding one here
// also asks for its sentence in the message catalogs (audit.json), which a test checks.

/** Longest JSON text of a state before or after; a change is told by its fields, not by whole documents. */
const STATE_LIMIT = 16_384;
const LABEL_LIMIT = 200;
/** Fields whose values must never reach the trail, whoever reads it. */
const SECRET_FIELD = /password|passphrase|secret|token|recovery_?code|otp|hash/i;

/** The two things the database takes in no text: the zero character and halves of characters. */
const UNSTORABLE = /\0|\p{Cs}/gu;

/** The text with a mark in place of what cannot be stored: nobody keeps a change out of the trail by a strange name. */
function storable(text: string): string {
  return text.replace(UNSTORABLE, '\uFFFD');
}

function storableJson(value: Json): Json {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(storableJson);
  return typeof value === 'object' && value !== null ? storableState(value) : value;
}

function storableState(state: Record<string, Json>): Record<string, Json> {
  return Object.fromEntries(Object.entries(state).map(([field, value]) => [storable(field), storableJson(value)]));
}

function holdsSecret(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([field, inner]) => SECRET_FIELD.test(field) || holdsSecret(inner));
}

/** The state of an object before or after a change: the fields that matter, without secrets. */
const stateSchema = z
  .record(z.string(), z.json())
  .refine((state) => JSON.stringify(state).length <= STATE_LIMIT, 'a state in the audit trail is too long')
  .refine((state) => !holdsSecret(state), 'a state in the audit trail holds a secret')
  .transform(storableState);

const scopeSchema = z.object({
  districtCode: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  centreId: z.string().min(1).max(63).optional(),
  allianceCode: z.string().min(1).max(20).optional(),
});

/** What the entries of lists are that come in as files. */
const LIST_ENTRIES = [
  ...(['Facility', 'Expert', 'TraineeDoctor', 'Holiday', 'Condition', 'SpecialtyProject'] as const),
  ...(['DemonstrationStation', 'FamousPhysicianTeam', 'FamousPhysicianWorkstation'] as const),
  ...(['HospitalPreparation', 'PreparationDispensing'] as const),
  ...(['Alliance', 'AllianceMembership', 'HospitalCampus', 'OpeningException'] as const),
  'JointClinic',
  'ClinicSchedule',
  'ScheduleException',
  'Target',
  'ClinicSession',
  'RoleGrant',
  'StageRecord',
] as const;

function about<const Event extends string, const Type extends string>(event: Event, ...types: [Type, ...Type[]]) {
  return oneOf([event], ...types);
}

function oneOf<Event extends string, const Type extends string>(events: readonly Event[], ...types: [Type, ...Type[]]) {
  return z.object({
    event: z.literal(events),
    object: z.object({
      type: z.enum(types),
      id: z.string().min(1).max(100),
      /** how people call the object, kept because names change; what is too long is cut */
      label: z
        .string()
        .min(1)
        .transform((label) => storable(label.slice(0, LABEL_LIMIT)))
        .optional(),
    }),
    /** whose event it is, for the scope of readers; without it the actor's own scope is taken */
    scope: scopeSchema.optional(),
    before: stateSchema.optional(),
    after: stateSchema.optional(),
    reason: z.string().trim().min(1).max(1000).transform(storable).optional(),
  });
}

/** What a centre asks for, and what can happen to that. */
const REQUESTS = ['changeRequest', 'moveRequest', 'closingRequest', 'mergeRequest'] as const;
const REQUEST_STEPS = [
  ...(['proposed', 'resubmitted', 'evidenceAdded', 'evidenceRead', 'returned', 'approved', 'applied'] as const),
  ...(['outdated', 'withdrawn'] as const),
];
const REQUEST_EVENTS = REQUESTS.flatMap((request) => REQUEST_STEPS.map((step) => `${request}.${step}` as const));

export const auditEventSchema = z.discriminatedUnion('event', [
  about('account.created', 'Account'),
  about('account.invited', 'Account'),
  about('account.changed', 'Account'),
  about('account.suspended', 'Account'),
  about('account.resumed', 'Account'),
  about('account.left', 'Account'),
  about('account.handedOver', 'Account'),
  about('account.recertified', 'Account'),
  about('account.locked', 'Account'),
  about('account.unlocked', 'Account'),
  about('account.passwordChanged', 'Account'),
  about('account.passwordReset', 'Account'),
  about('account.secondFactorEnrolled', 'Account'),
  about('account.secondFactorReset', 'Account'),
  about('account.recoveryCodeUsed', 'Account'),
  about('account.recoveryCodesRenewed', 'Account'),
  about('account.singleSignOnLinked', 'Account'),
  about('roleGrant.requested', 'RoleGrant'),
  about('roleGrant.approved', 'RoleGrant'),
  about('roleGrant.refused', 'RoleGrant'),
  about('roleGrant.ended', 'RoleGrant'),
  about('staffSession.started', 'StaffSession', 'Account'),
  about('staffSession.ended', 'StaffSession', 'Account'),
  about('staffSession.refused', 'Account'),
  about('clinicSession.submitted', 'ClinicSession'),
  about('clinicSession.amended', 'ClinicSession'),
  about('clinicSession.withdrawn', 'ClinicSession'),
  about('clinicSession.confirmed', 'ClinicSession'),
  about('clinicSession.disputed', 'ClinicSession'),
  about('clinicSession.disputeResolved', 'ClinicSession'),
  about('clinicSession.accepted', 'ClinicSession'),
  about('clinicSession.returned', 'ClinicSession'),
  about('clinicSession.reopened', 'ClinicSession'),
  about('clinicSession.attendanceSigned', 'ClinicSession'),
  about('month.closed', 'MonthClose'),
  about('month.reopened', 'MonthClose'),
  about('activityMonth.repaired', 'ActivityMonth'),
  about('jointClinic.opened', 'JointClinic'),
  about('jointClinic.changed', 'JointClinic'),
  about('jointClinic.suspended', 'JointClinic'),
  about('jointClinic.resumed', 'JointClinic'),
  about('jointClinic.closed', 'JointClinic'),
  about('jointClinic.statusWithdrawn', 'JointClinic'),
  about('jointClinic.slotAdded', 'JointClinic'),
  about('jointClinic.slotChanged', 'JointClinic'),
  about('jointClinic.slotEnded', 'JointClinic'),
  about('jointClinic.sessionAdded', 'JointClinic'),
  about('jointClinic.sessionRemoved', 'JointClinic'),
  about('jointClinic.exceptionUndone', 'JointClinic'),
  about('jointClinic.expertAssigned', 'JointClinic'),
  about('jointClinic.expertEnded', 'JointClinic'),
  about('jointClinic.traineeAssigned', 'JointClinic'),
  about('jointClinic.traineeEnded', 'JointClinic'),
  about('informationReport.taken', 'InformationReport'),
  about('informationReport.answered', 'InformationReport'),
  about('supportRequest.asked', 'SupportRequest'),
  about('supportRequest.taken', 'SupportRequest'),
  about('supportRequest.passedOn', 'SupportRequest'),
  about('supportRequest.commented', 'SupportRequest'),
  about('supportRequest.answered', 'SupportRequest'),
  oneOf(REQUEST_EVENTS, 'ChangeRequest'),
  about('serviceRecord.issued', 'ServiceRecord'),
  about('holiday.changed', 'Holiday'),
  about('target.set', 'Target'),
  about('target.changed', 'Target'),
  about('target.withdrawn', 'Target'),
  about('indicator.redefined', 'Indicator'),
  about('housekeeping.done', 'Job'),
  about('job.requested', 'Job'),
  about('savedView.saved', 'SavedView'),
  about('savedView.renamed', 'SavedView'),
  about('savedView.removed', 'SavedView'),
  about('listEntry.added', ...LIST_ENTRIES),
  about('listEntry.changed', ...LIST_ENTRIES),
  about('listEntry.removed', ...LIST_ENTRIES),
  about('facility.closed', 'Facility'),
  about('facility.merged', 'Facility'),
  about('facility.reassigned', 'Facility'),
  about('traineeDoctor.moved', 'TraineeDoctor'),
  about('stageRecord.planned', 'StageRecord'),
  about('stageRecord.stepTaken', 'StageRecord'),
  about('facility.confirmed', 'Facility'),
  about('facility.corrected', 'Facility'),
  about('listImport.applied', 'ListImport'),
  about('listImport.undone', 'ListImport'),
  about('monitor.evaluated', 'Monitor'),
  about('monitorThreshold.set', 'MonitorThreshold'),
  about('followUp.opened', 'FollowUp'),
  about('followUp.taken', 'FollowUp'),
  about('followUp.handedOver', 'FollowUp'),
  about('followUp.commented', 'FollowUp'),
  about('followUp.closed', 'FollowUp'),
  about('export.made', 'Export'),
  about('export.requested', 'Export'),
  about('export.cancelled', 'Export'),
  about('export.downloaded', 'Export'),
  about('audit.read', 'AuditTrail'),
  about('personalData.read', 'Account', 'Expert', 'TraineeDoctor'),
]);

/** One event as commands hand it to `writeAudit`. */
export type AuditEventInput = z.input<typeof auditEventSchema>;
export type AuditEventName = AuditEventInput['event'];
export type AuditObjectType = AuditEventInput['object']['type'];

/** The name of every event. */
export const AUDIT_EVENT_NAMES: readonly AuditEventName[] = auditEventSchema.options.flatMap((option) => [
  ...option.shape.event.values,
]);

/** Every type of object that events are about. */
export const AUDIT_OBJECT_TYPES: readonly AuditObjectType[] = [
  ...new Set(auditEventSchema.options.flatMap(({ shape }) => shape.object.shape.type.options)),
];
