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
  change_request_closing: change('a', '关闭', ', kind', ", 'closing'"),
  facility_closing_into_another: `INSERT INTO facility_closing VALUES ($centre, '2026-12-01', $centre)`,
  facility_successor_another: `INSERT INTO facility_closing VALUES ($centre, '2026-12-01'); INSERT INTO facility_successor VALUES ($centre, $centre)`,
  centre_move_of_one: `INSERT INTO centre_move (id, from_centre_id, moved_on) VALUES ('m', $centre, '2026-12-01')`,
  joint_clinic_continues_another: 'UPDATE joint_clinic SET continues_id = id',
  change_request_one_open: `${change('a', '换号')}; ${change('b', '换号', ', state', ", 'approved'")}`,
};

/** What triggers refuse: by the name that they give their refusal. */
export const CHANGE_TRIGGER_REFUSALS: Record<string, string> = {
  joint_clinic_trainee_own_centre: `INSERT INTO joint_clinic_trainee (clinic_id, trainee_id, centre_id, valid_from)
    SELECT j.id, t.id, j.centre_id, '2026-01-01' FROM joint_clinic j JOIN trainee_doctor t ON t.centre_id <> j.centre_id LIMIT 1`,
};
