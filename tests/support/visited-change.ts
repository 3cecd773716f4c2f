import pg from 'pg';
import { VISITED_CHANGE } from './samples';

/** Makes a proposed change of a centre of Huangpu, with evidence, on the database of a portal under test. */
export async function makeVisitedChange(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO change_request (id, facility_id, before, after, reason, effective_on, proposed_by_id,
         proposed_by_name, proposed_at, changed_at, file_name, content_type, file_size)
       SELECT $1, id, jsonb_build_object('phone', phone, 'shortName', '旧简称'),
         '{"phone": "021-63201234", "shortName": "新简称"}', '总机号码已更换。', '2026-12-01', 'clerk', '测试经办人',
         '2026-11-16T02:00:00Z', '2026-11-16T02:00:00Z', '通知.pdf', 'application/pdf', 9
       FROM facility WHERE id = 'centre-310101-02'`,
      [VISITED_CHANGE],
    );
    await client.query(
      `INSERT INTO change_step VALUES ($1, 1, 'proposed', '总机号码已更换。', '测试经办人', '2026-11-16T02:00:00Z')`,
      [VISITED_CHANGE],
    );
    await client.query(`INSERT INTO change_evidence_part VALUES ($1, 0, '%PDF-1.7')`, [VISITED_CHANGE]);
  } finally {
    await client.end();
  }
}
