import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import { readClinicPlans } from '@/lib/joint-clinics/clinic-state';
import { listDistrictOutlines } from '@/lib/public-directory/outlines';
import { clinicsWithOpenPast } from '@/lib/registry/lists/first-plan-store';
import { namedIndicators, namedUnits } from '@/lib/registry/lists/indicator-references';
import { type Column, REFERENCES, type ReferenceName } from '@/lib/registry/schema';
import { type Named, type References, referenceIndex } from './reference-rules';

// Everything that cells of lists may name, as it stands now. Names of the network are facts that all staff may read; what
// may be changed is decided by the entry, not by what it names.

type Client = Prisma.TransactionClient;
const NAMES = { name: true, nameEn: true } as const;

/** 黄浦, Huangpu: a district as people write it. */
function shortDistrict(name: string, nameEn: string): string[] {
  return [name.replace(/新?区$/, ''), nameEn.replace(/ (?:New Area|District)$/, '')];
}

async function districts(tx: Client): Promise<Named[]> {
  const outlines = await listDistrictOutlines();
  const rows = await tx.district.findMany({ select: { code: true, ...NAMES }, orderBy: { code: 'asc' } });
  return rows.map(({ code, name, nameEn }) => ({
    id: code,
    names: [name, nameEn, ...shortDistrict(name, nameEn)],
    outline: outlines.find((one) => one.code === code)?.polygons,
  }));
}

async function subdistricts(tx: Client): Promise<Named[]> {
  const select = { code: true, ...NAMES, districtCode: true, latitude: true, longitude: true } as const;
  const rows = await tx.subdistrict.findMany({ select, orderBy: { code: 'asc' } });
  return rows.map(({ code, name, nameEn, districtCode, latitude, longitude }) => ({
    id: code,
    names: [name, nameEn],
    within: districtCode,
    point: { latitude: latitude.toFixed(6), longitude: longitude.toFixed(6) },
  }));
}

async function facilities(
  tx: Client,
  kind?: 'community_centre' | 'lead_hospital' | 'service_station',
): Promise<Named[]> {
  const select = { id: true, ...NAMES, shortName: true, districtCode: true } as const;
  const rows = await tx.facility.findMany({ where: kind ? { kind } : {}, select, orderBy: { id: 'asc' } });
  return rows.map(({ id, name, nameEn, shortName, districtCode }) => ({
    id,
    names: [name, nameEn, ...(shortName ? [shortName] : [])],
    within: districtCode,
  }));
}

async function alliances(tx: Client): Promise<Named[]> {
  const rows = await tx.alliance.findMany({ select: { code: true, kind: true, ...NAMES }, orderBy: { code: 'asc' } });
  return rows.map(({ code, kind, name, nameEn }) => ({ id: code, names: [name, nameEn], alliance: kind }));
}

async function experts(tx: Client): Promise<Named[]> {
  const select = { id: true, ...NAMES, hospitalId: true, active: true } as const;
  const rows = await tx.expert.findMany({ select, orderBy: { id: 'asc' } });
  return rows.map(({ id, name, nameEn, hospitalId, active }) => ({
    ...{ id, names: [name, nameEn], within: hospitalId, inactive: !active },
  }));
}

async function trainees(tx: Client): Promise<Named[]> {
  const select = { id: true, ...NAMES, centreId: true, active: true } as const;
  const rows = await tx.traineeDoctor.findMany({ select, orderBy: { id: 'asc' } });
  return rows.map(({ id, name, nameEn, centreId, active }) => ({
    ...{ id, names: [name, nameEn], within: centreId, inactive: !active },
  }));
}

async function teams(tx: Client): Promise<Named[]> {
  const rows = await tx.famousPhysicianTeam.findMany({ select: { id: true, ...NAMES }, orderBy: { id: 'asc' } });
  return rows.map(({ id, name, nameEn }) => ({ id, names: [name, nameEn] }));
}

async function preparations(tx: Client): Promise<Named[]> {
  const rows = await tx.hospitalPreparation.findMany({ select: { id: true, ...NAMES }, orderBy: { id: 'asc' } });
  return rows.map(({ id, name, nameEn }) => ({ id, names: [name, nameEn] }));
}

async function conditions(tx: Client): Promise<Named[]> {
  const select = { code: true, ...NAMES } as const;
  const rows = await tx.condition.findMany({
    where: { catalogue: { current: true } },
    select,
    orderBy: { code: 'asc' },
  });
  return rows.map(({ code, name, nameEn }) => ({ id: code, names: [name, nameEn] }));
}

async function techniques(tx: Client): Promise<Named[]> {
  const rows = await tx.technique.findMany({ select: { code: true, ...NAMES }, orderBy: { sortOrder: 'asc' } });
  return rows.map(({ code, name, nameEn }) => ({ id: code, names: [name, nameEn] }));
}

/** Clinics by the names of their centre and their own: two centres often have one of the same name. */
async function clinics(tx: Client): Promise<Named[]> {
  const rows = await readClinicPlans(tx);
  const open = await clinicsWithOpenPast(tx);
  return rows.map(({ id, name, nameEn, centre, state }) => ({
    id,
    names: [`${centre.facility.name}${name}`, `${centre.facility.nameEn} ${nameEn}`, name, nameEn],
    ...{ within: centre.districtCode, district: centre.districtCode, plan: state, openPast: open.has(id) },
  }));
}

const READERS: Record<ReferenceName, (tx: Client) => Promise<Named[]>> = {
  district: districts,
  subdistrict: subdistricts,
  centre: (tx) => facilities(tx, 'community_centre'),
  station: (tx) => facilities(tx, 'service_station'),
  team: teams,
  preparation: preparations,
  hospital: (tx) => facilities(tx, 'lead_hospital'),
  facility: (tx) => facilities(tx),
  alliance: alliances,
  expert: experts,
  condition: conditions,
  technique: techniques,
  trainee: trainees,
  clinic: clinics,
  indicator: namedIndicators,
  unit: namedUnits,
};

/** What the cells of some columns may name. */
export async function readReferences(tx: Client, columns: readonly Column[]): Promise<References> {
  const wanted = new Set(columns.flatMap(({ type }) => ('to' in type ? [type.to] : [])));
  const nothing = referenceIndex([]);
  const indexes = Object.fromEntries(REFERENCES.map((name) => [name, nothing])) as Record<
    ReferenceName,
    typeof nothing
  >;
  // one after the other: inside a transaction there is only one connection
  for (const name of wanted) indexes[name] = referenceIndex(await READERS[name](tx));
  return indexes;
}
