import 'server-only';
import { mayIOn, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, dateInShanghai, fromDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { isIndicatorId, readDefinitions } from './definition-queries';
import { definitionOn } from './definition-rules';
import { knownUntil } from './period-rules';
import { targetFigures } from './target-figures';
import { distanceTo, mayHaveTarget, targetState } from './target-rules';
import type { TargetChoices, TargetRow, TargetState } from './target-schema';
import { type TargetUnit, targetUnits } from './target-units';

// Targets against what was reached, for the units of a reader.

const COLUMNS = {
  id: true,
  version: true,
  indicatorId: true,
  level: true,
  unitCode: true,
  periodFrom: true,
  periodTo: true,
  value: true,
  source: true,
  reason: true,
  setByName: true,
  setAt: true,
  origin: true,
} as const satisfies Prisma.IndicatorTargetSelect;

/** Whether the reader may set targets of a unit. */
export function maySetTargets(actor: Actor, { level, code }: { level: string; code: string }): boolean {
  return mayIOn(actor, 'create', 'IndicatorTarget', { level, unitCode: code });
}

async function rowsOf(actor: Actor, where: Prisma.IndicatorTargetWhereInput): Promise<TargetRow[]> {
  const instant = now();
  const today = dateInShanghai(instant);
  const [units, definitions] = await Promise.all([targetUnits(actor, today), readDefinitions(db())]);
  if (units.length === 0) return [];
  const found = await db().indicatorTarget.findMany({
    where: {
      AND: [
        whereFor(actor, 'read', 'IndicatorTarget'),
        where,
        // never empty: a reader without units was answered above
        { OR: units.map(({ named }) => ({ level: named.level, unitCode: named.code })) },
      ],
    },
    select: COLUMNS,
    orderBy: [{ periodFrom: 'desc' }, { unitCode: 'asc' }, { indicatorId: 'asc' }],
  });
  const known = found.flatMap(({ indicatorId, level, unitCode, value, setAt, ...row }) => {
    const unit = units.find(({ named }) => named.level === level && named.code === unitCode);
    const versions = definitions.find(([{ id }]) => id === indicatorId);
    if (!unit || !versions || !isIndicatorId(indicatorId)) return [];
    const period = { from: fromDbDate(row.periodFrom), to: fromDbDate(row.periodTo) };
    const definition = definitionOn(versions, knownUntil(period, instant));
    return [{ ...row, unit, definition, period, value: value.toNumber(), setAt: setAt.toISOString() }];
  });
  const figures = await targetFigures(known, instant);
  return sorted(
    units,
    known.map(({ unit, period, ...row }, index) => {
      const figure = figures[index] ?? null;
      return {
        ...row,
        unit: unit.named,
        periodFrom: period.from,
        periodTo: period.to,
        state: targetState(period, today),
        figure,
        distance: figure && distanceTo(row.value, figure, row.definition),
        mine: maySetTargets(actor, unit.named),
      };
    }),
  );
}

/** In the order of the network, and within a unit of the indicators. */
function sorted(units: readonly TargetUnit[], rows: TargetRow[]): TargetRow[] {
  const place = (row: TargetRow) => units.findIndex(({ named }) => named.code === row.unit.code);
  return rows.sort(
    (a, b) =>
      place(a) - place(b) ||
      a.definition.groupNumber - b.definition.groupNumber ||
      (a.periodFrom < b.periodFrom ? 1 : -1),
  );
}

function inState(state: TargetState, today: CivilDate): Prisma.IndicatorTargetWhereInput {
  const day = new Date(`${today}T00:00:00Z`);
  switch (state) {
    case 'coming':
      return { periodFrom: { gt: day } };
    case 'running':
      return { periodFrom: { lte: day }, periodTo: { gte: day } };
    case 'over':
      return { periodTo: { lt: day } };
  }
}

/** The targets of the reader's units that are still to come, run, or are over, with how far each unit is from them. */
export async function listTargets(actor: Actor, { state }: { state: TargetState }): Promise<TargetRow[]> {
  return await rowsOf(actor, inState(state, dateInShanghai(now())));
}

/** A target, with all others of its unit and indicator; null for one that is not there or out of scope. */
export async function getTarget(
  actor: Actor,
  id: string,
): Promise<{ target: TargetRow; others: readonly TargetRow[] } | null> {
  const one = await db().indicatorTarget.findFirst({
    where: { AND: [whereFor(actor, 'read', 'IndicatorTarget'), { id }] },
    select: { indicatorId: true, level: true, unitCode: true },
  });
  const rows = one ? await rowsOf(actor, one) : [];
  const target = rows.find((row) => row.id === id);
  return target ? { target, others: rows.filter((row) => row !== target) } : null;
}

/** The units and indicators for which the reader may set targets; null for whoever sets none. */
export async function getTargetChoices(actor: Actor): Promise<TargetChoices | null> {
  const today = dateInShanghai(now());
  const [units, definitions] = await Promise.all([targetUnits(actor, today), readDefinitions(db())]);
  const mine = units.map(({ named }) => named).filter((named) => maySetTargets(actor, named));
  if (mine.length === 0) return null;
  return { units: mine, definitions: definitions.map((one) => definitionOn(one, today)).filter(mayHaveTarget) };
}
