import { z } from 'zod';
import { type Connection, readRows } from '@/lib/db/connection';
import type { SuspensionRecord } from '@/lib/public-directory/records-schema';
import { historiesOf } from './history-rules';
import { codesField, dateField, textOrNull } from './row-fields';

export type Histories = ReturnType<typeof historiesOf> & { suspensions: ReadonlyMap<string, SuspensionRecord> };

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

// The day on which a station's stage began; where a list brought a place in as it is, nobody has said since when.
const SINCE = `stage_record r
    JOIN facility f ON f.id = r.station_id AND f.status::text = r.stage::text
    JOIN stage_step s ON s.record_id = r.id AND s.began_on = r.since
   WHERE r.kind = 'station' AND (s.reason IS NOT NULL OR EXISTS (
         SELECT FROM stage_step earlier WHERE earlier.record_id = r.id AND earlier.began_on < r.since))`;

const CLOSINGS = `
  SELECT f.id, f.name, f.name_en, c.closed_on::text, c.merged_into IS NOT NULL AS merged,
         CASE WHEN c.merged_into IS NOT NULL THEN ARRAY[c.merged_into]
              ELSE ARRAY(SELECT s.successor_id FROM facility_successor s WHERE s.facility_id = f.id ORDER BY 1)
         END AS successor_ids
    FROM facility_closing c JOIN facility f ON f.id = c.facility_id
   WHERE f.status = 'closed'
   UNION ALL
  SELECT f.id, f.name, f.name_en, r.since::text, false, ARRAY[]::text[]
    FROM ${SINCE} AND r.stage = 'closed' AND NOT EXISTS (SELECT FROM facility_closing c WHERE c.facility_id = f.id)
   ORDER BY 1`;

const suspensionRow = z.object({ id: z.string(), since: dateField, reason: textOrNull, reason_en: textOrNull });

// Whoever suspends a station is told that residents read the reason. Reasons of closings may be others' words to an
// authority, and are left out.
const SUSPENSIONS = `
  SELECT f.id, r.since::text, s.reason, s.reason_en FROM ${SINCE} AND r.stage = 'suspended'`;

/** Which stations are suspended, inside the transaction that is open on the connection. */
async function readSuspensions(connection: Connection): Promise<Map<string, SuspensionRecord>> {
  const rows = await readRows(connection, suspensionRow, SUSPENSIONS);
  return new Map(rows.map(({ id, since, reason, reason_en }) => [id, { since, reason, reasonEn: reason_en }]));
}

/** What the past of places leads to, inside the transaction that is open on the connection. */
export async function readHistories(connection: Connection): Promise<Histories> {
  const names = await readRows(connection, aliasRow, ALIASES);
  const closed = await readRows(connection, closingRow, CLOSINGS);
  const histories = historiesOf(
    names.map(({ facility_id, name_en, used_until, name }) => ({
      ...{ facilityId: facility_id, name, nameEn: name_en, until: used_until },
    })),
    closed.map(({ name_en, closed_on, successor_ids, ...row }) => ({
      ...{ ...row, nameEn: name_en, on: closed_on, successorIds: successor_ids },
    })),
  );
  return { ...histories, suspensions: await readSuspensions(connection) };
}
