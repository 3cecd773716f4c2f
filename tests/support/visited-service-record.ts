import pg from 'pg';
import { recordCode } from '@/lib/training/record-code';
import { VISITED_SERVICE_CODE, VISITED_TRAINEE } from './samples';
import { SERVICE_CONTENT } from './service-content';

const ISSUED_AT = new Date('2026-07-01T02:00:00Z');

/** Makes a service record that fits its code, and one that somebody has changed, on the database of a portal under test. */
export async function makeVisitedServiceRecord(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const code of [VISITED_SERVICE_CODE, recordCode(SERVICE_CONTENT, ISSUED_AT)])
      await client.query(
        `INSERT INTO service_record (code, trainee_id, content, issued_at, issued_by, issued_by_name)
         VALUES ($1, $2, $3, $4, 'x', '演示')`,
        [code, VISITED_TRAINEE, SERVICE_CONTENT, ISSUED_AT],
      );
  } finally {
    await client.end();
  }
}
