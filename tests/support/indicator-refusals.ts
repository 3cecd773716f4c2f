// Statements about indicators, targets and expected sessions that the database refuses, by the constraint that refuses them.

const DEFINED = `INSERT INTO indicator_definition (id, version, group_number, sort_order, unit, decimals, good_direction, source, deepest_level,
  public, name, name_en, tells, tells_en, matters, matters_en, numerator, numerator_en, denominator, author, reviewer, reviewed_on,
  next_review_on, valid_from)`;
const WORDS = "'city', true, '甲', 'A', '甲', 'A', '甲', 'A', '甲', 'A'";
const definition = (head: string, denominator: string, review = "'2026-01-01', '2027-01-01', '2026-01-01'") =>
  `${DEFINED} VALUES (${head}, ${WORDS}, ${denominator}, '甲', '乙', ${review})`;
const TARGET = `INSERT INTO indicator_target
  (id, indicator_id, level, unit_code, period_from, period_to, value, source, set_by_name, set_at, origin)`;
const target = (id: string, from: string, to: string, value = '1') =>
  `('${id}', 'test_indicator', 'district', '310101', '${from}', '${to}', ${value}, '测试', '甲', now(), 'demonstration')`;

export const INDICATOR_REFUSALS: Record<string, string> = {
  indicator_definition_id_form: definition("'No Id', 1, 1, 1, 'count', 0, 'up', 'computed'", 'NULL'),
  indicator_definition_numbers: definition("'test_indicator', 0, 1, 1, 'count', 0, 'up', 'computed'", 'NULL'),
  indicator_definition_denominator: definition("'test_indicator', 1, 1, 1, 'percent', 0, 'up', 'computed'", 'NULL'),
  indicator_definition_review: definition(
    "'test_indicator', 1, 1, 1, 'count', 0, 'up', 'computed'",
    'NULL',
    "'2026-01-01', '2026-01-01', '2026-01-01'",
  ),
  indicator_target_period: `${TARGET} VALUES ${target('t', '2030-02-01', '2030-01-01')}`,
  indicator_target_value: `${TARGET} VALUES ${target('t', '2030-01-01', '2030-02-01', '-1')}`,
  indicator_target_reason: `INSERT INTO indicator_target
    (id, indicator_id, level, unit_code, period_from, period_to, value, source, set_by, set_by_name, set_at, origin, reason)
    VALUES ('t', 'test_indicator', 'district', '310101', '2030-01-01', '2030-12-31', 1, '测试', 'a', '甲', now(), 'fact', ' ')`,
  indicator_target_no_overlap: `${TARGET} VALUES ${target('t', '2030-01-01', '2030-12-31')}, ${target('u', '2030-12-31', '2031-12-31')}`,
  expected_month_first_day: `INSERT INTO expected_month (clinic_id, month, centre_id, hospital_id, district_code, expected)
    SELECT j.id, '2019-03-02', j.centre_id, j.hospital_id, c.district_code, 4
    FROM joint_clinic j JOIN community_centre c ON c.facility_id = j.centre_id LIMIT 1`,
  subdistrict_population_counts: `INSERT INTO subdistrict_population VALUES ('310101002', 2020, 10, 11, '测试', 'imported')`,
};

/** What triggers refuse: by the name that they give their refusal. */
export const INDICATOR_TRIGGER_REFUSALS: Record<string, string> = {
  indicator_target_ahead: `${TARGET} VALUES ${target('t', '2020-01-01', '2020-12-31')}`,
  indicator_target_keeps: `SELECT set_config('app.loading_history', 'on', true); ${TARGET} VALUES ${target('t', '2020-01-01', '2020-12-31')};
    SELECT set_config('app.loading_history', '', true); DELETE FROM indicator_target WHERE id = 't'`,
  indicator_definition_follows: `${definition("'test_indicator', 2, 1, 1, 'count', 0, 'up', 'computed'", 'NULL')}`,
  indicator_definition_keeps: `${definition("'test_indicator', 1, 1, 1, 'count', 0, 'up', 'computed'", 'NULL')};
    UPDATE indicator_definition SET name = '乙' WHERE id = 'test_indicator'`,
};
