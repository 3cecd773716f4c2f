// Statements about records of clinic sessions that the database refuses, by the constraint that refuses them.

const RECORD = `INSERT INTO clinic_session (id, clinic_id, centre_id, hospital_id, district_code, date, half, submission_id,
    planned, planned_expert_id, held, expert_presence, expert_id, mode, visits_new, first_submitted_at, submitted_at, late, origin)
  SELECT 'rule-' || j.id, j.id, j.centre_id, j.hospital_id, c.district_code, '2019-03-05', 'am', gen_random_uuid(),
    true, e.expert_id, true, 'planned', e.expert_id, 'on_site', 5, '2019-03-05T08:00Z', '2019-03-05T08:00Z', false, 'demonstration'
  FROM joint_clinic j JOIN community_centre c ON c.facility_id = j.centre_id
  JOIN joint_clinic_expert e ON e.clinic_id = j.id AND e.valid_to IS NULL`;
/** One record, and a change of it that breaks a rule. */
const changed = (change: string) => `${RECORD} LIMIT 1; UPDATE clinic_session SET ${change} WHERE id LIKE 'rule-%'`;
const hung = (insert: string) => `${RECORD} LIMIT 1; ${insert}`;
const CLOSE = 'INSERT INTO month_close (id, district_code, month, closed_at, closed_by_name';

export const SESSION_REFUSALS: Record<string, string> = {
  clinic_session_not_in_future: changed("date = '2019-03-06'"),
  clinic_session_late: changed('late = true'),
  clinic_session_held: changed("held = false, not_held_reason = 'cancelled'"),
  clinic_session_planned_expert: changed('planned_expert_id = NULL'),
  clinic_session_counts: changed('visits_return = 1000'),
  clinic_session_texts: changed("note = repeat('x', 1001)"),
  clinic_session_other_has_note: changed(
    `held = false, not_held_reason = 'other', note = ' ', expert_presence = NULL, expert_id = NULL, mode = NULL, visits_new = 0`,
  ),
  clinic_session_confirmed: changed("state = 'confirmed'"),
  clinic_session_due: changed("state = 'disputed'"),
  clinic_session_version: changed('version = 0'),
  clinic_session_expert_on_site: `${RECORD} WHERE e.expert_id = (
    SELECT expert_id FROM joint_clinic_expert WHERE valid_to IS NULL GROUP BY expert_id HAVING count(*) > 1 LIMIT 1)`,
  clinic_session_condition_visits: hung(
    `INSERT INTO clinic_session_condition SELECT s.id, c.catalogue_id, c.code, 0 FROM clinic_session s, condition c WHERE s.id LIKE 'rule-%' LIMIT 1`,
  ),
  clinic_session_technique_count: hung(
    `INSERT INTO clinic_session_technique SELECT s.id, t.code, 0 FROM clinic_session s, technique t WHERE s.id LIKE 'rule-%' LIMIT 1`,
  ),
  clinic_session_version_number: hung(
    `INSERT INTO clinic_session_version SELECT id, 0, gen_random_uuid(), 'returned', '{}', now(), NULL, NULL, now() FROM clinic_session WHERE id LIKE 'rule-%'`,
  ),
  clinic_session_message_text: hung(
    `INSERT INTO clinic_session_message SELECT 'm', id, 'comment', 1, '  ', now(), NULL, '甲', 'expert' FROM clinic_session WHERE id LIKE 'rule-%'`,
  ),
  clinic_session_message_dispute: hung(
    `INSERT INTO clinic_session_message SELECT 'm', id, 'comment', 1, '请核对', now(), NULL, '甲', 'expert', 'other' FROM clinic_session WHERE id LIKE 'rule-%'`,
  ),
  saved_view_texts: `INSERT INTO account (id, user_name, display_name) VALUES ('a', 'test.a', '甲');
    INSERT INTO saved_view VALUES ('v', 'a', 'clinic-sessions', ' ', 'state=late', now())`,
  activity_month_first_day: `INSERT INTO activity_month (clinic_id, month, centre_id, hospital_id, district_code)
    SELECT j.id, '2019-03-02', j.centre_id, j.hospital_id, c.district_code
    FROM joint_clinic j JOIN community_centre c ON c.facility_id = j.centre_id LIMIT 1`,
  month_close_first_day: `${CLOSE}) VALUES ('m', '310101', '2019-03-02', now(), '甲')`,
  month_close_reopened: `${CLOSE}, reopened_at, reopened_by_name, reopen_reason)
    VALUES ('m', '310101', '2019-03-01', now(), '甲', now(), '乙', ' ')`,
  month_close_one_open: `${CLOSE}) VALUES ('m', '310101', '2019-03-01', now(), '甲'), ('n', '310101', '2019-03-01', now(), '乙')`,
};

/** What triggers refuse: by the name that they give their refusal. */
export const SESSION_TRIGGER_REFUSALS: Record<string, string> = {
  clinic_session_condition_sum: hung(
    `INSERT INTO clinic_session_condition SELECT s.id, c.catalogue_id, c.code, 6 FROM clinic_session s, condition c WHERE s.id LIKE 'rule-%' LIMIT 1;
     SET CONSTRAINTS ALL IMMEDIATE`,
  ),
  clinic_session_month_open: `INSERT INTO month_close (id, district_code, month, closed_at, closed_by_name)
    SELECT 'm' || code, code, '2019-03-01', now(), '甲' FROM district; ${RECORD} LIMIT 1`,
};
