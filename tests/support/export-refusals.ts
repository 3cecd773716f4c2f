// Statements about files in the background that the database refuses, by the constraint that refuses them.

const OWNER = `INSERT INTO account (id, user_name, display_name) VALUES ('a', 'test.a', '甲');
  INSERT INTO role_grant (id, account_id, role, valid_from, state, source)
    VALUES ('g', 'a', 'city_officer', '2026-01-01', 'active', 'command_line');`;
const ID = '00000000-0000-7000-8000-000000000001';
const FILE = `${OWNER} INSERT INTO export_file
  (id, account_id, grant_id, kind, query, label, locale, districts, state, progress, requested_at, finished_at, expires_at)`;
const file = ({ label = '汇报', state = 'queued', progress = 0, finished = 'NULL', days = 7 } = {}) =>
  `${FILE} VALUES ('${ID}', 'a', 'g', 'work_reports', '', '${label}', 'zh-CN', '{}', '${state}', ${progress}, now(), ${finished},
    now() + interval '${days} days')`;

export const EXPORT_REFUSALS: Record<string, string> = {
  export_file_texts: file({ label: ' ' }),
  export_file_counts: file({ progress: -1 }),
  export_file_done: file({ state: 'done', finished: 'now()' }),
  export_file_expires: file({ days: 0 }),
  export_file_part_size: `${file()}; INSERT INTO export_file_part VALUES ('${ID}', 1, 0, '')`,
};
