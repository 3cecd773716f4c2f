import 'server-only';
import { randomUUID } from 'node:crypto';
import { mayI, whereFor } from '@/lib/access/abilities';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { compactKey } from '@/lib/public-directory/search/normalise';
import type { Column, Entry } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { FACILITY_HEAD, FACILITY_PAST, FACILITY_TAIL, OFFERED, ORIGIN } from './facility-columns';
import { formerNameProblems } from './facility-rules';
import { facilityCells, readFacilities, takenFacilities, writeFacilities } from './facility-store';
import { writeFormerNames } from './former-name-store';
import { completeHospital, hospitalProblems, leadSpans } from './hospital-rules';
import { readHospitalMembers, writeHospitalMembers } from './hospital-store';
import type { List } from './list';
import { keepingThePast } from './place-past';

const HOSPITAL_KINDS = ['lead_hospital', 'partner_hospital'] as const;
type HospitalKind = (typeof HOSPITAL_KINDS)[number];

const ROLE: readonly Column[] = [
  {
    key: 'hospitalKind',
    type: { kind: 'choice', choices: 'hospital_kind', values: HOSPITAL_KINDS },
    required: true,
  },
  { key: 'alliance', type: { kind: 'reference', to: 'alliance' } },
  { key: 'memberFrom', type: { kind: 'date' } },
  { key: 'memberTo', type: { kind: 'date' } },
];

const rowOf = (table: string): WrittenTable => ({
  table,
  columns: { facility_id: 'text', kind: 'facility_kind' },
  keys: ['facility_id'],
});
const TABLES = { lead_hospital: rowOf('lead_hospital'), partner_hospital: rowOf('partner_hospital') } as const;

const kindOf = ({ cells }: Entry): HospitalKind =>
  cells.hospitalKind === 'lead_hospital' ? 'lead_hospital' : 'partner_hospital';

/** The lead hospitals of the alliances and the general hospitals beside them. */
export const HOSPITALS: List = keepingThePast({
  name: 'hospitals',
  model: 'LeadHospital',
  objectType: 'Facility',
  columns: [...FACILITY_HEAD, ...ROLE, ...FACILITY_TAIL, ...OFFERED, ...FACILITY_PAST, ORIGIN],
  labelOf: ({ name }) => name ?? '',
  keyOf: ({ district, name }) => (district && name ? `${district} ${compactKey(name)}` : null),
  newId: () => `hospital-${randomUUID().slice(0, 8)}`,
  keyIsUnique: true,
  near: { of: 'places', groupOf: ({ district }) => district ?? null, nameOf: ({ name }) => name ?? '' },
  fixed: ['district', 'hospitalKind'],
  check: (cells, references) => [
    ...hospitalProblems(cells, references),
    ...formerNameProblems(cells, dateInShanghai(now())),
  ],
  spans: leadSpans,
  complete: (cells, references) => completeHospital(cells, references, dateInShanghai(now())),

  async read(tx, actor, action, ids) {
    // facilities of a district are its officer's, hospitals of the alliances the city's
    if (!mayI(actor, action, 'LeadHospital')) return [];
    const entries: Entry[] = [];
    for (const kind of HOSPITAL_KINDS) {
      const rows = await readFacilities(tx, actor, { kind, action, ids });
      const members = await readHospitalMembers(
        tx,
        rows.map(({ id }) => id),
      );
      for (const row of rows)
        entries.push({ id: row.id, cells: { ...facilityCells(row), hospitalKind: kind, ...members.get(row.id) } });
    }
    return entries;
  },
  count: async (tx, actor) =>
    (await tx.leadHospital.count({ where: whereFor(actor, 'export', 'LeadHospital') })) +
    (await tx.partnerHospital.count({ where: whereFor(actor, 'export', 'PartnerHospital') })),
  taken: takenFacilities,
  inScope: ({ role }) => role === 'city_officer',

  async write(tx, entries) {
    for (const kind of HOSPITAL_KINDS) {
      const own = entries.filter((entry) => kindOf(entry) === kind);
      await writeFacilities(tx, kind, own);
      await upsertRows(
        tx,
        TABLES[kind],
        own.map(({ id }) => ({ facility_id: id, kind })),
      );
    }
    await writeFormerNames(tx, entries);
    await writeHospitalMembers(tx, entries);
  },

  async remove(tx, ids) {
    await tx.allianceMembership.deleteMany({ where: { facilityId: { in: [...ids] } } });
    await tx.facility.deleteMany({ where: { id: { in: [...ids] } } });
  },

  async inUse(tx, ids) {
    const some = { some: {} };
    const lead = [
      ...[{ campuses: some }, { experts: some }, { jointClinics: some }, { preparations: some }, { teams: some }],
      ...[{ dualEmployments: some }, { sessions: some }, { activity: some }],
    ];
    const used = await tx.facility.findMany({
      where: {
        id: { in: [...ids] },
        OR: [
          { leadHospital: { is: { OR: lead } } },
          ...[{ reports: some }, { dispensing: some }],
          { memberships: { some: { allianceKind: 'specialty' } } },
        ],
      },
      select: { id: true },
    });
    return used.map(({ id }) => id);
  },
});
