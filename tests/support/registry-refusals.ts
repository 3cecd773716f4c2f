// Statements about imported lists that the database refuses, by the constraint that refuses them.

const IMPORT = `INSERT INTO list_import
  (id, list, status, file_name, file_hash, datum, columns, row_count, unmentioned, account_id, made_by, checked_at, applied_at, undone_at)`;
const imported = ({ status = 'checked', datum = 'wgs84', rows = 1, applied = 'NULL', undone = 'NULL' } = {}) =>
  `${IMPORT} VALUES ('i', 'centres', '${status}', 'a.csv', repeat('0', 64), '${datum}', '[]', ${rows}, 0, 'a', '甲', now(),
    ${applied}, ${undone})`;
const row = (outcome: string, before: string, after: string) =>
  `${imported()}; INSERT INTO list_import_row (import_id, line, outcome, label, raw, problems, before, after, candidates)
   VALUES ('i', 2, '${outcome}', '甲', '{}', '[]', ${before}, ${after}, '[]')`;

export const REGISTRY_REFUSALS: Record<string, string> = {
  list_import_counts: imported({ rows: -1 }),
  list_import_datum: imported({ datum: 'bj54' }),
  list_import_applied: imported({ status: 'applied' }),
  list_import_undone: imported({ status: 'undone', applied: 'now()' }),
  list_import_run: `${imported()}; UPDATE list_import SET run_id = gen_random_uuid()`,
  facility_check_by: `INSERT INTO facility_check (facility_id, checked_at, checked_by_id, checked_by_name) VALUES ('centre-310101-01', now(), 'a', '')`,
  job_request_job: `INSERT INTO job_request (id, job, account_id, requested_at) VALUES (gen_random_uuid(), 'No job', 'a', now())`,
  list_import_failure: `${imported()}; UPDATE list_import SET failure_values = '{}'`,
  list_import_attempts: `${imported()}; UPDATE list_import SET run_attempts = -1`,
  list_import_row_after: row('faulty', 'NULL', "'{}'"),
  list_import_row_before: row('changed', 'NULL', "'{}'"),
};
