import type { ActorRole } from '@/lib/access/actor';
import type { SignInStep } from '@/lib/auth/staff-session-rules';

/** Who visits a page of staff: somebody in a role, or somebody who still has a step of the sign-in before them. */
export type StaffVisitor = ActorRole | SignInStep;

/** Accounts of the demonstration, by role. */
export const DEMONSTRATION_NAMES: Record<ActorRole, string> = {
  trainee: 'trainee',
  expert: 'expert',
  centre_clerk: 'centre.huangpu',
  alliance_officer: 'alliance.east',
  district_officer: 'district.huangpu',
  city_officer: 'city.one',
  auditor: 'auditor',
};

/** Accounts that wait at a step of the sign-in; serve.ts makes them. */
export const STEP_NAMES: Record<SignInStep, string> = {
  second_factor: 'visit.second_factor',
  change_password: 'visit.change_password',
  enrol_second_factor: 'visit.enrol_second_factor',
};

/** The token of a one-time link that nobody uses up. */
export const LINK_TOKEN = 'link-of-the-browser-tests-link-of-the-browser';

/** Whether a visitor waits at a step of the sign-in. */
export function isStep(visitor: StaffVisitor): visitor is SignInStep {
  return visitor in STEP_NAMES;
}

/** An account that pages of administration show; serve.ts makes it. */
export const VISITED_ACCOUNT = 'account-that-is-visited';
