import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { Cells, Entry } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import type { List } from './list';
import { completeTarget, targetRowProblems, unitIn } from './target-cell-rules';

const TARGET: WrittenTable = {
  table: 'indicator_target',
  columns: {
    id: 'text',
    indicator_id: 'text',
    level: 'unit_level',
    unit_code: 'text',
    period_from: 'date',
    period_to: 'date',
    value: 'decimal',
    source: 'text',
    reason: 'text',
    set_by: 'text',
    set_by_name: 'text',
    set_at: 'timestamptz',
    origin: 'origin',
  },
  keys: ['id'],
  onChange: 'version = indicator_target.version + 1',
};

const today = () => dateInShanghai(now());

async function writeTargets(tx: Prisma.TransactionClient, entries: readonly Entry[], actor: Actor): Promise<void> {
  const rows = entries.map(({ id, cells }) => {
    const { level, code } = unitIn(cells.targetUnit);
    return {
      ...{ id, indicator_id: cells.indicator ?? '', level, unit_code: code },
      ...{ period_from: cells.periodFrom ?? null, period_to: cells.periodTo ?? null },
      ...{ value: cells.targetValue ?? null, source: cells.targetSource ?? '', reason: cells.targetReason ?? null },
      // what was loaded without a reason was set by nobody of the portal
      set_by: cells.targetReason ? actor.accountId : null,
      ...{ set_by_name: actor.displayName, set_at: now().toISOString(), origin: cells.origin ?? 'imported' },
    };
  });
  await upsertRows(tx, TARGET, rows);
}

function inScope(actor: Actor, { targetUnit }: Cells): boolean {
  if (actor.role === 'district_officer') return targetUnit === `district/${actor.districtCode}`;
  return actor.role === 'city_officer';
}

/** What units are to reach: a target is one indicator, one unit and one period. */
export const TARGETS: List = {
  name: 'targets',
  model: 'IndicatorTarget',
  objectType: 'Target',
  scopeColumn: 'targetUnit',
  columns: [
    { key: 'id', type: { kind: 'id' } },
    { key: 'indicator', type: { kind: 'reference', to: 'indicator' }, required: true },
    { key: 'targetUnit', type: { kind: 'reference', to: 'unit' }, required: true },
    { key: 'periodFrom', type: { kind: 'date' }, required: true },
    { key: 'periodTo', type: { kind: 'date' }, required: true },
    { key: 'targetValue', type: { kind: 'number' }, required: true },
    { key: 'targetSource', type: { kind: 'text', most: 200 }, required: true },
    { key: 'targetReason', type: { kind: 'text', most: 300 } },
    ORIGIN,
  ],
  labelOf: ({ indicator, targetUnit, periodFrom }) => [indicator, targetUnit, periodFrom].filter(Boolean).join(' '),
  keyOf: ({ indicator, targetUnit, periodFrom }) =>
    indicator && targetUnit && periodFrom ? `${indicator} ${targetUnit} ${periodFrom}` : null,
  keyIsUnique: true,
  newId: () => randomUUID(),
  near: null,
  fixed: ['indicator', 'targetUnit'],
  check: (cells, references, before) => targetRowProblems(cells, references, before, today()),
  complete: completeTarget,

  async read(tx, actor, action, ids) {
    const rows = await tx.indicatorTarget.findMany({
      where: { AND: [whereFor(actor, action, 'IndicatorTarget'), ids ? { id: { in: [...ids] } } : {}] },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ id, indicatorId, level, unitCode, periodFrom, periodTo, value, source, reason, origin }) => ({
      id,
      cells: {
        ...{ id, indicator: indicatorId, targetUnit: `${level}/${unitCode}` },
        ...{ periodFrom: fromDbDate(periodFrom), periodTo: fromDbDate(periodTo) },
        ...{ targetValue: String(value.toNumber()), targetSource: source, targetReason: reason, origin },
        district: level === 'district' ? unitCode : null,
      },
    }));
  },
  count: (tx, actor) => tx.indicatorTarget.count({ where: whereFor(actor, 'export', 'IndicatorTarget') }),
  taken: async (tx, ids) =>
    (await tx.indicatorTarget.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })).map(({ id }) => id),
  inScope,
  write: writeTargets,

  async remove(tx, ids) {
    await tx.indicatorTarget.deleteMany({ where: { id: { in: [...ids] } } });
  },

  // a target stays once its period has begun
  async inUse(tx, ids) {
    const begun = { id: { in: [...ids] }, periodFrom: { lte: toDbDate(today()) } };
    return (await tx.indicatorTarget.findMany({ where: begun, select: { id: true } })).map(({ id }) => id);
  },
};
