import 'server-only';
import { fromDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { statusesCell, statusesIn } from '@/lib/registry/rows/earlier-rules';
import type { Entry } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { writeStages } from './kept-stages';
import { stageCells } from './stage-cell-rules';

// Planned stations between their records and their cells. An entry has the id that the station will have as a facility.

type Client = Prisma.TransactionClient;

const RECORD: WrittenTable = {
  table: 'stage_record',
  columns: {
    ...{ id: 'text', kind: 'stage_kind', centre_id: 'text', district_code: 'text', name: 'text', name_en: 'text' },
    ...{ subdistrict_code: 'text', station_kind: 'station_kind', stage: 'stage', since: 'date', origin: 'origin' },
  },
  keys: ['id'],
  once: ['kind', 'stage', 'since'],
  onChange: 'version = stage_record.version + 1',
};

export const PLAN_SELECT = {
  ...{ id: true, name: true, nameEn: true, districtCode: true, subdistrictCode: true, centreId: true },
  ...{ stationKind: true, stage: true, since: true, origin: true },
  steps: { select: { stage: true, beganOn: true, reason: true, reasonEn: true }, orderBy: { beganOn: 'asc' } },
} as const satisfies Prisma.StageRecordSelect;
type Row = Prisma.StageRecordGetPayload<{ select: typeof PLAN_SELECT }>;

export const recordId = (id: string) => `s-${id}`;
export const entryId = (id: string) => id.replace(/^s-/, '');

/** A planned station as an entry of its list. */
export function planEntry({ id, steps, stage, since, ...row }: Row): Entry {
  const told = steps.map(({ stage: status, beganOn, ...reasons }) => ({
    ...{ status, from: fromDbDate(beganOn), ...reasons },
  }));
  const present = told.at(-1);
  const before = told.at(-2);
  const earlierStages = statusesCell(told.slice(0, -1));
  const kept = { stage, from: fromDbDate(since), reason: present?.reason ?? null, reasonEn: present?.reasonEn ?? null };
  return {
    id: entryId(id),
    cells: {
      ...{ id: entryId(id), name: row.name, nameEn: row.nameEn, district: row.districtCode },
      ...{ subdistrict: row.subdistrictCode, centre: row.centreId, stationKind: row.stationKind },
      ...stageCells({ ...kept, previous: before ?? null }),
      ...{ earlierStages, '#earlierStages': earlierStages, origin: row.origin },
    },
  };
}

/** Writes planned stations; what is new takes its steps one after the other, as if somebody had taken them. */
export async function writePlans(tx: Client, entries: readonly Entry[]): Promise<void> {
  const rows = entries.map(({ id, cells }) => ({
    ...{ id: recordId(id), kind: 'station', centre_id: cells.centre ?? '', district_code: cells.district ?? '' },
    ...{ name: cells.name ?? '', name_en: cells.nameEn ?? cells.name ?? '' },
    ...{ subdistrict_code: cells.subdistrict ?? '', station_kind: cells.stationKind ?? 'community_station' },
    ...{ stage: cells.stage ?? 'planned', since: cells.stageFrom ?? null, origin: cells.origin ?? 'imported' },
  }));
  await upsertRows(tx, RECORD, rows);
  const steps = entries.flatMap(({ id, cells }) =>
    [
      ...statusesIn(cells.earlierStages),
      {
        ...{ status: cells.stage ?? 'planned', from: cells.stageFrom ?? '' },
        ...{ reason: cells.stageReason ?? null, reasonEn: cells.stageReasonEn ?? null },
      },
    ].map((step) => ({ record: recordId(id), ...step })),
  );
  const column = (key: 'record' | 'status' | 'from' | 'reason' | 'reasonEn') => steps.map((step) => step[key]);
  await tx.$executeRaw`
    INSERT INTO stage_step (record_id, stage, began_on, reason, reason_en)
    SELECT t.* FROM unnest(${column('record')}::text[], ${column('status')}::text[]::stage[], ${column('from')}::text[]::date[],
      ${column('reason')}::text[], ${column('reasonEn')}::text[]) AS t (record_id, stage, began_on, reason, reason_en)
     WHERE NOT EXISTS (SELECT FROM stage_step s WHERE s.record_id = t.record_id)
     ORDER BY t.record_id, t.began_on`;
  await writeStages(tx, 'station', entries);
}
