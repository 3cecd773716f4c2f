import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { Prisma } from '@/lib/db/generated/client';
import { ACTIONS, abilityFor, mayI, mayIOn, whereFor } from './abilities';
import { ACTOR_ROLES, type Actor, type ActorRole, type ActorScope } from './actor';
import {
  CLOSED_MODELS,
  OWN_MODELS,
  RECORD_MODELS,
  REFERENCE_MODELS,
  SCOPED_MODELS,
  SESSION_MODELS,
  STAFF_MODELS,
  SUPPORT_MODELS,
  TRAINEE_MODELS,
} from './models';

const SCOPES: { [Role in ActorRole]: Extract<ActorScope, { role: Role }> } = {
  trainee: { role: 'trainee', traineeId: 't-1' },
  expert: { role: 'expert', expertId: 'e-1' },
  centre_clerk: { role: 'centre_clerk', centreId: 'c-1' },
  alliance_officer: { role: 'alliance_officer', allianceCode: 'north' },
  district_officer: { role: 'district_officer', districtCode: '310109' },
  city_officer: { role: 'city_officer' },
  auditor: { role: 'auditor' },
};

const as = (role: ActorRole): Actor => ({
  accountId: 'me',
  grantId: 'g',
  staffSessionId: 's',
  displayName: '某人',
  requestId: 'r',
  ...SCOPES[role],
});

const isOwn = (model: string) => [...OWN_MODELS, ...SUPPORT_MODELS].some((own) => own === model);
/** The tables a role may act on, but for the own views, files and requests, which are everybody's. */
const allowed = (role: ActorRole, action: (typeof ACTIONS)[number]) =>
  Object.values(Prisma.ModelName).filter((model) => !isOwn(model) && mayI(as(role), action, model));

describe('the lists of tables', () => {
  it('hold every table once', () => {
    const listed = [...REFERENCE_MODELS, ...SCOPED_MODELS, ...STAFF_MODELS, ...CLOSED_MODELS];
    expect([...listed].sort()).toEqual(Object.values(Prisma.ModelName).sort());
  });
});

describe('the table of abilities', () => {
  it.each(ACTOR_ROLES)('lets %s do nothing to bookkeeping and secrets', (role) => {
    for (const model of CLOSED_MODELS)
      for (const action of ACTIONS) {
        expect(mayI(as(role), action, model)).toBe(false);
        expect(Object.values(whereFor(as(role), action, model))).toEqual([{ in: [] }]);
      }
  });

  it('lets nobody change the trail or somebody else’s staff session', () => {
    for (const role of ACTOR_ROLES)
      for (const action of ['create', 'update', 'approve'] as const) {
        expect(mayI(as(role), action, 'AuditEvent')).toBe(false);
        expect(mayI(as(role), action, 'StaffSession')).toBe(false);
      }
  });

  it('lets the auditor read everything else and change nothing', () => {
    const open = Object.values(Prisma.ModelName).filter(
      (model) => !isOwn(model) && !CLOSED_MODELS.some((closed) => closed === model),
    );
    expect(allowed('auditor', 'read')).toEqual(open);
    expect(allowed('auditor', 'export')).toEqual(open);
    for (const action of ['create', 'update', 'confirm', 'approve'] as const)
      expect(allowed('auditor', action)).toEqual([]);
  });

  it('lets everyone keep their own saved views, and nobody another’s', () => {
    for (const role of ACTOR_ROLES)
      for (const action of ['create', 'update'] as const) {
        expect(mayIOn(as(role), action, 'SavedView', { accountId: 'me' })).toBe(true);
        expect(mayIOn(as(role), action, 'SavedView', { accountId: 'other' })).toBe(false);
      }
  });

  it('lets everyone ask, and the office answer what is its own but not what the reader asked', () => {
    for (const role of ACTOR_ROLES) {
      expect(mayIOn(as(role), 'create', 'SupportRequest', { askedById: 'me' })).toBe(true);
      expect(mayIOn(as(role), 'create', 'SupportRequest', { askedById: 'other' })).toBe(false);
    }
    const answering = (row: Record<string, unknown>) =>
      ACTOR_ROLES.filter((role) => mayIOn(as(role), 'update', 'SupportRequest', { askedById: 'other', ...row }));
    expect(answering({ office: 'district', districtCode: '310109' })).toEqual(['district_officer', 'city_officer']);
    expect(answering({ office: 'district', districtCode: '310101' })).toEqual(['city_officer']);
    expect(answering({ office: 'alliance', allianceCode: 'north' })).toEqual(['alliance_officer', 'city_officer']);
    expect(answering({ office: 'city', districtCode: '310109', allianceCode: 'north' })).toEqual(['city_officer']);
    expect(answering({ office: 'district', districtCode: '310109', askedById: 'me' })).toEqual([]);
  });

  it('lets everyone have their own files in the role they were asked for in, and nobody another’s', () => {
    for (const role of ACTOR_ROLES)
      for (const action of ['read', 'create', 'update'] as const) {
        const { accountId, grantId } = as(role);
        expect(mayIOn(as(role), action, 'ExportFile', { accountId, grantId })).toBe(true);
        expect(mayIOn(as(role), action, 'ExportFile', { accountId, grantId: 'other' })).toBe(false);
        expect(mayIOn(as(role), action, 'ExportFile', { accountId: 'other', grantId })).toBe(false);
      }
  });

  it('lets each party say its own of a record: the centre sends, hospital and expert confirm, the district accepts', () => {
    const parties = (action: (typeof ACTIONS)[number]) =>
      ACTOR_ROLES.filter((role) => mayI(as(role), action, 'ClinicSession'));
    expect(parties('create')).toEqual(['centre_clerk']);
    expect(parties('update')).toEqual(['centre_clerk']);
    expect(parties('confirm')).toEqual(['expert', 'alliance_officer']);
    expect(parties('approve')).toEqual(['district_officer']);
    // what was recorded before there was a portal
    expect(parties('import')).toEqual(['city_officer']);
    expect(ACTOR_ROLES.filter((role) => mayI(as(role), 'confirm', 'ClinicSessionTrainee'))).toEqual(['trainee']);
    expect(ACTOR_ROLES.filter((role) => mayI(as(role), 'update', 'MonthClose'))).toEqual(['district_officer']);
  });

  it('lets a centre propose changes of its profile, and its district decide them', () => {
    const who = (action: (typeof ACTIONS)[number]) =>
      ACTOR_ROLES.filter((role) => mayI(as(role), action, 'ChangeRequest'));
    expect(who('create')).toEqual(['centre_clerk']);
    expect(who('update')).toEqual(['centre_clerk']);
    expect(who('approve')).toEqual(['district_officer']);
  });

  it('lets all of these talk about a record, and those who only watch not', () => {
    const talking = ACTOR_ROLES.filter((role) => mayI(as(role), 'create', 'ClinicSessionMessage'));
    expect(talking).toEqual(['trainee', 'expert', 'centre_clerk', 'alliance_officer', 'district_officer']);
  });

  it.each([
    ['trainee', ['ClinicSessionMessage', 'ServiceRecord']],
    ['expert', ['ClinicSessionMessage', 'ServiceRecord']],
    [
      'centre_clerk',
      [
        ...RECORD_MODELS,
        ...TRAINEE_MODELS,
        ...SESSION_MODELS,
        'FollowUpMessage',
        'FacilityCheck',
        'ChangeRequest',
        'StageRecord',
        'StageStep',
      ],
    ],
    [
      'alliance_officer',
      [
        'JointClinic',
        'JointClinicCondition',
        'JointClinicStatus',
        'JointClinicExpert',
        'ClinicSchedule',
        'ScheduleException',
        'Expert',
        'ExpertCondition',
        'JointClinicTrainee',
        'ClinicSessionMessage',
        'ServiceRecord',
        'FollowUp',
        'FollowUpMessage',
      ],
    ],
  ] as const)('lets %s create %j', (role, models) => {
    expect([...allowed(role, 'create')].sort()).toEqual([...models].sort());
  });

  it('lets only city officers approve, and only officers of district and city touch accounts', () => {
    expect(ACTOR_ROLES.filter((role) => mayI(as(role), 'approve', 'RoleGrant'))).toEqual(['city_officer']);
    expect(ACTOR_ROLES.filter((role) => mayI(as(role), 'create', 'Account'))).toEqual([
      'district_officer',
      'city_officer',
    ]);
    expect(ACTOR_ROLES.filter((role) => mayI(as(role), 'update', 'Account'))).toEqual([
      'district_officer',
      'city_officer',
    ]);
  });

  it('shows everyone their own account, roles and staff sessions', () => {
    for (const role of ACTOR_ROLES) {
      expect(mayIOn(as(role), 'read', 'Account', { id: 'me', grants: [] })).toBe(true);
      expect(mayIOn(as(role), 'read', 'StaffSession', { accountId: 'me' })).toBe(true);
    }
    for (const role of ['trainee', 'expert', 'centre_clerk', 'alliance_officer'] as const) {
      expect(mayIOn(as(role), 'read', 'Account', { id: 'other', grants: [] })).toBe(false);
      expect(mayIOn(as(role), 'read', 'StaffSession', { accountId: 'other' })).toBe(false);
    }
  });
});

describe('one row', () => {
  it.each([
    ['centre_clerk', 'TraineeDoctor', { centreId: 'c-1' }, { centreId: 'c-2' }],
    ['centre_clerk', 'JointClinic', { centreId: 'c-1' }, { centreId: 'c-2' }],
    ['centre_clerk', 'AuditEvent', { centreId: 'c-1' }, { centreId: null }],
    ['district_officer', 'Facility', { districtCode: '310109' }, { districtCode: '310110' }],
    ['district_officer', 'AuditEvent', { districtCode: '310109' }, { districtCode: '310110' }],
    ['alliance_officer', 'AuditEvent', { allianceCode: 'north' }, { allianceCode: 'east' }],
    ['expert', 'Expert', { id: 'e-1' }, { id: 'e-2' }],
    ['trainee', 'TraineeDoctor', { id: 't-1' }, { id: 't-2' }],
    ['trainee', 'AuditEvent', { accountId: 'me' }, { accountId: 'other' }],
  ] as const)('%s reads own %s, not the neighbour’s', (role, model, own, neighbour) => {
    expect(mayIOn(as(role), 'read', model, own)).toBe(true);
    expect(mayIOn(as(role), 'read', model, neighbour)).toBe(false);
  });

  it('that lacks what its scope runs over is out of scope', () => {
    expect(mayIOn(as('alliance_officer'), 'update', 'JointClinic', { id: 'x' })).toBe(false);
  });

  it('counts memberships by the day', () => {
    const clinic = (validFrom: string, validTo: string | null) => ({
      hospital: {
        facility: {
          memberships: [
            {
              allianceCode: 'north',
              role: 'lead',
              validFrom: new Date(validFrom),
              validTo: validTo && new Date(validTo),
            },
          ],
        },
      },
    });
    const onDay = (day: string, row: Record<string, unknown>) => {
      const ability = abilityFor(as('alliance_officer'), civilDate(day));
      return ability.rulesFor('update', 'JointClinic').some((rule) => rule.matchesConditions(row as never));
    };
    expect(onDay('2026-11-18', clinic('2020-01-01', null))).toBe(true);
    expect(onDay('2026-11-18', clinic('2020-01-01', '2026-11-18'))).toBe(false);
    expect(onDay('2026-11-18', clinic('2026-11-19', null))).toBe(false);
  });
});
