import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Action, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { compactKey } from '@/lib/public-directory/search/normalise';
import type { Cells } from '@/lib/registry/schema';
import { ORIGIN } from './facility-columns';
import { lieElsewhere } from './facility-rules';
import { facilityInScope, takenFacilities } from './facility-store';
import type { List } from './list';
import { completePlan, PLAN_STAGES, planProblems, type TakenNames } from './plan-cell-rules';
import { entryId, PLAN_SELECT, planEntry, recordId, writePlans } from './plan-store';
import { STAGE_FROM, STAGE_REASONS } from './stage-cell-rules';

const STATION_KINDS = ['community_station', 'village_clinic'] as const;

const today = () => dateInShanghai(now());
const keyIn = ({ district, name }: Cells) => (district && name ? `${district} ${compactKey(name)}` : null);

const mine = (actor: Actor, action: Action) => ({
  AND: [whereFor(actor, action, 'StageRecord'), { kind: 'station', stationId: null } as const],
});

function rulesWith(names: TakenNames): Pick<List, 'check' | 'complete'> {
  return {
    complete: (cells) => completePlan(cells, today()),
    check: (cells, references) => [
      ...lieElsewhere('subdistrict', 'subdistrictElsewhere', cells, references),
      ...lieElsewhere('centre', 'centreElsewhere', cells, references),
      ...planProblems(cells, keyIn(cells), names, today()),
    ],
  };
}

/** Stations that are planned or being built, with the stages they went through: facilities on the day they open. */
export const PLANS: List = {
  name: 'plans',
  model: 'StageRecord',
  // the city plans no single station, but brings what is planned
  broughtBy: 'update',
  objectType: 'StageRecord',
  columns: [
    { key: 'id', type: { kind: 'id' } },
    { key: 'name', type: { kind: 'text', most: 80 }, required: true },
    { key: 'nameEn', type: { kind: 'text', most: 160 } },
    { key: 'district', type: { kind: 'reference', to: 'district' }, required: true },
    { key: 'subdistrict', type: { kind: 'reference', to: 'subdistrict' }, required: true },
    { key: 'centre', type: { kind: 'reference', to: 'centre' }, required: true },
    {
      key: 'stationKind',
      type: { kind: 'choice', choices: 'station_kind', values: STATION_KINDS },
      standard: 'community_station',
    },
    { key: 'stage', type: { kind: 'choice', choices: 'plan_stage', values: PLAN_STAGES }, standard: 'planned' },
    STAGE_FROM,
    ...STAGE_REASONS,
    { key: 'earlierStages', type: { kind: 'statuses', choices: 'plan_stage', values: PLAN_STAGES } },
    ORIGIN,
  ],
  labelOf: ({ name }) => name ?? '',
  keyOf: keyIn,
  keyIsUnique: false,
  newId: ({ subdistrict, district }) => `station-${subdistrict ?? district ?? 'new'}-${randomUUID().slice(0, 8)}`,
  near: null,
  fixed: ['district'],
  ...rulesWith({ open: new Set(), planned: new Map() }),

  async around(tx, actor) {
    const present = await PLANS.read(tx, actor, 'update');
    const stations = await tx.facility.findMany({
      where: { kind: 'service_station' },
      select: { districtCode: true, name: true },
    });
    const open = new Set(stations.flatMap(({ districtCode, name }) => keyIn({ district: districtCode, name }) ?? []));
    const standing = present.filter(({ cells }) => cells.stage !== 'closed');
    const planned = new Map(standing.map(({ id, cells }) => [keyIn(cells) ?? '', id]));
    return { present, rules: rulesWith({ open, planned }) };
  },

  async read(tx, actor, action, ids) {
    const rows = await tx.stageRecord.findMany({
      where: { AND: [mine(actor, action), ids ? { id: { in: ids.map(recordId) } } : {}] },
      select: PLAN_SELECT,
      orderBy: { id: 'asc' },
    });
    return rows.map(planEntry);
  },
  count: (tx, actor) => tx.stageRecord.count({ where: mine(actor, 'export') }),
  async taken(tx, ids) {
    const records = await tx.stageRecord.findMany({
      where: { id: { in: ids.map(recordId) } },
      select: { id: true },
    });
    return [...new Set([...records.map(({ id }) => entryId(id)), ...(await takenFacilities(tx, ids))])];
  },
  inScope: facilityInScope,
  write: writePlans,

  async remove(tx, ids) {
    await tx.stageRecord.deleteMany({ where: { id: { in: ids.map(recordId) }, stationId: null } });
  },

  // nothing refers to what is not there yet; a step taken since is told as a change
  inUse: async () => [],
};
