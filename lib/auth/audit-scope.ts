import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';

export type AuditScope = { centreId?: string; districtCode?: string; allianceCode?: string };

/**
 * Whose event it is when something happens to an account: that of the narrowest living grant, else of the last one, so
 * that the district finds what happened to its centres' people.
 */
export async function auditScopeOf(tx: Prisma.TransactionClient, accountId: string): Promise<AuditScope> {
  const grants = await tx.roleGrant.findMany({
    where: { accountId },
    orderBy: [{ state: 'asc' }, { createdAt: 'desc' }],
    select: {
      state: true,
      centreId: true,
      allianceCode: true,
      districtCode: true,
      centre: { select: { districtCode: true } },
      trainee: { select: { centreId: true, centre: { select: { districtCode: true } } } },
    },
  });
  const living = grants.filter(({ state }) => state === 'active' || state === 'requested');
  const grant = (living.length > 0 ? living : grants).find(
    ({ centreId, trainee, allianceCode, districtCode }) => centreId ?? trainee ?? allianceCode ?? districtCode,
  );
  if (!grant) return {};
  const { centreId = null, trainee, centre, districtCode, allianceCode } = grant;
  return {
    ...((centreId ?? trainee?.centreId) && { centreId: centreId ?? trainee?.centreId }),
    ...((districtCode ?? centre?.districtCode ?? trainee?.centre.districtCode) && {
      districtCode: districtCode ?? centre?.districtCode ?? trainee?.centre.districtCode,
    }),
    ...(allianceCode && { allianceCode }),
  };
}
