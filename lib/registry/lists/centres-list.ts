import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { compactKey } from '@/lib/public-directory/search/normalise';
import { upsertRows, type WrittenTable } from './bulk-write';
import { FACILITY_HEAD, FACILITY_PAST, FACILITY_TAIL, OFFERED, ORIGIN } from './facility-columns';
import { completeFacility, facilityProblems, formerNameProblems } from './facility-rules';
import { facilityCells, facilityInScope, readFacilities, takenFacilities, writeFacilities } from './facility-store';
import { writeFormerNames } from './former-name-store';
import type { List } from './list';
import { keepingThePast } from './place-past';

const TCM_AREAS = ['hall', 'corner', 'none'] as const;

const CENTRE: WrittenTable = {
  table: 'community_centre',
  columns: {
    facility_id: 'text',
    kind: 'facility_kind',
    district_code: 'text',
    tcm_area: 'tcm_area',
    mid_level_tcm_physicians: 'integer',
  },
  keys: ['facility_id'],
};

/** Community health centres with what they offer and when they are open. */
export const CENTRES: List = keepingThePast({
  name: 'centres',
  model: 'CommunityCentre',
  objectType: 'Facility',
  columns: [
    ...FACILITY_HEAD,
    ...FACILITY_TAIL,
    { key: 'tcmArea', type: { kind: 'choice', choices: 'tcm_area', values: TCM_AREAS }, standard: 'none' },
    { key: 'physicians', type: { kind: 'integer', least: 0, most: 500 } },
    ...OFFERED,
    ...FACILITY_PAST,
    ORIGIN,
  ],
  labelOf: ({ name }) => name ?? '',
  keyOf: ({ district, name }) => (district && name ? `${district} ${compactKey(name)}` : null),
  newId: ({ district }) => `centre-${district ?? 'new'}-${randomUUID().slice(0, 8)}`,
  keyIsUnique: true,
  near: { of: 'places', groupOf: ({ district }) => district ?? null, nameOf: ({ name }) => name ?? '' },
  fixed: ['district'],
  check: (cells, references) => [
    ...facilityProblems(cells, references),
    ...formerNameProblems(cells, dateInShanghai(now())),
  ],
  complete: completeFacility,

  async read(tx, actor, action, ids) {
    const rows = await readFacilities(tx, actor, { kind: 'community_centre', action, ids });
    const centres = await tx.communityCentre.findMany({
      where: { facilityId: { in: rows.map(({ id }) => id) } },
      select: { facilityId: true, tcmArea: true, midLevelTcmPhysicians: true },
    });
    const byId = new Map(centres.map((centre) => [centre.facilityId, centre]));
    return rows.map((row) => {
      const centre = byId.get(row.id);
      const physicians = centre?.midLevelTcmPhysicians ?? null;
      const own = { tcmArea: centre?.tcmArea ?? 'none', physicians: physicians === null ? null : String(physicians) };
      return { id: row.id, cells: { ...facilityCells(row), ...own } };
    });
  },
  count: (tx, actor) => tx.communityCentre.count({ where: whereFor(actor, 'export', 'CommunityCentre') }),
  taken: takenFacilities,
  inScope: facilityInScope,

  async write(tx, entries) {
    await writeFacilities(tx, 'community_centre', entries);
    await writeFormerNames(tx, entries);
    const rows = entries.map(({ id, cells }) => ({
      facility_id: id,
      kind: 'community_centre',
      district_code: cells.district ?? '',
      tcm_area: cells.tcmArea ?? 'none',
      mid_level_tcm_physicians: cells.physicians ?? null,
    }));
    await upsertRows(tx, CENTRE, rows);
  },

  async remove(tx, ids) {
    await tx.facility.deleteMany({ where: { id: { in: [...ids] } } });
  },

  async inUse(tx, ids) {
    const used = await tx.communityCentre.findMany({
      where: {
        facilityId: { in: [...ids] },
        OR: [
          { stations: { some: {} } },
          { jointClinics: { some: {} } },
          { trainees: { some: {} } },
          { projects: { some: {} } },
          { stages: { some: {} } },
          { workstations: { some: {} } },
          { grants: { some: {} } },
          { facility: { is: { OR: [{ reports: { some: {} } }, { memberships: { some: {} } }] } } },
        ],
      },
      select: { facilityId: true },
    });
    return used.map(({ facilityId }) => facilityId);
  },
});
