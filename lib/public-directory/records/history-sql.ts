import { z } from 'zod';
import { type Connection, readRows } from '@/lib/db/connection';
import { historiesOf } from './history-rules';
import { codesField, dateField } from './row-fields';

export type Histories = ReturnType<typeof historiesOf>;

const aliasRow = z.object({ facility_id: z.string(), name: z.string(), name_en: z.string(), used_until: dateField });

const ALIASES = `
  SELECT a.facility_id, a.name, a.name_en, a.used_until::text
    FROM facility_alias a JOIN facility f ON f.id = a.facility_id
   WHERE a.name <> f.name OR a.name_en <> f.name_en
   ORDER BY a.facility_id, a.used_until DESC, a.name`;

const closingRow = z.object({
  id: z.string(),
  name: z.string(),
  name_en: z.string(),
  closed_on: dateField,
  merged: z.boolean(),
  successor_ids: codesField,
});

const CLOSINGS = `
  SELECT f.id, f.name, f.name_en, c.closed_on::text, c.merged_into IS NOT NULL AS merged,
         CASE WHEN c.merged_into IS NOT NULL THEN ARRAY[c.merged_into]
              ELSE ARRAY(SELECT s.successor_id FROM facility_successor s WHERE s.facility_id = f.id ORDER BY 1)
         END AS successor_ids
    FROM facility_closing c JOIN facility f ON f.id = c.facility_id
   WHERE f.status = 'closed'
   ORDER BY f.id`;

/** What the past of places leads to, inside the transaction that is open on the connection. */
export async function readHistories(connection: Connection): Promise<Histories> {
  const names = await readRows(connection, aliasRow, ALIASES);
  const closed = await readRows(connection, closingRow, CLOSINGS);
  return historiesOf(
    names.map(({ facility_id, name_en, used_until, name }) => ({
      ...{ facilityId: facility_id, name, nameEn: name_en, until: used_until },
    })),
    closed.map(({ name_en, closed_on, successor_ids, ...row }) => ({
      ...{ ...row, nameEn: name_en, on: closed_on, successorIds: successor_ids },
    })),
  );
}
