import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { db } from '@/lib/db/client';

/** The districts whose centres, or one of them, are the actor's to take out; a file is made of nothing else. */
export async function districtsOf(actor: Actor): Promise<string[]> {
  const rows = await db().communityCentre.findMany({
    where: whereFor(actor, 'export', 'CommunityCentre'),
    distinct: ['districtCode'],
    select: { districtCode: true },
    orderBy: { districtCode: 'asc' },
  });
  return rows.map(({ districtCode }) => districtCode);
}
