import type { CivilDate } from '@/lib/core/dates';
import { assertNever } from '@/lib/core/errors';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor, ActorRole } from './actor';
import { conditionsIn, type Where } from './conditions';
import {
  ACTIVITY_MODELS,
  CHANGE_MODELS,
  CLINIC_MODELS,
  EXPERT_MODELS,
  FACILITY_MODELS,
  FOLLOW_UP_MODELS,
  MONTH_MODELS,
  OWN_MODELS,
  RECORD_MODELS,
  REFERENCE_MODELS,
  REPORT_MODELS,
  SCOPED_MODELS,
  type ScopedModel,
  SESSION_MODELS,
  STAFF_MODELS,
  STATE_MODELS,
  SUPPORT_MODELS,
  TRAINEE_MODELS,
} from './models';
import { clinicsIn, grantsIn, grantsOfCentresIn, hospitalsOf, type Place, sessionsOf } from './scopes';

// The table of domain.md §3, role by role. A rule without conditions reaches every row.

type Action = 'read' | 'create' | 'update' | 'confirm' | 'approve' | 'export' | 'import';
export type Rule = { action: Action[]; subject: Prisma.ModelName; conditions?: Record<string, unknown> };

function everywhere(action: Action[], models: readonly Prisma.ModelName[]): Rule[] {
  return models.map((subject) => ({ action, subject }));
}

function within(place: Place, action: Action[], models: readonly ScopedModel[]): Rule[] {
  const conditions = conditionsIn(place);
  return models.map((subject) => ({ action, subject, conditions: { ...conditions[subject] } }));
}

function one<Name extends Prisma.ModelName>(action: Action[], subject: Name, conditions: Where<Name>): Rule {
  return { action, subject, conditions: { ...conditions } };
}

/** What an office is asked is its own to answer, but not by the one who asked. */
function answering(accountId: string, own: Where<'SupportRequest'>): Rule[] {
  const other = { ...own, NOT: { askedById: accountId } };
  return [
    one(['update'], 'SupportRequest', other),
    one(['read', 'create'], 'SupportMessage', { request: { is: other } }),
  ];
}

/** What everyone on the staff may see: the facts, and their own account, roles and signed-in browsers. */
function ownRules({ accountId, grantId }: Actor): Rule[] {
  return [
    ...everywhere(['read'], REFERENCE_MODELS),
    one(['read'], 'Account', { id: accountId }),
    one(['read'], 'RoleGrant', { accountId }),
    one(['read'], 'StaffSession', { accountId }),
    one(['read', 'create', 'update'], 'SavedView', { accountId }),
    // everybody may ask, and follows what became of it
    one(['read', 'create'], 'SupportRequest', { askedById: accountId }),
    one(['read', 'create'], 'SupportMessage', { request: { is: { askedById: accountId } } }),
    // a file was made with the scope of one role
    one(['read', 'create', 'update'], 'ExportFile', { accountId, grantId }),
  ];
}

type RoleRules = { [Role in ActorRole]: (actor: Extract<Actor, { role: Role }>, today: CivilDate) => Rule[] };

const TABLE: RoleRules = {
  trainee({ traineeId, accountId }, today) {
    const place = { kind: 'trainee', traineeId, today } as const;
    return [
      ...within(place, ['read'], [...TRAINEE_MODELS, ...CLINIC_MODELS, ...SESSION_MODELS]),
      // signs the own attendance, whose part the centre has written
      one(['confirm'], 'ClinicSessionTrainee', { traineeId }),
      one(['read', 'create'], 'ServiceRecord', { traineeId }),
      ...within(place, ['create'], ['ClinicSessionMessage']),
      one(['read'], 'AuditEvent', { accountId }),
    ];
  },

  expert({ expertId, accountId }, today) {
    const place = { kind: 'expert', expertId, today } as const;
    return [
      ...within(place, ['read'], [...EXPERT_MODELS, ...CLINIC_MODELS, ...TRAINEE_MODELS, ...SESSION_MODELS]),
      one(['confirm'], 'ClinicSession', { OR: sessionsOf(expertId) }),
      one(['read', 'create'], 'ServiceRecord', { expertId }),
      ...within(place, ['create'], ['ClinicSessionMessage']),
      one(['read'], 'AuditEvent', { accountId }),
    ];
  },

  centre_clerk({ centreId }) {
    const place = { kind: 'centre', centreId } as const;
    return [
      ...within(place, ['read', 'export'], SCOPED_MODELS),
      ...within(place, ['create', 'update'], [...TRAINEE_MODELS, ...SESSION_MODELS]),
      ...within(place, ['create'], RECORD_MODELS),
      // says that an entry is right; what is wrong with it is the district's to change
      ...within(place, ['create', 'update'], ['FacilityCheck']),
      // plans and builds; who takes which step is for the rules of stages
      ...within(place, ['create', 'update'], ['StageRecord', 'StageStep']),
      ...within(place, ['create', 'update'], ['ChangeRequest']),
      // answers in the thread; what becomes of a follow-up is for officers to say
      ...within(place, ['create'], ['FollowUpMessage']),
      one(['read'], 'AuditEvent', { centreId }),
    ];
  },

  alliance_officer({ allianceCode, accountId }, today) {
    const place = { kind: 'alliance', allianceCode, today } as const;
    const hospital = { hospital: { is: hospitalsOf(place) } };
    const change: Action[] = ['create', 'update'];
    return [
      ...within(place, ['read', 'export'], SCOPED_MODELS),
      ...within(place, change, EXPERT_MODELS),
      ...within(place, ['create'], RECORD_MODELS),
      // a clinic is theirs to change when their hospital staffs it, wherever it is hosted
      one(change, 'JointClinic', hospital),
      ...CLINIC_MODELS.filter((model) => model !== 'JointClinic').map(
        (subject): Rule => ({ action: change, subject, conditions: { clinic: { is: hospital } } }),
      ),
      ...within(place, ['update'], ['TraineeDoctor']),
      one(['confirm'], 'ClinicSession', hospital),
      ...within(place, ['create'], ['ClinicSessionMessage']),
      ...within(place, change, FOLLOW_UP_MODELS),
      one(change, 'JointClinicTrainee', { clinic: { is: clinicsIn(place) } }),
      one(['read'], 'AuditEvent', { allianceCode }),
      one(['read'], 'SupportRequest', { allianceCode }),
      ...answering(accountId, { office: 'alliance', allianceCode }),
    ];
  },

  district_officer({ districtCode, accountId }) {
    const place = { kind: 'district', districtCode } as const;
    const given = grantsOfCentresIn(districtCode);
    return [
      ...within(place, ['read', 'export'], SCOPED_MODELS),
      ...within(place, ['create', 'update'], FACILITY_MODELS),
      ...within(place, ['update'], REPORT_MODELS),
      one(['approve'], 'ClinicSession', { districtCode }),
      // four eyes: who proposed it, in another role, does not decide it
      one(['approve'], 'ChangeRequest', { ...conditionsIn(place).ChangeRequest, NOT: { proposedById: accountId } }),
      ...within(place, ['create'], ['ClinicSessionMessage']),
      ...within(place, ['create', 'update'], FOLLOW_UP_MODELS),
      ...within(place, ['create', 'update'], MONTH_MODELS),
      one(['create', 'update', 'export'], 'IndicatorTarget', { level: 'district', unitCode: districtCode }),
      one(['read', 'export'], 'Account', { grants: { some: grantsIn(districtCode) } }),
      { action: ['create'], subject: 'Account' },
      // whoever also holds a wider role is not theirs to change: a reset password would be a way up
      one(['update'], 'Account', {
        AND: [
          { grants: { some: given } },
          { NOT: { grants: { some: { state: { in: ['requested', 'active'] }, NOT: given } } } },
        ],
      }),
      one(['read', 'export'], 'RoleGrant', grantsIn(districtCode)),
      one(['create', 'update'], 'RoleGrant', given),
      one(['read', 'export'], 'AuditEvent', { districtCode }),
      // also what people of its centres ask others
      one(['read'], 'SupportRequest', { districtCode }),
      ...answering(accountId, { office: 'district', districtCode }),
      one(['read', 'create', 'update', 'export'], 'ListImport', { districtCode }),
      one(['read', 'create', 'update', 'export'], 'ListImportRow', { listImport: { is: { districtCode } } }),
      one(['read', 'create', 'update'], 'ListMatch', { districtCode }),
    ];
  },

  city_officer({ accountId }) {
    // what took place is for the three parties to say, and what a centre proposes for its district
    const records: readonly Prisma.ModelName[] = [
      ...[...SESSION_MODELS, ...ACTIVITY_MODELS, ...MONTH_MODELS, ...STATE_MODELS, ...CHANGE_MODELS],
    ];
    const kept = [...REFERENCE_MODELS, ...SCOPED_MODELS].filter(
      (model) => !records.includes(model) && model !== 'StageRecord',
    );
    return [
      ...everywhere(['read', 'create', 'update', 'export'], kept),
      // what is to be built is for places and districts to plan
      ...everywhere(['read', 'update', 'export'], ['StageRecord']),
      ...everywhere(['read', 'export'], records),
      // what was recorded before there was a portal; it then goes the way of every record
      ...everywhere(['import'], ['ClinicSession']),
      ...everywhere(['read', 'create', 'update', 'export'], ['Account', 'RoleGrant']),
      ...everywhere(['approve'], ['RoleGrant']),
      ...everywhere(['read', 'export'], ['StaffSession', 'AuditEvent', ...SUPPORT_MODELS]),
      ...answering(accountId, {}),
      ...everywhere(['read', 'create', 'update', 'export'], ['ListImport', 'ListImportRow', 'ListMatch']),
      ...everywhere(['read', 'create'], ['JobRequest']),
    ];
  },

  auditor() {
    const open = [...REFERENCE_MODELS, ...SCOPED_MODELS, ...STAFF_MODELS].filter(
      (model) => !OWN_MODELS.some((own) => own === model),
    );
    return everywhere(['read', 'export'], open);
  },
};

/** Every rule of an actor on a day. */
export function rulesOf(actor: Actor, today: CivilDate): Rule[] {
  const own = ownRules(actor);
  switch (actor.role) {
    case 'trainee':
      return [...own, ...TABLE.trainee(actor, today)];
    case 'expert':
      return [...own, ...TABLE.expert(actor, today)];
    case 'centre_clerk':
      return [...own, ...TABLE.centre_clerk(actor, today)];
    case 'alliance_officer':
      return [...own, ...TABLE.alliance_officer(actor, today)];
    case 'district_officer':
      return [...own, ...TABLE.district_officer(actor, today)];
    case 'city_officer':
      return [...own, ...TABLE.city_officer(actor, today)];
    case 'auditor':
      return [...own, ...TABLE.auditor(actor, today)];
    default:
      return assertNever(actor);
  }
}
