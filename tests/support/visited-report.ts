import pg from 'pg';
import { VISITED_REPORT, VISITED_SUPPORT } from './samples';

/** Makes a resident's report about a centre of Huangpu, and what a clerk there asks, on the database of a portal under test. */
export async function makeVisitedReport(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO information_report (id, facility_id, category, message, contact, locale, created_at)
       VALUES ($1, 'centre-310101-02', 'hours', '周六上午其实不开门，已经跑了两趟。', '李女士', 'zh-CN', '2026-11-06T02:00:00Z')`,
      [VISITED_REPORT],
    );
    await client.query(
      `INSERT INTO support_request (id, kind, text, month, asked_by, asked_by_name, asked_by_role, centre_id, district_code,
         office, created_at, due_on)
       VALUES ($1, 'month_reopening', '八月有两次记录漏报专家更换，需要更正。', '2026-08-01', 'visited', '演示·社区中心管理员',
         'centre_clerk', 'centre-310101-02', '310101', 'district', '2026-11-16T02:00:00Z', '2026-11-19')`,
      [VISITED_SUPPORT],
    );
    await client.query(
      `INSERT INTO support_message (id, request_id, kind, text, at, author_id, author_name, author_role)
       VALUES ('visited-support-1', $1, 'comment', '两次都有书面说明，可以补交。', '2026-11-16T03:00:00Z', 'visited',
         '演示·社区中心管理员', 'centre_clerk')`,
      [VISITED_SUPPORT],
    );
  } finally {
    await client.end();
  }
}
