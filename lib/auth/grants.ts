import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { grantColumns, needsApproval, rolesToGive } from './account-rules';
import { auditScopeOfGrant } from './audit-scope';
import type { GrantScope } from './schema';
import { endStaffSessions, type Transaction } from './staff-sessions';

/** Whether the officer may give this role over this scope: the role is theirs to give, the scope exists for them. */
export async function mayGive(tx: Transaction, actor: Actor, scope: GrantScope): Promise<boolean> {
  if (!rolesToGive(actor.role).includes(scope.role)) return false;
  const found = async () => {
    switch (scope.role) {
      case 'centre_clerk':
        return await tx.communityCentre.count({
          where: { AND: [whereFor(actor, 'read', 'CommunityCentre'), { facilityId: scope.centreId }] },
        });
      case 'expert':
        return await tx.expert.count({ where: { AND: [whereFor(actor, 'read', 'Expert'), { id: scope.expertId }] } });
      case 'trainee':
        return await tx.traineeDoctor.count({
          where: { AND: [whereFor(actor, 'read', 'TraineeDoctor'), { id: scope.traineeId }] },
        });
      case 'alliance_officer':
        return await tx.alliance.count({ where: { code: scope.allianceCode, kind: 'regional' } });
      case 'district_officer':
        return await tx.district.count({ where: { code: scope.districtCode } });
      case 'city_officer':
      case 'auditor':
        return 1;
    }
  };
  return (await found()) > 0;
}

/** Whether the account has this very role and scope already, in force or waiting. */
export async function hasGrant(tx: Transaction, accountId: string, scope: GrantScope): Promise<boolean> {
  const where = { accountId, ...grantColumns(scope), state: { in: ['requested' as const, 'active' as const] } };
  return (await tx.roleGrant.count({ where })) > 0;
}

/** Gives a role, at once or as a request for a second pair of eyes, and writes it into the trail. */
export async function addGrant(
  tx: Transaction,
  actor: Actor,
  given: { id?: string; accountId: string; scope: GrantScope; label: string; reason?: string },
  instant: Date,
): Promise<{ grantId: string; waiting: boolean }> {
  const { accountId, scope, label, reason } = given;
  const waiting = needsApproval(scope.role);
  const { id } = await tx.roleGrant.create({
    data: {
      id: given.id,
      accountId,
      ...grantColumns(scope),
      validFrom: toDbDate(dateInShanghai(instant)),
      state: waiting ? 'requested' : 'active',
      requestedById: actor.accountId,
      approvedById: waiting ? null : actor.accountId,
      reason,
      createdAt: instant,
    },
    select: { id: true },
  });
  await writeAudit(tx, actor, {
    event: waiting ? 'roleGrant.requested' : 'roleGrant.approved',
    object: { type: 'RoleGrant', id, label },
    scope: await auditScopeOfGrant(tx, id),
    after: { accountId, ...scope },
    reason,
  });
  return { grantId: id, waiting };
}

export type GrantRow = {
  id: string;
  accountId: string;
  role: GrantScope['role'];
  state: string;
  validFrom: Date;
  version: number;
};

/**
 * Ends a grant (or turns down a request) and signs out whoever works in it, and writes it into the trail.
 * @returns false when somebody else has changed it meanwhile
 */
export async function closeGrant(
  tx: Transaction,
  actor: Actor,
  grant: GrantRow,
  { label, reason }: { label: string; reason: string },
  instant: Date,
): Promise<boolean> {
  const waiting = grant.state === 'requested';
  const today = toDbDate(dateInShanghai(instant));
  const { count } = await tx.roleGrant.updateMany({
    where: { id: grant.id, version: grant.version, state: { in: ['requested', 'active'] } },
    data: {
      state: waiting ? 'declined' : 'ended',
      endedAt: instant,
      // one that would only begin later never began
      validTo: new Date(Math.max(grant.validFrom.getTime(), today.getTime())),
      version: { increment: 1 },
    },
  });
  if (count === 0) return false;
  await endStaffSessions(tx, { grantId: grant.id }, 'grant_ended', instant);
  await writeAudit(tx, actor, {
    event: waiting ? 'roleGrant.refused' : 'roleGrant.ended',
    object: { type: 'RoleGrant', id: grant.id, label },
    scope: await auditScopeOfGrant(tx, grant.id),
    before: { accountId: grant.accountId, role: grant.role, state: grant.state },
    reason,
  });
  return true;
}
