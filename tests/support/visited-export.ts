import pg from 'pg';
import { VISITED_EXPORT } from './samples';
import { DEMONSTRATION_NAMES } from './staff-visitors';

// Files that pages are visited with: one that is done, one that failed. Plain SQL: the database is another process's.

/** Makes the files on the database of a portal under test. */
export async function makeVisitedExports(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO export_file (id, account_id, grant_id, kind, query, label, locale, districts, state, attempt, progress,
         total, file_name, plain_name, content_type, size, requested_at, finished_at, expires_at)
       SELECT f.id::uuid, a.id, g.id, 'work_reports', 'level=district&code=310101&period=2026-Q3',
         '黄浦区及下级单位，2026-07 至 2026-09', 'zh-CN', '{310101}', f.state::export_state, 1, f.progress, 11, f.name, f.name, f.type,
         f.size, '2026-11-17T02:00:00Z', '2026-11-17T02:01:00Z', '2036-11-24T02:00:00Z'
       FROM account a JOIN role_grant g ON g.account_id = a.id
       CROSS JOIN (VALUES ($2, 'done', 11, 'reports.zip', 'application/zip', 22),
         ('01900000-0000-7000-8000-00000000b002', 'failed', 4, NULL, NULL, NULL)) AS f (id, state, progress, name, type, size)
       WHERE a.user_name = $1 AND g.state = 'active'`,
      [DEMONSTRATION_NAMES.district_officer, VISITED_EXPORT],
    );
    // the smallest archive there is: its end
    await client.query(
      "INSERT INTO export_file_part VALUES ($1, 1, 0, '\\x504b0506' || decode(repeat('00', 18), 'hex'))",
      [VISITED_EXPORT],
    );
  } finally {
    await client.end();
  }
}
