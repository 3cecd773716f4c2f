import 'server-only';
import { type CivilDate, dateInShanghai } from '@/lib/core/dates';
import { sumsOfPart } from './part-sums';
import { knownUntil, monthsOf } from './period-rules';
import { figureOf } from './rules';
import type { Figure, IndicatorId } from './schema';
import { activityOf, eachMonth, structureOf } from './sums';
import type { TargetUnit } from './target-units';

const EVERYWHERE = { everywhere: true } as const;

type Asked = {
  unit: TargetUnit;
  definition: { id: IndicatorId };
  period: { from: CivilDate; to: CivilDate };
};

/** What was reached of each target by now; null before its period begins and for units that the reader may not open. */
export async function targetFigures(targets: readonly Asked[], instant: Date): Promise<(Figure | null)[]> {
  const today = dateInShanghai(instant);
  const told = targets.filter(({ unit, period }) => unit.part && period.from <= today);
  if (told.length === 0) return targets.map(() => null);
  const months = [...new Set(told.flatMap(({ period }) => monthsOf(period)))].filter((month) => month <= today);
  const days = [...new Set(told.map(({ period }) => knownUntil(period, instant)))];
  const [activity, ...structures] = await Promise.all([
    activityOf(EVERYWHERE, 'district', eachMonth(months), instant),
    ...days.map((day) => structureOf(EVERYWHERE, day)),
  ]);
  return targets.map((target) => {
    const { unit, period, definition } = target;
    if (!unit.part || !told.includes(target)) return null;
    const structure = structures[days.indexOf(knownUntil(period, instant))] ?? [];
    return figureOf(definition.id, sumsOfPart(unit.part, activity, structure, period), unit.named.level);
  });
}
