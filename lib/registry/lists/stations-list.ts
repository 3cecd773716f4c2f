import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { FACILITY_STATUSES } from '@/lib/directory/schema';
import { compactKey } from '@/lib/public-directory/search/normalise';
import { yesNo } from '@/lib/registry/rows/cell-values';
import type { Cells } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { FACILITY_HEAD, FACILITY_PAST, FACILITY_TAIL, OFFERED, ORIGIN } from './facility-columns';
import { completeFacility, facilityProblems, formerNameProblems, lieElsewhere } from './facility-rules';
import { facilityCells, facilityInScope, readFacilities, takenFacilities, writeFacilities } from './facility-store';
import { writeFormerNames } from './former-name-store';
import { readStages, writeStages } from './kept-stages';
import type { List } from './list';
import { keepingThePast } from './place-past';
import {
  completeStage,
  STAGE_FROM,
  STAGE_REASONS,
  type StageBasis,
  stageCellProblems,
  stageCells,
} from './stage-cell-rules';

const STATION_KINDS = ['community_station', 'village_clinic'] as const;

const STATION: WrittenTable = {
  table: 'service_station',
  columns: {
    facility_id: 'text',
    kind: 'facility_kind',
    district_code: 'text',
    centre_id: 'text',
    station_kind: 'station_kind',
    has_tcm_physician: 'boolean',
  },
  keys: ['facility_id'],
};

/** What a station's stage is stands in its status; the day and the reason are said beside it. */
function stageBasis({ status }: Cells): StageBasis {
  return { fits: [FACILITY_STATUSES.find((one) => one === status) ?? 'operating'], began: null };
}

/** Service stations and village clinics, each under its centre. */
export const STATIONS: List = keepingThePast({
  name: 'stations',
  model: 'ServiceStation',
  objectType: 'Facility',
  columns: [
    ...FACILITY_HEAD,
    { key: 'centre', type: { kind: 'reference', to: 'centre' }, required: true },
    {
      key: 'stationKind',
      type: { kind: 'choice', choices: 'station_kind', values: STATION_KINDS },
      standard: 'community_station',
    },
    ...FACILITY_TAIL,
    STAGE_FROM,
    ...STAGE_REASONS,
    { key: 'tcmPhysician', type: { kind: 'yes_no' } },
    ...OFFERED,
    ...FACILITY_PAST,
    ORIGIN,
  ],
  labelOf: ({ name }) => name ?? '',
  keyOf: ({ district, name }) => (district && name ? `${district} ${compactKey(name)}` : null),
  newId: ({ subdistrict, district }) => `station-${subdistrict ?? district ?? 'new'}-${randomUUID().slice(0, 8)}`,
  keyIsUnique: true,
  near: { of: 'places', groupOf: ({ centre }) => centre ?? null, nameOf: ({ name }) => name ?? '' },
  fixed: ['district'],
  check: (cells, references) => [
    ...facilityProblems(cells, references),
    ...formerNameProblems(cells, dateInShanghai(now())),
    ...lieElsewhere('centre', 'centreElsewhere', cells, references),
    ...stageCellProblems(cells, stageBasis(cells), dateInShanghai(now())),
  ],
  complete: (cells, references) =>
    completeStage(completeFacility(cells, references), stageBasis(cells), dateInShanghai(now())),

  async read(tx, actor, action, ids) {
    const rows = await readFacilities(tx, actor, { kind: 'service_station', action, ids });
    const stations = await tx.serviceStation.findMany({
      where: { AND: [whereFor(actor, action, 'ServiceStation'), ids ? { facilityId: { in: [...ids] } } : {}] },
      select: { facilityId: true, centreId: true, stationKind: true, hasTcmPhysician: true },
    });
    const stages = await readStages(tx, actor, action, 'station', ids);
    const byId = new Map(stations.map((station) => [station.facilityId, station]));
    return rows.flatMap((row) => {
      const station = byId.get(row.id);
      if (!station) return [];
      const own = {
        centre: station.centreId,
        stationKind: station.stationKind,
        tcmPhysician: yesNo(station.hasTcmPhysician),
      };
      return [{ id: row.id, cells: { ...facilityCells(row), ...own, ...stageCells(stages.get(row.id)) } }];
    });
  },
  count: (tx, actor) => tx.serviceStation.count({ where: whereFor(actor, 'export', 'ServiceStation') }),
  taken: takenFacilities,
  inScope: facilityInScope,

  async write(tx, entries) {
    await writeFacilities(tx, 'service_station', entries);
    await writeFormerNames(tx, entries);
    const rows = entries.map(({ id, cells }) => ({
      facility_id: id,
      kind: 'service_station',
      district_code: cells.district ?? '',
      centre_id: cells.centre ?? '',
      station_kind: cells.stationKind ?? 'community_station',
      has_tcm_physician: cells.tcmPhysician ? cells.tcmPhysician === 'yes' : null,
    }));
    await upsertRows(tx, STATION, rows);
    await writeStages(tx, 'station', entries);
  },

  async remove(tx, ids) {
    await tx.facility.deleteMany({ where: { id: { in: [...ids] } } });
  },

  async inUse(tx, ids) {
    const used = await tx.serviceStation.findMany({
      where: {
        facilityId: { in: [...ids] },
        OR: [
          { demonstration: { isNot: null } },
          { facility: { is: { OR: [{ reports: { some: {} } }, { memberships: { some: {} } }] } } },
        ],
      },
      select: { facilityId: true },
    });
    return used.map(({ facilityId }) => facilityId);
  },
});
