import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { fromDbDate, WEEKDAYS } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { FacilityKind } from '@/lib/directory/schema';
import { several, valuesIn, yesNo } from '@/lib/registry/rows/cell-values';
import { namesCell } from '@/lib/registry/rows/earlier-rules';
import type { Cells, Entry } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { readHours, weekText } from './hours-rules';

// What every kind of facility has, between its rows and its cells.

/** What is read of a facility for its cells. */
export const FACILITY_SELECT = {
  id: true,
  name: true,
  nameEn: true,
  shortName: true,
  districtCode: true,
  subdistrictCode: true,
  address: true,
  addressEn: true,
  phone: true,
  latitude: true,
  longitude: true,
  exactness: true,
  status: true,
  opensOnHolidays: true,
  origin: true,
  source: true,
  aliases: { select: { name: true, nameEn: true, usedUntil: true } },
  openingHours: { select: { weekday: true, opensMinute: true, closesMinute: true } },
  features: { select: { feature: true } },
  techniques: { select: { techniqueCode: true } },
  closing: { select: { closedOn: true, mergedInto: true, successors: { select: { successorId: true } } } },
  conditions: { where: { condition: { catalogue: { current: true } } }, select: { conditionCode: true } },
} as const satisfies Prisma.FacilitySelect;

export type FacilityRow = Prisma.FacilityGetPayload<{ select: typeof FACILITY_SELECT }>;

const FACILITY: WrittenTable = {
  table: 'facility',
  columns: {
    id: 'text',
    kind: 'facility_kind',
    name: 'text',
    name_en: 'text',
    short_name: 'text',
    district_code: 'text',
    subdistrict_code: 'text',
    address: 'text',
    address_en: 'text',
    phone: 'text',
    latitude: 'decimal',
    longitude: 'decimal',
    exactness: 'position_exactness',
    status: 'facility_status',
    opens_on_holidays: 'boolean',
    origin: 'origin',
    source: 'text',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
  keys: ['id'],
  once: ['created_at'],
  onChange: 'version = facility.version + 1',
};

/** The cells of a facility; those that begin with # are kept for undoing and are no columns of files. */
export function facilityCells(row: FacilityRow): Cells {
  const intervals = row.openingHours.flatMap(({ weekday, ...span }) =>
    WEEKDAYS.flatMap((day) => (day === weekday ? [{ weekday: day, ...span }] : [])),
  );
  const former = namesCell(
    row.aliases.map(({ name, nameEn, usedUntil }) => ({ name, nameEn, until: fromDbDate(usedUntil) })),
  );
  return {
    id: row.id,
    name: row.name,
    nameEn: row.nameEn,
    shortName: row.shortName,
    district: row.districtCode,
    subdistrict: row.subdistrictCode,
    address: row.address,
    addressEn: row.addressEn,
    phone: row.phone,
    latitude: row.latitude.toFixed(6),
    longitude: row.longitude.toFixed(6),
    datum: 'wgs84',
    exactness: row.exactness,
    hours: weekText(intervals),
    holidays: yesNo(row.opensOnHolidays),
    status: row.status,
    features: several(row.features.map(({ feature }) => feature)),
    techniques: several(row.techniques.map(({ techniqueCode }) => techniqueCode)),
    conditions: several(row.conditions.map(({ conditionCode }) => conditionCode)),
    origin: row.origin,
    source: row.source,
    ...{
      formerNames: former,
      '#formerNames': former,
      '#name': row.name,
      '#nameEn': row.nameEn,
      '#closing': closingText(row.closing),
    },
  };
}

function closingText(closing: FacilityRow['closing']): string | null {
  if (!closing) return null;
  const { closedOn, mergedInto: into, successors } = closing;
  return JSON.stringify({ on: fromDbDate(closedOn), into, successors: successors.map((one) => one.successorId) });
}

/** The facilities of a kind on which the actor may act, in the order of their ids. */
export async function readFacilities(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { kind, action, ids }: { kind: FacilityKind; action: 'update' | 'export'; ids?: readonly string[] },
): Promise<FacilityRow[]> {
  return await tx.facility.findMany({
    where: { AND: [whereFor(actor, action, 'Facility'), { kind }, ids ? { id: { in: [...ids] } } : {}] },
    select: FACILITY_SELECT,
    orderBy: { id: 'asc' },
  });
}

/** Of some ids those that any facility has. */
export async function takenFacilities(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.facility.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Whether a facility lies where the actor keeps facilities. */
export function facilityInScope(actor: Actor, cells: Cells): boolean {
  return actor.role !== 'district_officer' || cells.district === actor.districtCode;
}

/** Writes facilities with their hours and features; the row of the kind is written after it by its list. */
export async function writeFacilities(
  tx: Prisma.TransactionClient,
  kind: FacilityKind,
  entries: readonly Entry[],
): Promise<void> {
  const at = now().toISOString();
  const rows = entries.map(({ id, cells }) => ({
    id,
    kind,
    name: cells.name ?? '',
    name_en: cells.nameEn ?? '',
    short_name: cells.shortName ?? null,
    district_code: cells.district ?? '',
    subdistrict_code: cells.subdistrict ?? null,
    address: cells.address ?? null,
    address_en: cells.addressEn ?? null,
    phone: cells.phone ?? null,
    latitude: cells.latitude ?? null,
    longitude: cells.longitude ?? null,
    exactness: cells.exactness ?? 'estimated',
    status: cells.status ?? 'operating',
    opens_on_holidays: cells.holidays === 'yes',
    origin: cells.origin ?? 'imported',
    source: cells.source ?? null,
    created_at: at,
    updated_at: at,
  }));
  await upsertRows(tx, FACILITY, rows);
  const facilityId = { in: entries.map(({ id }) => id) };
  await tx.openingHours.deleteMany({ where: { facilityId } });
  await tx.facilityFeature.deleteMany({ where: { facilityId } });
  await upsertRows(
    tx,
    HOURS,
    entries.flatMap(({ id, cells }) =>
      (cells.hours ? (readHours(cells.hours) ?? []) : []).map(({ weekday, opensMinute, closesMinute }) => ({
        facility_id: id,
        weekday,
        opens_minute: opensMinute,
        closes_minute: closesMinute,
      })),
    ),
  );
  await upsertRows(
    tx,
    FEATURE,
    entries.flatMap(({ id, cells }) => valuesIn(cells.features).map((feature) => ({ facility_id: id, feature }))),
  );
  await writeOffers(tx, entries);
}

async function writeOffers(tx: Prisma.TransactionClient, entries: readonly Entry[]): Promise<void> {
  const facilityId = { in: entries.map(({ id }) => id) };
  const catalogue = await tx.conditionCatalogue.findFirst({ where: { current: true }, select: { id: true } });
  await tx.facilityTechnique.deleteMany({ where: { facilityId } });
  const techniques = entries.flatMap(({ id, cells }) =>
    valuesIn(cells.techniques).map((code) => ({ facility_id: id, technique_code: code })),
  );
  await upsertRows(tx, TECHNIQUE, techniques);
  if (!catalogue) return;
  // what stands in earlier catalogues stays
  await tx.facilityCondition.deleteMany({ where: { facilityId, catalogueId: catalogue.id } });
  const conditions = entries.flatMap(({ id, cells }) =>
    valuesIn(cells.conditions).map((code) => ({
      facility_id: id,
      catalogue_id: catalogue.id,
      condition_code: code,
    })),
  );
  await upsertRows(tx, CONDITION, conditions);
}

const HOURS: WrittenTable = {
  table: 'opening_hours',
  columns: { facility_id: 'text', weekday: 'smallint', opens_minute: 'smallint', closes_minute: 'smallint' },
  keys: ['facility_id', 'weekday', 'opens_minute'],
};
const FEATURE: WrittenTable = {
  table: 'facility_feature',
  columns: { facility_id: 'text', feature: 'feature' },
  keys: ['facility_id', 'feature'],
};
const TECHNIQUE: WrittenTable = {
  table: 'facility_technique',
  columns: { facility_id: 'text', technique_code: 'text' },
  keys: ['facility_id', 'technique_code'],
};
const CONDITION: WrittenTable = {
  table: 'facility_condition',
  columns: { facility_id: 'text', catalogue_id: 'text', condition_code: 'text' },
  keys: ['facility_id', 'catalogue_id', 'condition_code'],
};
