import pg from 'pg';
import { VISITED_REPORT } from './samples';

/** Makes a resident's report about a centre of Huangpu on the database of a portal under test. */
export async function makeVisitedReport(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO information_report (id, facility_id, category, message, contact, locale, created_at)
       VALUES ($1, 'centre-310101-02', 'hours', '周六上午其实不开门，已经跑了两趟。', '李女士', 'zh-CN', '2026-11-06T02:00:00Z')`,
      [VISITED_REPORT],
    );
  } finally {
    await client.end();
  }
}
