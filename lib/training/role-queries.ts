import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { fromDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { PersonRole } from './schema';

/**
 * The roles that a person has and had on the portal, the latest first, of those that the actor may read: whoever was a
 * trainee and became an expert is one account with both. Empty for somebody without an account.
 */
export async function listPersonRoles(actor: Actor, kind: 'trainee' | 'expert', id: string): Promise<PersonRole[]> {
  const holds = kind === 'trainee' ? { traineeId: id } : { expertId: id };
  const lasted = { state: { in: ['active', 'ended'] as ('active' | 'ended')[] } };
  const rows = await db().roleGrant.findMany({
    where: {
      AND: [
        whereFor(actor, 'read', 'RoleGrant'),
        lasted,
        { account: { is: { grants: { some: { ...holds, ...lasted } } } } },
      ],
    },
    select: { id: true, role: true, validFrom: true, validTo: true, traineeId: true, expertId: true },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  });
  return rows.map(({ validFrom, validTo, ...role }) => ({
    ...role,
    validFrom: fromDbDate(validFrom),
    validTo: validTo && fromDbDate(validTo),
  }));
}
