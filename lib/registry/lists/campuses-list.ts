import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import { POSITION_EXACTNESS } from '@/lib/directory/schema';
import { compactKey } from '@/lib/public-directory/search/normalise';
import type { Cells } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import { completePosition, positionProblems } from './facility-rules';
import { labelled } from './label-rules';
import type { List } from './list';

const CAMPUS: WrittenTable = {
  table: 'hospital_campus',
  columns: {
    ...{ hospital_id: 'text', name: 'text', name_en: 'text', address: 'text', address_en: 'text' },
    ...{ district_code: 'text', latitude: 'decimal', longitude: 'decimal' },
    ...{ exactness: 'position_exactness', origin: 'origin' },
  },
  keys: ['hospital_id', 'name'],
};

/** A hospital has a campus of a name once: the two together tell entries apart. */
const idOf = ({ hospital, campusName }: Cells) => `${hospital ?? ''} ${campusName ?? ''}`;

function partsOf(id: string) {
  const at = id.indexOf(' ');
  return { hospitalId: id.slice(0, at), name: id.slice(at + 1) };
}

/** Entries by their ids; none for no ids, where an empty OR would be dropped. */
const anyOf = (ids: readonly string[]) => (ids.length === 0 ? { hospitalId: { in: [] } } : { OR: ids.map(partsOf) });

/** The campuses of lead hospitals (院区). */
export const CAMPUSES: List = {
  name: 'campuses',
  model: 'HospitalCampus',
  objectType: 'HospitalCampus',
  columns: [
    { key: 'hospital', type: { kind: 'reference', to: 'hospital' }, required: true },
    { key: 'campusName', type: { kind: 'text', most: 40 }, required: true },
    { key: 'campusNameEn', type: { kind: 'text', most: 120 } },
    { key: 'district', type: { kind: 'reference', to: 'district' }, required: true },
    { key: 'address', type: { kind: 'text', most: 120 }, required: true },
    { key: 'addressEn', type: { kind: 'text', most: 200 } },
    { key: 'latitude', type: { kind: 'latitude' } },
    { key: 'longitude', type: { kind: 'longitude' } },
    { key: 'datum', type: { kind: 'datum' } },
    { key: 'exactness', type: { kind: 'choice', choices: 'exactness', values: POSITION_EXACTNESS } },
    ORIGIN,
  ],
  labelOf: ({ label }) => label ?? '',
  keyOf: ({ hospital, campusName }) => (hospital && campusName ? `${hospital} ${compactKey(campusName)}` : null),
  keyIsUnique: true,
  newId: idOf,
  near: null,
  fixed: ['hospital', 'campusName'],
  check: positionProblems,
  complete: (cells, references) =>
    labelled(
      completePosition(
        {
          ...cells,
          campusNameEn: cells.campusNameEn ?? cells.campusName ?? null,
          addressEn: cells.addressEn ?? cells.address ?? null,
        },
        references,
      ),
      references,
      [['hospital', cells.hospital]],
      cells.campusName,
    ),

  async read(tx, actor, action, ids) {
    const rows = await tx.hospitalCampus.findMany({
      where: { AND: [whereFor(actor, action, 'HospitalCampus'), ids ? anyOf(ids) : {}] },
      orderBy: [{ hospitalId: 'asc' }, { name: 'asc' }],
    });
    return rows.map(({ hospitalId, name, nameEn, districtCode, latitude, longitude, ...row }) => {
      const { address, addressEn, exactness, origin } = row;
      const cells = {
        ...{ hospital: hospitalId, campusName: name, campusNameEn: nameEn, district: districtCode, address, addressEn },
        ...{ latitude: latitude.toFixed(6), longitude: longitude.toFixed(6), datum: 'wgs84', exactness, origin },
      };
      return { id: idOf(cells), cells };
    });
  },
  count: (tx, actor) => tx.hospitalCampus.count({ where: whereFor(actor, 'export', 'HospitalCampus') }),
  async taken(tx, ids) {
    const rows = await tx.hospitalCampus.findMany({ where: anyOf(ids), select: { hospitalId: true, name: true } });
    return rows.map(({ hospitalId, name }) => idOf({ hospital: hospitalId, campusName: name }));
  },
  inScope: ({ role }) => role === 'city_officer',

  async write(tx, entries) {
    const rows = entries.map(({ cells }) => ({
      ...{ hospital_id: cells.hospital ?? '', name: cells.campusName ?? '', name_en: cells.campusNameEn ?? '' },
      ...{ address: cells.address ?? '', address_en: cells.addressEn ?? '', district_code: cells.district ?? '' },
      ...{ latitude: cells.latitude ?? null, longitude: cells.longitude ?? null },
      ...{ exactness: cells.exactness ?? 'estimated', origin: cells.origin ?? 'imported' },
    }));
    await upsertRows(tx, CAMPUS, rows);
  },

  async remove(tx, ids) {
    await tx.hospitalCampus.deleteMany({ where: anyOf(ids) });
  },

  // nothing refers to a campus
  inUse: async () => [],
};
