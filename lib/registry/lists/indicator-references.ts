import 'server-only';
import { now } from '@/lib/core/clock';
import { dateInShanghai, fromDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { readDefinitions } from '@/lib/indicators/definition-queries';
import { definitionOn } from '@/lib/indicators/definition-rules';
import { mayHaveTarget } from '@/lib/indicators/target-rules';
import { CITY } from '@/lib/indicators/units';
import type { Named } from '@/lib/registry/rows/reference-rules';

// Indicators and the units that have targets, as cells may name them.

type Client = Prisma.TransactionClient;

/** Indicators that have something to aim at, with the targets that stand. */
export async function namedIndicators(tx: Client): Promise<Named[]> {
  const today = dateInShanghai(now());
  const definitions = (await readDefinitions(tx)).map((versions) => definitionOn(versions, today));
  const targets = await tx.indicatorTarget.findMany({
    select: { id: true, indicatorId: true, level: true, unitCode: true, periodFrom: true, periodTo: true },
  });
  return definitions.filter(mayHaveTarget).map((definition) => ({
    id: definition.id,
    names: [definition.name, definition.nameEn],
    target: {
      definition,
      standing: targets
        .filter(({ indicatorId }) => indicatorId === definition.id)
        .map(({ id, level, unitCode, periodFrom, periodTo }) => ({
          ...{ id, unit: `${level}/${unitCode}`, from: fromDbDate(periodFrom), to: fromDbDate(periodTo) },
        })),
    },
  }));
}

/** The city, its alliances and its districts. */
export async function namedUnits(tx: Client): Promise<Named[]> {
  const select = { code: true, name: true, nameEn: true } as const;
  const alliances = await tx.alliance.findMany({ where: { kind: 'regional' }, select, orderBy: { sortOrder: 'asc' } });
  const districts = await tx.district.findMany({ select, orderBy: { code: 'asc' } });
  const named = (level: string) => (unit: { code: string; name: string; nameEn: string }) => ({
    id: `${level}/${unit.code}`,
    names: [unit.name, unit.nameEn],
  });
  return [named('city')(CITY), ...alliances.map(named('alliance')), ...districts.map(named('district'))];
}
