import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ACTOR_ROLES, type Actor, type ActorRole } from '@/lib/access/actor';
import { useDatabase } from '@/tests/support/database';
import { DECIDING_CHANGES, PROPOSING_CHANGES, SEEING_CHANGES } from '@/tests/support/matrix-changes';
import { BRINGING_LISTS, CONFIRMING_PROFILES, SEEING_HEALTH, SEEING_LISTS } from '@/tests/support/matrix-health';
import { RUNNING_JOBS, SEEING_BROWSERS } from '@/tests/support/matrix-jobs';
import * as people from '@/tests/support/matrix-people';
import { PLANNING_STAGES, SEEING_STAGES, TAKING_STEPS } from '@/tests/support/matrix-stages';
import { matrixTargets } from '@/tests/support/matrix-targets';
import { STAFF_OPERATIONS } from '@/tests/support/staff-operations';
import { type Side, type StaffWorld, staffWorldOn } from '@/tests/support/staff-world';
import { tableAllows } from '@/tests/support/table-allows';

// Every role calls every query, command, action and export on its own side and on the neighbour's. Each cell must be
// what the table of abilities says, and what domain.md §3 says as it is written out below by hand.

const turn = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock('@/lib/auth/require-actor', () => ({
  requireActor: async () => turn.actor,
  currentActor: async () => turn.actor,
}));
vi.mock('next/navigation', async () => (await import('@/tests/support/next-stand-ins')).navigation);
vi.mock('next/cache', async () => (await import('@/tests/support/next-stand-ins')).cache);
// drawing is slow and asks for nothing: what is drawn was read before
vi.mock('@/app/[locale]/(workspace)/dashboard/draw-charts', () => ({ drawCharts: async () => [] }));
vi.mock('next-intl/server', async () => (await import('@/tests/support/next-stand-ins')).intlServer);

/** The own account: everybody's, and nobody else's. */
const OWN_ACCOUNT = [
  ...['endOwnStaffSession', 'switchRole', 'renameView', 'removeView', 'sendViewName', 'sendViewRemoval'],
  ...['cancelExport', 'sendExportCancel', 'fetchExport', '/exports/file', ...people.ASKING],
];
const READING_TRAIL = ['listAuditEvents', 'listObjectHistory', 'listAccountHistory'];
const TAKING_TRAIL_OUT = ['exportAuditEvents', '/audit/export'];
const SEEING_ACCOUNTS = ['listAccounts', 'getAccount', 'listPersonRoles', ...people.SEEING_SUPPORT];
const SEEING_CENTRES = ['listCentreChoices', 'listPlaceChoices', ...people.READING_PAPERS, ...SEEING_CHANGES];
/** The calendar is the same for everybody. */
const EVERYBODYS = ['getCalendarYear'];
const KEEPING_CALENDAR = ['changeHoliday', 'sendHoliday'];
const DEFINING = ['redefineIndicator', 'sendDefinition'];
const SEEING_CLINICS = [
  ...['listPlannedSessions', 'listClinics', 'getClinic', 'getClinicMonth', 'listClinicWarnings'],
  // and what took place there
  ...['listSessionChoices', 'getFilterNames', 'listClinicSessions'],
  ...['getClinicSession', 'getRecordVersions', 'getRecordPlace'],
];
const TAKING_RECORDS_OUT = ['exportClinicSessions', '/clinic-sessions/export'];
const TAKING_FIGURES_OUT = [
  ...['exportDashboard', '/dashboard/export', 'exportWorkReport', '/dashboard/work-report', 'sendExportRequest'],
  ...['exportChart', '/dashboard/chart', 'exportView', '/exports/table'],
];
const SEEING_FIGURES = [
  ...['getUnit', 'getDashboard', 'getDistrictSpreads', ...TAKING_FIGURES_OUT],
  ...['getUnitView', 'getCoverage', 'getQuality', 'getSurvival', 'getMapPlaces', 'getWeekDigest'],
];
const SEEING_TARGETS = ['listTargets', 'getTarget', 'exportTargets', ...SEEING_HEALTH, ...SEEING_STAGES];
const SETTING_TARGETS = [
  ...['getTargetChoices', 'setTarget', 'changeTarget', 'withdrawTarget'],
  ...['sendTarget', 'sendTargetChange', 'sendTargetWithdrawal'],
];
const SEEING_STATES = [
  ...['getMonitor', 'getClinicMonitor', 'listFollowUps', 'listClinicFollowUps', 'getFollowUp'],
  ...['getWholeMonitor', 'exportMonitor', 'exportFollowUps'],
];
const SETTING_THRESHOLDS = ['previewThresholds', 'setThresholds', 'sendThresholds'];
const TALKING_OF_STATES = ['commentOnFollowUp', 'sendFollowUpComment'];
const FOLLOWING_UP = [
  ...['openFollowUp', 'takeFollowUp', 'handOverFollowUp', 'closeFollowUp', 'evaluateNow', 'sendEvaluation'],
  ...['sendFollowUp', 'sendTaking', 'sendFollowUpHandOver', 'sendFollowUpClose', ...TALKING_OF_STATES],
];
const CHANGING_CLINICS = [
  ...['openClinic', 'changeClinicFacts', 'changeClinicPlan', 'previewPlanChange', 'assignExpert', 'endExpert'],
  ...['sendNewClinic', 'sendClinicFacts', 'sendPlanChange', 'sendExpert', 'sendExpertEnd'],
];
const KEEPING_TRAINEES = [
  ...people.ISSUING_SHEETS,
  ...['listTraineeChoices', 'assignTrainee', 'endTrainee', 'sendTrainee', 'sendTraineeEnd'],
];
const LOGGING_SESSIONS = [
  ...CONFIRMING_PROFILES,
  ...['getSessionForm', 'listDueSessions', 'submitClinicSession', 'POST /api/clinic-sessions', 'withdrawClinicSession'],
  ...['GET /api/clinic-sessions/form', 'sendSession', 'listWeekForms', 'sendWeek', 'sendWithdrawal'],
];
const SEEING_RECORDS = ['getRecordReview'];
const TALKING = ['commentOnClinicSession', 'sendComment'];
const ANSWERING = ['listToAnswer', 'listUnansweredThreads'];
const CONFIRMING = [
  ...['listToConfirm', 'listNotHeld', 'listReviewChoices', 'confirmClinicSessions', 'disputeClinicSession'],
  ...['resolveDispute', 'sendConfirmations', 'sendQuickConfirmation'],
  ...['sendConfirmation', 'sendDispute', 'sendResolution'],
];
const SIGNING = ['listAttendances', 'signAttendance', 'sendSignatures', 'sendSignature'];
const ACCEPTING = [
  ...['listToAccept', 'countUnconfirmed', 'decideClinicSessions', 'reopenClinicSession', 'sendDecisions'],
  ...['sendAcceptance', 'sendReturn', 'sendReopening', 'sendMonthClose', 'sendMonthReopening'],
  ...['listMonths', 'getMonth', 'listMonthsToClose', 'closeMonth', 'reopenMonth'],
];
const APPROVING = [...RUNNING_JOBS, 'listGrantRequests', 'approveGrant', 'sendApproval', 'sendRefusal'];
const KEEPING_ACCOUNTS = [
  ...people.ANSWERS,
  ...['listAccountsToRecertify', 'countAccountsToRecertify', 'listScopeChoices', 'findAccountByUserName'],
  ...['createAccount', 'changeAccount'],
  ...['suspendAccount', 'resumeAccount', 'markAsLeft', 'recertifyAccount', 'linkSingleSignOn', 'makeAccessLink'],
  ...['unlockAccount', 'giveGrant', 'endGrant', 'rescopeGrant', 'handOverGrant', 'sendNewAccount', 'sendAccountChange'],
  ...['sendSuspension', 'sendResumption', 'sendLeaving', 'sendUnlock', 'sendAccessLink', 'sendSingleSignOn'],
  ...['sendRecertification', 'sendRole', 'sendRescope', 'sendHandOver', 'sendRoleEnd'],
];

/** What a role reaches on its own side, and how much of it also on the neighbour's. */
const EXPECTED: Record<ActorRole, Record<Side, readonly string[]>> = {
  trainee: {
    own: [...OWN_ACCOUNT, ...people.OWN_TRAINING, ...SEEING_CLINICS, ...SEEING_RECORDS, ...TALKING, ...SIGNING],
    neighbour: [],
  },
  expert: {
    own: [
      ...[...OWN_ACCOUNT, ...SEEING_CLINICS, ...people.SEEING_EXPERTS, ...SEEING_RECORDS],
      ...[...TALKING, ...ANSWERING, ...CONFIRMING],
    ],
    neighbour: [],
  },
  // own centre and its stations, and what happened there
  centre_clerk: {
    own: [
      ...OWN_ACCOUNT,
      ...SEEING_CENTRES,
      ...SEEING_CLINICS,
      ...TAKING_RECORDS_OUT,
      ...[...SEEING_FIGURES, ...SEEING_STATES, ...TALKING_OF_STATES, ...SEEING_TARGETS],
      ...people.SEEING_EXPERTS,
      ...[...KEEPING_TRAINEES, ...PROPOSING_CHANGES, ...PLANNING_STAGES],
      ...LOGGING_SESSIONS,
      ...[...SEEING_RECORDS, ...TALKING, ...ANSWERING],
      ...READING_TRAIL,
    ],
    neighbour: [],
  },
  // the alliance's districts; accounts are the districts' and the city's
  alliance_officer: {
    own: [
      ...OWN_ACCOUNT,
      ...SEEING_CENTRES,
      ...SEEING_CLINICS,
      ...TAKING_RECORDS_OUT,
      ...[...SEEING_FIGURES, ...SEEING_STATES, ...FOLLOWING_UP, ...SEEING_TARGETS],
      ...people.SEEING_EXPERTS,
      ...KEEPING_TRAINEES,
      ...CHANGING_CLINICS,
      ...[...SEEING_RECORDS, ...TALKING, ...ANSWERING, ...CONFIRMING],
    ],
    neighbour: [],
  },
  // own district; accounts of its centres
  district_officer: {
    own: [
      ...[
        ...OWN_ACCOUNT,
        ...SEEING_CENTRES,
        ...SEEING_CLINICS,
        ...TAKING_RECORDS_OUT,
        ...[...SEEING_FIGURES, ...SEEING_STATES, ...FOLLOWING_UP, ...SEEING_TARGETS],
        ...people.SEEING_EXPERTS,
        ...[...SEEING_RECORDS, ...TALKING, ...ANSWERING, ...ACCEPTING, ...SETTING_TARGETS, ...DECIDING_CHANGES],
        ...PLANNING_STAGES,
        ...READING_TRAIL,
        ...TAKING_TRAIL_OUT,
      ],
      ...[...SEEING_LISTS, ...BRINGING_LISTS],
      ...[...SEEING_ACCOUNTS, ...KEEPING_ACCOUNTS],
    ],
    neighbour: [],
  },
  // everything, and accounts
  city_officer: {
    own: [
      ...[
        ...OWN_ACCOUNT,
        ...SEEING_CENTRES,
        ...SEEING_CLINICS,
        ...TAKING_RECORDS_OUT,
        ...[...SEEING_FIGURES, ...SEEING_STATES, ...FOLLOWING_UP, ...SETTING_THRESHOLDS, ...SEEING_TARGETS],
        ...people.SEEING_EXPERTS,
        ...KEEPING_TRAINEES,
        ...[...CHANGING_CLINICS, ...KEEPING_CALENDAR, ...SETTING_TARGETS, ...DEFINING],
        ...SEEING_RECORDS,
        ...READING_TRAIL,
        ...TAKING_TRAIL_OUT,
      ],
      ...[...SEEING_LISTS, ...BRINGING_LISTS],
      ...[...SEEING_ACCOUNTS, ...KEEPING_ACCOUNTS, ...SEEING_BROWSERS, ...APPROVING, ...TAKING_STEPS],
    ],
    neighbour: [
      ...[
        ...SEEING_CENTRES,
        ...SEEING_CLINICS,
        ...TAKING_RECORDS_OUT,
        ...[...SEEING_FIGURES, ...SEEING_STATES, ...FOLLOWING_UP, ...SETTING_THRESHOLDS, ...SEEING_TARGETS],
        ...people.SEEING_EXPERTS,
        ...KEEPING_TRAINEES,
        ...[...CHANGING_CLINICS, ...KEEPING_CALENDAR, ...SETTING_TARGETS, ...DEFINING],
        ...SEEING_RECORDS,
        ...READING_TRAIL,
        ...TAKING_TRAIL_OUT,
      ],
      ...[...SEEING_LISTS, ...BRINGING_LISTS],
      ...[...SEEING_ACCOUNTS, ...KEEPING_ACCOUNTS, ...SEEING_BROWSERS, ...APPROVING, ...TAKING_STEPS],
    ],
  },
  // everything, read only, and the trail
  auditor: {
    own: [
      ...[
        ...OWN_ACCOUNT,
        ...SEEING_CENTRES,
        ...SEEING_CLINICS,
        ...TAKING_RECORDS_OUT,
        ...[...SEEING_FIGURES, ...SEEING_STATES, ...SEEING_TARGETS],
        ...people.SEEING_EXPERTS,
        ...SEEING_RECORDS,
        ...READING_TRAIL,
        ...TAKING_TRAIL_OUT,
      ],
      ...SEEING_LISTS,
      ...[...SEEING_ACCOUNTS, ...SEEING_BROWSERS],
    ],
    neighbour: [
      ...SEEING_CENTRES,
      ...SEEING_CLINICS,
      ...TAKING_RECORDS_OUT,
      ...[...SEEING_FIGURES, ...SEEING_STATES, ...SEEING_TARGETS],
      ...people.SEEING_EXPERTS,
      ...SEEING_RECORDS,
      ...READING_TRAIL,
      ...TAKING_TRAIL_OUT,
      ...SEEING_LISTS,
      ...SEEING_ACCOUNTS,
      ...SEEING_BROWSERS,
    ],
  },
};

const SIDES = ['own', 'neighbour'] as const;
const database = useDatabase('demo');
let world: StaffWorld;
let targets: ReturnType<typeof matrixTargets>;
const actors = new Map<ActorRole, Actor>();
const cells = { allowed: 0, denied: 0 };

beforeAll(async () => {
  world = await staffWorldOn(database);
  targets = matrixTargets(database, world);
  for (const role of ACTOR_ROLES) actors.set(role, await world.actor(role));
});

function actorOf(role: ActorRole): Actor {
  const actor = actors.get(role);
  if (!actor) throw new Error(`There is no ${role}`);
  return actor;
}

describe.each(ACTOR_ROLES)('as %s', (role) => {
  it.each(STAFF_OPERATIONS)('$name', async ({ needs, name, run }) => {
    const actor = actorOf(role);
    turn.actor = actor;
    for (const side of SIDES) {
      const { accountId, grantId, staffSessionId } = actor;
      const made = await targets.of(side);
      // what is one's own is only one's own: the other side is a colleague, as far away as anybody
      const target = needs === 'self' && side === 'own' ? { ...made, accountId, grantId, staffSessionId } : made;
      const byTable =
        needs === 'self' ? target.accountId === accountId : await tableAllows(world.db, actor, needs, target);
      const reached = await run(world, actor, target);
      await targets.afterwards(side);
      const expected = [...EVERYBODYS, ...EXPECTED[role][side]];
      cells[reached ? 'allowed' : 'denied'] += 1;
      expect({ side, reached }, 'by domain.md').toEqual({ side, reached: expected.includes(name) });
      expect({ side, reached }, 'by the table of abilities').toEqual({ side, reached: byTable });
    }
  });
});

describe('the matrix', () => {
  it('has a cell for every role, operation and side', () => {
    const { allowed, denied } = cells;
    console.log(`Scope matrix: ${allowed} cells allowed, ${denied} denied, ${allowed + denied} in all.`);
    expect(allowed + denied).toBe(ACTOR_ROLES.length * STAFF_OPERATIONS.length * SIDES.length);
  });

  it('expects nothing of operations that are not there', () => {
    const names = STAFF_OPERATIONS.map(({ name }) => name);
    const byRole = Object.values(EXPECTED).flatMap(({ own, neighbour }) => [...own, ...neighbour]);
    const expected = [...EVERYBODYS, ...byRole];
    expect(expected.filter((name) => !names.includes(name))).toEqual([]);
    expect(
      names.filter((name) => !expected.includes(name)),
      'operations that nobody may use',
    ).toEqual([]);
  });
});
