import type { Actor, ActorRole } from '@/lib/access/actor';
import { ACTOR_ROLES } from '@/lib/access/actor';
import type { GrantScope } from './schema';

/** Roles that another city officer must approve. */
export const FOUR_EYES_ROLES: readonly ActorRole[] = ['city_officer', 'auditor'];

/** Roles that belong to a person of the registers and so cannot be handed over. */
export const PERSONAL_ROLES: readonly ActorRole[] = ['expert', 'trainee'];

/** An account is looked at again a year after it was last certified, or made (ours). */
export const RECERTIFY_DAYS = 365;

/** The roles an officer may give, by the officer's own role. */
export function rolesToGive(role: ActorRole): readonly ActorRole[] {
  if (role === 'city_officer') return ACTOR_ROLES;
  return role === 'district_officer' ? ['centre_clerk', 'trainee'] : [];
}

/** Whether a grant begins as a request that somebody else approves. */
export function needsApproval(role: ActorRole): boolean {
  return FOUR_EYES_ROLES.includes(role);
}

/** Why an officer may not decide on a request, null when the officer may. */
export function whyNotApprove(
  actor: Pick<Actor, 'accountId'>,
  grant: { accountId: string; requestedById: string | null },
): 'accounts.problem.self' | 'accounts.problem.fourEyes' | null {
  if (grant.accountId === actor.accountId) return 'accounts.problem.self';
  return grant.requestedById === actor.accountId ? 'accounts.problem.fourEyes' : null;
}

const NO_SCOPE = { centreId: null, expertId: null, traineeId: null, allianceCode: null, districtCode: null };

/** A grant's columns for a role with its scope. */
export function grantColumns(scope: GrantScope) {
  return { ...NO_SCOPE, ...scope };
}

/** Whether two grants give the same role over the same scope. */
export function sameScope(one: GrantScope, other: GrantScope): boolean {
  const [a, b] = [grantColumns(one), grantColumns(other)];
  return (
    a.role === b.role &&
    a.centreId === b.centreId &&
    a.expertId === b.expertId &&
    a.traineeId === b.traineeId &&
    a.allianceCode === b.allianceCode &&
    a.districtCode === b.districtCode
  );
}
