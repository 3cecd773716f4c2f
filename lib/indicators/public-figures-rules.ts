import type { CivilDate } from '@/lib/core/dates';
import { type Relation, withheldCells } from '@/lib/core/suppression';
import { type Period, parsePeriod, periodText, previousOf } from './period-rules';
import type { PublicFigure, PublicFigures } from './public-figures-schema';
import type { Figure, IndicatorDefinition, IndicatorId, UnitNamed } from './schema';

// What of the figures everybody may see. Quarters are the only periods: they neither overlap nor contain each other, so
// that no figure of one follows from another, and small units are smoothed.

/** So many quarters back can be asked for. */
export const PUBLIC_QUARTERS = 8;

/** The quarters that are published, the latest one first. */
export function publicQuarters(today: CivilDate): Period[] {
  const month = Number(today.slice(5, 7));
  const present = parsePeriod(`${today.slice(0, 4)}-Q${Math.ceil(month / 3)}`, today);
  const quarters: Period[] = [];
  for (let one = present && previousOf(present); one && quarters.length < PUBLIC_QUARTERS; one = previousOf(one))
    quarters.push(one);
  return quarters;
}

/** A published quarter as an address writes it, the latest when nothing is asked; null for any other. */
export function publicQuarter(text: string | undefined, today: CivilDate): Period | null {
  const quarters = publicQuarters(today);
  return (text === undefined ? quarters[0] : quarters.find((one) => periodText(one) === text)) ?? null;
}

/** Units by code, each with the codes of its parts. */
export type Hierarchy = ReadonlyMap<string, readonly string[]>;
/** What was computed, by unit and indicator. */
export type Computed = ReadonlyMap<string, Readonly<Record<IndicatorId, Figure>>>;

type Side = 'numerator' | 'denominator';
type Measure = readonly [IndicatorId, Side];

/** Numerators that are sums of others: whoever knows two of the three knows all. */
const LINKED: readonly { total: Measure; parts: readonly Measure[] }[] = [
  {
    total: ['visits_per_held_session', 'numerator'],
    parts: [
      ['visits_new', 'numerator'],
      ['visits_return', 'numerator'],
    ],
  },
];

const cellName = ([id, side]: Measure, unit: string) => `${id}.${side}@${unit}`;

/** Every sum over units that a reader can know of, for one measure. */
function sumsOver(measure: Measure, computed: Computed, hierarchy: Hierarchy): Relation[] {
  const told = (unit: string) => computed.get(unit)?.[measure[0]].missing !== 'not_at_this_level';
  return [...hierarchy].flatMap(([unit, parts]) => {
    const below = parts.filter(told);
    return told(unit) && below.length > 0
      ? [{ total: cellName(measure, unit), parts: below.map((part) => cellName(measure, part)) }]
      : [];
  });
}

/** The cells of some measures that must not be told. */
function withheldOf(measures: readonly Measure[], computed: Computed, hierarchy: Hierarchy): ReadonlySet<string> {
  const cells = new Map<string, number>();
  for (const [unit, figures] of computed)
    for (const measure of measures) {
      const figure = figures[measure[0]];
      if (figure.missing !== 'not_at_this_level') cells.set(cellName(measure, unit), figure[measure[1]] ?? 0);
    }
  const across = LINKED.filter(({ total, parts }) => [total, ...parts].every((one) => isAmong(one, measures))).flatMap(
    ({ total, parts }) =>
      [...computed.keys()].map((unit) => ({
        total: cellName(total, unit),
        parts: parts.map((part) => cellName(part, unit)),
      })),
  );
  return withheldCells(cells, [
    ...measures.flatMap((measure) => sumsOver(measure, computed, hierarchy)),
    ...across.filter(({ total, parts }) => [total, ...parts].every((name) => cells.has(name))),
  ]);
}

function isAmong([id, side]: Measure, measures: readonly Measure[]): boolean {
  return measures.some(([otherId, otherSide]) => otherId === id && otherSide === side);
}

/** Measures that must be looked at together; those that are alone give the same cells wherever they occur. */
function measureGroups(ids: readonly IndicatorId[]): Measure[][] {
  const all = ids.flatMap((id): Measure[] => [
    [id, 'numerator'],
    [id, 'denominator'],
  ]);
  const linked = LINKED.map(({ total, parts }) => [total, ...parts].filter((one) => isAmong(one, all)));
  return [...linked, ...all.filter((one) => !isAmong(one, linked.flat())).map((one) => [one])];
}

/**
 * The figures as everybody may see them: rounded, and without the cells that are small or would give a small one away.
 * @param definitions the indicators that are published
 */
export function publishable(
  computed: Computed,
  hierarchy: Hierarchy,
  definitions: readonly Pick<IndicatorDefinition, 'id' | 'decimals'>[],
): Map<string, Map<IndicatorId, PublicFigure>> {
  const groups = measureGroups(definitions.map(({ id }) => id));
  const withheld = new Set(groups.flatMap((measures) => [...withheldOf(measures, computed, hierarchy)]));
  const isWithheld = (id: IndicatorId, unit: string) =>
    withheld.has(cellName([id, 'numerator'], unit)) || withheld.has(cellName([id, 'denominator'], unit));
  return new Map(
    [...computed].map(([unit, figures]) => [
      unit,
      new Map(
        definitions.map(({ id, decimals }) => [
          id,
          isWithheld(id, unit) ? WITHHELD : { ...figures[id], value: rounded(figures[id].value, decimals) },
        ]),
      ),
    ]),
  );
}

const WITHHELD: PublicFigure = { value: null, numerator: null, denominator: null, missing: 'withheld' };

function rounded(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(value.toFixed(decimals));
}

/** The levels that are told to everybody. */
type PublicLevel = 'city' | 'alliance' | 'district';
export type PublicRow = {
  unit: Omit<UnitNamed, 'level'> & { level: PublicLevel };
  definition: IndicatorDefinition;
  figure: Omit<PublicFigure, 'missing'> & { missing: Exclude<PublicFigure['missing'], 'not_at_this_level'> };
};

/** The figures one by one, unit by unit, without those that a level does not have. */
export function publicRows({ units, definitions }: Pick<PublicFigures, 'units' | 'definitions'>): PublicRow[] {
  return units.flatMap(({ unit, figures }) =>
    definitions.flatMap((definition): PublicRow[] => {
      const figure = figures.get(definition.id);
      const { level } = unit;
      if (!figure || level === 'centre' || level === 'clinic') return [];
      const { missing, ...values } = figure;
      if (missing === 'not_at_this_level') return [];
      return [{ unit: { ...unit, level }, definition, figure: { ...values, missing } }];
    }),
  );
}
