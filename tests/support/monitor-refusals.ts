// Statements about the monitor that the database refuses, by the constraint that refuses them.

const THRESHOLD = `INSERT INTO monitor_threshold (version, valid_from, "values", source, reason, set_by_name, set_at)`;

export const MONITOR_REFUSALS: Record<string, string> = {
  monitor_threshold_version: `${THRESHOLD} VALUES (0, '2026-01-01', '{}', '测试', '试行', '甲', now())`,
  monitor_threshold_values: `${THRESHOLD} VALUES (9, '2026-01-01', '[]', '测试', '试行', '甲', now())`,
  monitor_threshold_reason: `${THRESHOLD} VALUES (9, '2026-01-01', '{}', '测试', ' ', '甲', now())`,
};

/** What triggers refuse: by the name that they give their refusal. */
export const MONITOR_TRIGGER_REFUSALS: Record<string, string> = {
  monitor_threshold_keeps: "UPDATE monitor_threshold SET set_by_name = '乙'",
};
