import type { useDatabase } from './database';

/** Puts the whole history of a record of stages some days back, as if it had begun earlier. */
export async function backdated({ sql }: ReturnType<typeof useDatabase>, recordId: string, days: number) {
  await sql.query(
    `BEGIN; SET LOCAL app.loading_history = 'on';
     UPDATE stage_step SET began_on = began_on - ${days} WHERE record_id = '${recordId}';
     UPDATE stage_record SET since = since - ${days} WHERE id = '${recordId}'; COMMIT`,
  );
}
