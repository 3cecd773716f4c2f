// Statements about changes of profiles that the database refuses, by the constraint that refuses them.

const change = (id: string, reason: string, columns = '', values = '') =>
  `INSERT INTO change_request (id, facility_id, before, after, reason, effective_on, proposed_by_id, proposed_by_name,
     proposed_at, changed_at${columns})
   VALUES ('${id}', $centre, '{}', '{}', '${reason}', '2026-12-01', 'a', '甲', now(), now()${values})`;

export const CHANGE_REFUSALS: Record<string, string> = {
  facility_alias_name: `INSERT INTO facility_alias VALUES ($centre, ' 旧 ', 'Old', '2026-01-01', 'fact')`,
  change_request_reason: change('a', ' 换 '),
  change_request_applied: change('a', '换号', ', state', ", 'applied'"),
  change_request_file: change('a', '换号', ', file_name', ", '证明.pdf'"),
  change_request_one_open: `${change('a', '换号')}; ${change('b', '换号', ', state', ", 'approved'")}`,
};
