// Statements about stages that the database refuses, by the constraint or the trigger that refuses them.

const RECORD = `INSERT INTO stage_record (id, kind, station_id, project_id, centre_id, district_code, stage, since, origin)`;
const STEP = 'INSERT INTO stage_step (record_id, began_on, stage, reason, by_name)';
const WORKING = `(SELECT min(id) FROM stage_record WHERE kind = 'station' AND stage = 'operating')`;
const WAITING = `(SELECT min(id) FROM stage_record WHERE kind = 'demonstration' AND stage = 'building')`;

export const STAGE_REFUSALS: Record<string, string> = {
  stage_record_subject: `${RECORD} VALUES ('x', 'station', NULL, NULL, $centre, '310101', 'planned', '2026-11-01', 'fact')`,
  stage_record_open_is_facility: `INSERT INTO stage_step (record_id, began_on, stage)
    SELECT id, '2026-11-18', 'operating' FROM stage_record WHERE kind = 'station' AND stage = 'city_accepted' LIMIT 1`,
  stage_step_reason: `${STEP} VALUES (${WORKING}, '2026-11-18', 'closed', ' ', '甲')`,
};

export const STAGE_TRIGGER_REFUSALS: Record<string, string> = {
  stage_step_order: `${STEP} VALUES (${WAITING}, '2026-11-18', 'closed', '撤销', '甲')`,
  stage_step_not_ahead: `${STEP} VALUES (${WORKING}, '2100-01-01', 'suspended', '装修', '甲')`,
  stage_step_kept: `UPDATE stage_step SET began_on = began_on - 1 WHERE record_id = ${WORKING}`,
  stage_record_follows_steps: `UPDATE stage_record SET stage = 'closed' WHERE id = ${WORKING}`,
};
