import 'server-only';
import { isSmall } from '@/lib/core/suppression';
import { db } from '@/lib/db/client';
import { readDefinitions } from './definition-queries';
import type { SubdistrictResidents } from './population-schema';
import type { DefinitionVersions } from './schema';

// What residents and the press may know of indicators and of what they are compared with.

/** What every indicator counts, with every version of its words, in their order. */
export async function listDefinitions(): Promise<DefinitionVersions[]> {
  return await readDefinitions(db());
}

/** The residents of every subdistrict that somebody has given, in the latest year, by district. */
export async function listSubdistrictResidents(): Promise<SubdistrictResidents[]> {
  const names = { code: true, name: true, nameEn: true } as const;
  const rows = await db().subdistrictPopulation.findMany({
    distinct: ['subdistrictCode'],
    orderBy: [{ subdistrictCode: 'asc' }, { year: 'desc' }],
    select: {
      year: true,
      residents: true,
      residents65: true,
      source: true,
      origin: true,
      subdistrict: { select: { ...names, district: { select: names } } },
    },
  });
  return rows.map(({ subdistrict, residents, residents65, ...row }) => {
    const withheld = isSmall(residents) || isSmall(residents65 ?? 0);
    const counts = withheld ? { residents: null, residents65: null } : { residents, residents65 };
    return { ...subdistrict, ...row, ...counts, withheld };
  });
}
