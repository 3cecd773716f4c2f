import { accountOperations } from './staff-account-operations';
import { actionOperations } from './staff-action-operations';
import { changeOperations } from './staff-change-operations';
import { clinicActionOperations } from './staff-clinic-action-operations';
import { clinicOperations } from './staff-clinic-operations';
import { exportOperations } from './staff-export-operations';
import { feedbackOperations } from './staff-feedback-operations';
import { followUpOperations } from './staff-follow-up-operations';
import { healthOperations } from './staff-health-operations';
import { indicatorOperations } from './staff-indicator-operations';
import { inviteOperations } from './staff-invite-operations';
import { jobOperations } from './staff-job-operations';
import { mentorOperations } from './staff-mentor-operations';
import { monitorOperations } from './staff-monitor-operations';
import type { StaffOperation } from './staff-operation';
import { peopleOperations } from './staff-people-operations';
import { recordOperations } from './staff-record-operations';
import { registryOperations } from './staff-registry-operations';
import { reviewActionOperations } from './staff-review-action-operations';
import { reviewOperations } from './staff-review-operations';
import { sessionListOperations } from './staff-session-list-operations';
import { sessionOperations } from './staff-session-operations';
import { stageOperations } from './staff-stage-operations';
import { supportOperations } from './staff-support-operations';
import { tableOperations } from './staff-table-operations';
import { targetOperations } from './staff-target-operations';

// Every query, command, action and export of staff, with how to call it on a target. A structure test fails when one is
// missing here; the scope matrix calls each as every role, on the own side and on the neighbour's.

export const STAFF_OPERATIONS: readonly StaffOperation[] = [
  ...accountOperations,
  ...actionOperations,
  ...clinicOperations,
  ...clinicActionOperations,
  ...indicatorOperations,
  ...tableOperations,
  ...targetOperations,
  ...monitorOperations,
  ...followUpOperations,
  ...exportOperations,
  ...sessionOperations,
  ...[...reviewOperations, ...reviewActionOperations],
  ...[...recordOperations, ...registryOperations, ...inviteOperations, ...jobOperations, ...healthOperations],
  ...sessionListOperations,
  ...[...peopleOperations, ...mentorOperations, ...feedbackOperations],
  ...[...supportOperations, ...changeOperations, ...stageOperations],
];

/**
 * Operations that take no target at all: they act on the account that asks, which nothing in their input can change.
 * Their own tests try them.
 */
export const OWN_ACCOUNT_ONLY: readonly string[] = [
  'listOwnStaffSessions',
  'listOwnRoles',
  'getOwnAccount',
  'getPreviousSignIn',
  'changeOwnPassword',
  'signOut',
  'endOtherStaffSessions',
  'verifySecondFactor',
  'beginSecondFactor',
  'confirmSecondFactor',
  'renewRecoveryCodes',
  'saveView',
  'sendView',
  'sendDashboardView',
  'listSavedViews',
  'requestExport',
  'listExports',
];
