// Statements about the monitor that the database refuses, by the constraint that refuses them.

const THRESHOLD = `INSERT INTO monitor_threshold (version, valid_from, "values", source, reason, set_by_name, set_at)`;

const STATE = `INSERT INTO clinic_state_history
  SELECT id, '2026-01-01', 'idle', 4, 4, 5, 0, 0, 1, now() FROM joint_clinic LIMIT 1`;
const FOLLOW_UP = `INSERT INTO follow_up
  (id, clinic_id, state, state_on, opened_at, office, due_on, owner_name, outcome)`;
const followUp = (id: string, owner = 'NULL', outcome = 'NULL') => `${FOLLOW_UP}
  SELECT '${id}', id, 'idle', '2026-01-01', now(), 'district', '2026-02-01', ${owner}, ${outcome} FROM joint_clinic LIMIT 1`;

export const MONITOR_REFUSALS: Record<string, string> = {
  monitor_threshold_version: `${THRESHOLD} VALUES (0, '2026-01-01', '{}', '测试', '试行', '甲', now())`,
  monitor_threshold_values: `${THRESHOLD} VALUES (9, '2026-01-01', '[]', '测试', '试行', '甲', now())`,
  monitor_threshold_reason: `${THRESHOLD} VALUES (9, '2026-01-01', '{}', '测试', ' ', '甲', now())`,
  clinic_state_history_counts: STATE,
  follow_up_closing: followUp('f', 'NULL', "'improved'"),
  follow_up_owner: followUp('f', "'甲'"),
  follow_up_message_author: `${followUp('f')};
    INSERT INTO follow_up_message (id, follow_up_id, kind, text, at, author_name) VALUES ('m', 'f', 'comment', '好', now(), '甲')`,
  follow_up_one_open: `${followUp('f')}; ${followUp('g')}`,
};

/** What triggers refuse: by the name that they give their refusal. */
export const MONITOR_TRIGGER_REFUSALS: Record<string, string> = {
  monitor_threshold_keeps: "UPDATE monitor_threshold SET set_by_name = '乙'",
};
