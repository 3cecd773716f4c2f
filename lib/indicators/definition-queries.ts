import 'server-only';
import { type CivilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Target } from './dashboard-schema';
import { definitionOn } from './definition-rules';
import {
  CITY_CODE,
  type DefinitionVersions,
  INDICATOR_IDS,
  type IndicatorDefinition,
  type IndicatorId,
  type UnitNamed,
} from './schema';

// What indicators mean, and what units are to reach. Both are facts that every reader may see; who may set them is asked
// by the commands.

type Reader = Pick<Prisma.TransactionClient, 'indicatorDefinition'>;

/** Whether the program knows how to compute an indicator of this name. */
export function isIndicatorId(id: string): id is IndicatorId {
  return INDICATOR_IDS.some((known) => known === id);
}

/** Every version of every indicator's words, in their order; indicators that the program does not know are left out. */
export async function readDefinitions(reader: Reader, id?: IndicatorId): Promise<DefinitionVersions[]> {
  const rows = await reader.indicatorDefinition.findMany({
    ...(id ? { where: { id } } : {}),
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }, { version: 'asc' }],
  });
  const found = new Map<string, [IndicatorDefinition, ...IndicatorDefinition[]]>();
  for (const { id, sortOrder: _order, reviewedOn, nextReviewOn, validFrom, ...words } of rows) {
    if (!isIndicatorId(id)) continue;
    const dates = {
      reviewedOn: fromDbDate(reviewedOn),
      nextReviewOn: fromDbDate(nextReviewOn),
      validFrom: fromDbDate(validFrom),
    };
    const version = { id, ...words, ...dates };
    const known = found.get(id);
    if (known) known.push(version);
    else found.set(id, [version]);
  }
  return [...found.values()];
}

/** The words of every indicator as they hold on a day, in their order. */
export async function definitionsOn(day: CivilDate): Promise<IndicatorDefinition[]> {
  return (await readDefinitions(db())).map((versions) => definitionOn(versions, day));
}

/** The targets of a unit whose period covers a day. */
export async function targetsOn({ level, code }: Pick<UnitNamed, 'level' | 'code'>, day: CivilDate): Promise<Target[]> {
  const date = toDbDate(day);
  const rows = await db().indicatorTarget.findMany({
    where: {
      level,
      unitCode: level === 'city' ? CITY_CODE : code,
      periodFrom: { lte: date },
      periodTo: { gte: date },
    },
  });
  return rows.flatMap(({ id, indicatorId, periodFrom, periodTo, value, source, setByName }) =>
    isIndicatorId(indicatorId)
      ? [
          {
            id,
            indicatorId,
            periodFrom: fromDbDate(periodFrom),
            periodTo: fromDbDate(periodTo),
            value: value.toNumber(),
            source,
            setByName,
          },
        ]
      : [],
  );
}
