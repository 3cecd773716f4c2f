import 'server-only';
import { type CivilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Target } from './dashboard-schema';
import { CITY_CODE, INDICATOR_IDS, type IndicatorDefinition, type IndicatorId, type UnitNamed } from './schema';

// What indicators mean, and what units are to reach. Both are facts that every reader may see; who may set them is asked
// by the commands.

function isIndicatorId(id: string): id is IndicatorId {
  return INDICATOR_IDS.some((known) => known === id);
}

/** The words of every indicator as they hold on a day, in their order; indicators that the program does not know are left out. */
export async function definitionsOn(day: CivilDate): Promise<IndicatorDefinition[]> {
  const rows = await db().indicatorDefinition.findMany({
    where: { validFrom: { lte: toDbDate(day) } },
    distinct: ['id'],
    orderBy: [{ id: 'asc' }, { version: 'desc' }],
  });
  return rows
    .sort((a, b) => a.sortOrder - b.sortOrder)
    .flatMap(
      ({
        id,
        reviewedOn,
        nextReviewOn,
        validFrom: _from,
        groupNumber: _group,
        sortOrder: _order,
        reason: _reason,
        ...words
      }) =>
        isIndicatorId(id)
          ? [{ id, ...words, reviewedOn: fromDbDate(reviewedOn), nextReviewOn: fromDbDate(nextReviewOn) }]
          : [],
    );
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
