import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';

export type AuditScope = { centreId?: string; districtCode?: string; allianceCode?: string };

const PLACE = {
  centreId: true,
  allianceCode: true,
  districtCode: true,
  centre: { select: { districtCode: true } },
  trainee: { select: { centreId: true, centre: { select: { districtCode: true } } } },
} satisfies Prisma.RoleGrantSelect;

function scopeOfPlace(grant: Prisma.RoleGrantGetPayload<{ select: typeof PLACE }>): AuditScope {
  const { centre, trainee, allianceCode } = grant;
  const centreId = grant.centreId ?? trainee?.centreId;
  const districtCode = grant.districtCode ?? centre?.districtCode ?? trainee?.centre.districtCode;
  return {
    ...(centreId && { centreId }),
    ...(districtCode && { districtCode }),
    ...(allianceCode && { allianceCode }),
  };
}

/**
 * Whose event it is when something happens to an account: that of the narrowest living grant, else of the last one, so
 * that the district finds what happened to its centres' people.
 */
export async function auditScopeOf(tx: Prisma.TransactionClient, accountId: string): Promise<AuditScope> {
  const grants = await tx.roleGrant.findMany({
    where: { accountId },
    orderBy: [{ state: 'asc' }, { createdAt: 'desc' }],
    select: { state: true, ...PLACE },
  });
  const living = grants.filter(({ state }) => state === 'active' || state === 'requested');
  const scopes = (living.length > 0 ? living : grants).map(scopeOfPlace);
  return scopes.find((scope) => Object.keys(scope).length > 0) ?? {};
}

/**
 * Whose event it is when something happens to one role: that of the role's own place, whatever else its holder is. A
 * role without a place is the city's.
 */
export async function auditScopeOfGrant(tx: Prisma.TransactionClient, grantId: string): Promise<AuditScope> {
  return scopeOfPlace(await tx.roleGrant.findUniqueOrThrow({ where: { id: grantId }, select: PLACE }));
}
