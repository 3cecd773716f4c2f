import 'server-only';
import { civilDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { Origin } from '@/lib/directory/schema';
import { type FormerName, namesIn } from '@/lib/registry/rows/earlier-rules';
import type { Entry } from '@/lib/registry/schema';

const nameOf = ({ name, until }: Pick<FormerName, 'name' | 'until'>) => `${until} ${name}`;

/** Makes the former names of facilities those that rows say; what stands already keeps where it is from. */
export async function writeFormerNames(tx: Prisma.TransactionClient, entries: readonly Entry[]): Promise<void> {
  const standing = await tx.facilityAlias.findMany({ where: { facilityId: { in: entries.map(({ id }) => id) } } });
  for (const { id: facilityId, cells } of entries) {
    const wanted = namesIn(cells.formerNames);
    const kept = new Set(wanted.map(nameOf));
    const own = standing.filter((alias) => alias.facilityId === facilityId);
    for (const { name, usedUntil } of own)
      if (!kept.has(nameOf({ name, until: usedUntil.toISOString().slice(0, 10) })))
        await tx.facilityAlias.delete({ where: { facilityId_name_usedUntil: { facilityId, name, usedUntil } } });
    const origin = (cells.origin ?? 'imported') as Origin;
    for (const { name, nameEn, until } of wanted) {
      const usedUntil = toDbDate(civilDate(until));
      await tx.facilityAlias.upsert({
        where: { facilityId_name_usedUntil: { facilityId, name, usedUntil } },
        create: { facilityId, name, nameEn, usedUntil, origin },
        update: { nameEn },
      });
    }
  }
}
