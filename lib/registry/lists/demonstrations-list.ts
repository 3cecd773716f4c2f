import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import { now } from '@/lib/core/clock';
import { type CivilDate, civilDate, dateInShanghai, fromDbDate } from '@/lib/core/dates';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { CellProblem, Cells } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import { lieElsewhere } from './facility-rules';
import { facilityInScope } from './facility-store';
import { readStages, writeStages } from './kept-stages';
import type { List } from './list';
import {
  completeStage,
  STAGE_COLUMN,
  STAGE_FROM,
  type StageBasis,
  stageCellProblems,
  stageCells,
} from './stage-cell-rules';

const DEMONSTRATION: WrittenTable = {
  table: 'demonstration_station',
  columns: {
    station_id: 'text',
    applied_on: 'date',
    district_accepted_on: 'date',
    city_accepted_on: 'date',
    withdrawn_on: 'date',
    origin: 'origin',
  },
  keys: ['station_id'],
};

/** The days of a demonstration station in the order in which they come; one needs the one before it. */
const STAGES = ['appliedOn', 'districtAcceptedOn', 'cityAcceptedOn', 'titleWithdrawnOn'] as const;

/** The district accepts after the application, the city after the district, and only what was accepted is taken back. */
function stageProblems(cells: Cells, references: References): CellProblem[] {
  const problems = lieElsewhere('station', 'stationElsewhere', cells, references);
  const told = (column: string, code: CellProblem['code']): CellProblem => ({
    ...{ column, code, level: 'error', found: cells[column] ?? '', suggestion: null, values: {} },
  });
  for (const [at, stage] of STAGES.entries()) {
    const before = STAGES[at - 1];
    if (!before || !cells[stage]) continue;
    const earlier: CivilDate | null = cells[before] ? civilDate(cells[before]) : null;
    if (earlier === null) problems.push(told(before, 'required'));
    else if (civilDate(cells[stage]) < earlier) problems.push(told(stage, 'stageOrder'));
  }
  return [...problems, ...stageCellProblems(cells, stageBasis(cells), dateInShanghai(now()))];
}

/** The latest of its days says where a title stands; whether it works after that is said beside them. */
function stageBasis({ appliedOn, districtAcceptedOn, cityAcceptedOn, titleWithdrawnOn }: Cells): StageBasis {
  if (titleWithdrawnOn) return { fits: ['closed'], began: titleWithdrawnOn };
  if (cityAcceptedOn) return { fits: ['city_accepted', 'operating', 'suspended'], began: cityAcceptedOn };
  if (districtAcceptedOn) return { fits: ['district_accepted'], began: districtAcceptedOn };
  return { fits: ['building'], began: appliedOn ?? null };
}

/** Demonstration stations (中医药特色示范服务站) with the day of each stage. */
export const DEMONSTRATIONS: List = {
  name: 'demonstrations',
  model: 'DemonstrationStation',
  objectType: 'DemonstrationStation',
  columns: [
    { key: 'district', type: { kind: 'reference', to: 'district' }, required: true },
    { key: 'station', type: { kind: 'reference', to: 'station' }, required: true },
    { key: 'appliedOn', type: { kind: 'date' }, required: true },
    { key: 'districtAcceptedOn', type: { kind: 'date' } },
    { key: 'cityAcceptedOn', type: { kind: 'date' } },
    { key: 'titleWithdrawnOn', type: { kind: 'date' } },
    STAGE_COLUMN,
    STAGE_FROM,
    ORIGIN,
  ],
  labelOf: ({ station }) => station ?? '',
  keyOf: ({ station }) => station ?? null,
  keyIsUnique: true,
  newId: ({ station }) => station ?? '',
  near: null,
  fixed: ['district', 'station'],
  check: stageProblems,
  complete: (cells) => completeStage(cells, stageBasis(cells), dateInShanghai(now())),

  async read(tx, actor, action, ids) {
    const rows = await tx.demonstrationStation.findMany({
      where: { AND: [whereFor(actor, action, 'DemonstrationStation'), ids ? { stationId: { in: [...ids] } } : {}] },
      include: { station: { select: { facility: { select: { districtCode: true } } } } },
      orderBy: { stationId: 'asc' },
    });
    const stages = await readStages(tx, actor, action, 'demonstration', ids);
    const day = (date: Date | null) => date && fromDbDate(date);
    return rows.map(({ stationId, station, origin, ...days }) => ({
      id: stationId,
      cells: {
        ...{ district: station.facility.districtCode, station: stationId, appliedOn: day(days.appliedOn) },
        ...{ districtAcceptedOn: day(days.districtAcceptedOn), cityAcceptedOn: day(days.cityAcceptedOn) },
        ...{ titleWithdrawnOn: day(days.withdrawnOn), origin },
        ...stageCells(stages.get(stationId)),
      },
    }));
  },
  count: (tx, actor) => tx.demonstrationStation.count({ where: whereFor(actor, 'export', 'DemonstrationStation') }),
  async taken(tx, ids) {
    const where = { stationId: { in: [...ids] } };
    const rows = await tx.demonstrationStation.findMany({ where, select: { stationId: true } });
    return rows.map(({ stationId }) => stationId);
  },
  inScope: facilityInScope,

  async write(tx, entries) {
    const rows = entries.map(({ id, cells }) => ({
      station_id: id,
      applied_on: cells.appliedOn ?? null,
      district_accepted_on: cells.districtAcceptedOn ?? null,
      city_accepted_on: cells.cityAcceptedOn ?? null,
      withdrawn_on: cells.titleWithdrawnOn ?? null,
      origin: cells.origin ?? 'imported',
    }));
    await upsertRows(tx, DEMONSTRATION, rows);
    await writeStages(tx, 'demonstration', entries);
  },

  async remove(tx, ids) {
    await tx.demonstrationStation.deleteMany({ where: { stationId: { in: [...ids] } } });
  },

  // nothing refers to a title
  inUse: async () => [],
};
