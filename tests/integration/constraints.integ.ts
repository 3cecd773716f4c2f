import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { LOADING_HISTORY } from '@/prisma/seed/load';
import { CHANGE_REFUSALS, CHANGE_TRIGGER_REFUSALS } from '@/tests/support/change-refusals';
import { useDatabase } from '@/tests/support/database';
import { EXPORT_REFUSALS } from '@/tests/support/export-refusals';
import { INDICATOR_REFUSALS, INDICATOR_TRIGGER_REFUSALS } from '@/tests/support/indicator-refusals';
import { MONITOR_REFUSALS, MONITOR_TRIGGER_REFUSALS } from '@/tests/support/monitor-refusals';
import { PEOPLE_REFUSALS } from '@/tests/support/people-refusals';
import { REGISTRY_REFUSALS } from '@/tests/support/registry-refusals';
import { SESSION_REFUSALS, SESSION_TRIGGER_REFUSALS } from '@/tests/support/session-refusals';
import { STAGE_REFUSALS, STAGE_TRIGGER_REFUSALS } from '@/tests/support/stage-refusals';

// Every rule that the database itself holds refuses a row that breaks it. The last test reads the rules from the
// catalogue, so a new one without an example here fails.

const database = useDatabase('demo');

const CENTRE = 'centre-310101-01';
const FACILITY = `INSERT INTO facility (id, kind, name, name_en, district_code, latitude, longitude, exactness, origin)`;
const REPORT = `INSERT INTO information_report (id, facility_id, category, message, locale)`;
const MEMBER = `INSERT INTO alliance_membership
  (id, alliance_code, alliance_kind, role, district_code, facility_id, valid_from, valid_to, origin)`;
const EXCEPTION = `INSERT INTO opening_exception (id, facility_id, date, opens_minute, closes_minute, reason, origin)`;
const DAY = 'INSERT INTO holiday_change';
const SESSION = `INSERT INTO schedule_exception
  (id, clinic_id, date, half, kind, starts_minute, ends_minute, expert_id, reason, origin)`;
const ACCOUNT = 'INSERT INTO account (id, user_name, display_name)';
const GRANT = `INSERT INTO role_grant (id, account_id, role, centre_id, district_code, valid_from, valid_to, state, source, requested_by, approved_by, ended_at)`;
/** Accounts a and b, before the statement that breaks a rule. */
const TWO = `${ACCOUNT} VALUES ('a', 'test.a', '甲'), ('b', 'test.b', '乙');`;
const STAFF_SESSION = `${TWO} ${GRANT} VALUES ('g', 'a', 'city_officer', NULL, NULL, '2026-01-01', NULL, 'active', 'command_line', NULL, NULL, NULL);
  INSERT INTO staff_session (id, token_hash, account_id, grant_id, created_at, last_seen_at, expires_at, ended_at, ended_because, user_agent, address_hash)`;
const LINK = 'INSERT INTO one_time_link (id, account_id, purpose, token_hash, created_at, expires_at)';
const NO_GUARD = 'ALTER TABLE audit_event DISABLE TRIGGER ALL; ALTER TABLE audit_head DISABLE TRIGGER ALL;';
const TRAIL = `${NO_GUARD} INSERT INTO audit_event
  (seq, at, system, event, object_type, object_id, request_id, after, previous_hash, hash)`;
const HASH = "sha256('x')";
const UUID = '00000000-0000-7000-8000-000000000001';

/** By constraint, a statement that breaks it and nothing else. */
const REFUSED: Record<string, string> = {
  // positions and codes
  facility_position_in_china: 'UPDATE facility SET latitude = 58.5 WHERE id = $centre',
  subdistrict_position_in_china: "UPDATE subdistrict SET longitude = 31.2 WHERE code = '310101002'",
  landmark_position_in_china: 'UPDATE landmark SET latitude = 89',
  hospital_campus_position_in_china: 'UPDATE hospital_campus SET longitude = 10',
  district_code_form: "INSERT INTO district VALUES ('31x101', '某区', 'Some District', false, 'fact')",
  subdistrict_code_form: "UPDATE subdistrict SET code = '310104999' WHERE code = '310101002'",

  // facilities
  facility_id_form: `${FACILITY} VALUES ('Has Space', 'service_station', '某站', 'S', '310101', 31, 121, 'estimated', 'fact')`,
  facility_name_present: "UPDATE facility SET name = ' 一 ' WHERE id = $centre",
  facility_phone_dialable: "UPDATE facility SET phone = 'ask at the desk' WHERE id = $centre",
  lead_hospital_kind: "INSERT INTO lead_hospital (facility_id, kind) VALUES ($centre, 'community_centre')",
  partner_hospital_kind: "INSERT INTO partner_hospital (facility_id, kind) VALUES ($centre, 'community_centre')",
  community_centre_kind: `INSERT INTO community_centre (facility_id, kind, district_code)
    SELECT id, kind, district_code FROM facility WHERE kind = 'lead_hospital' LIMIT 1`,
  community_centre_physicians: 'UPDATE community_centre SET mid_level_tcm_physicians = -1 WHERE facility_id = $centre',
  service_station_kind: `INSERT INTO service_station (facility_id, kind, district_code, centre_id, station_kind)
    SELECT facility_id, kind, district_code, facility_id, 'village_clinic' FROM community_centre LIMIT 1`,

  // opening hours
  opening_hours_weekday: 'INSERT INTO opening_hours VALUES ($centre, 8, 480, 600)',
  opening_hours_minutes: 'INSERT INTO opening_hours VALUES ($centre, 7, 1300, 1290)',
  opening_hours_no_overlap: 'INSERT INTO opening_hours VALUES ($centre, 1, 600, 900)',
  opening_exception_minutes: `${EXCEPTION} VALUES ('x', $centre, '2030-01-01', 480, NULL, '检修', 'demonstration')`,
  opening_exception_reason: `${EXCEPTION} VALUES ('x', $centre, '2030-01-01', NULL, NULL, '  ', 'demonstration')`,
  opening_exception_no_overlap: `${EXCEPTION} VALUES ('x', $centre, '2030-01-01', NULL, NULL, '检修', 'demonstration'),
    ('y', $centre, '2030-01-01', 480, 600, '检修', 'demonstration')`,
  holiday_change_version: `${DAY} VALUES ('x', '2030-01-01', 0, 'ordinary_day', NULL, NULL, NULL, '通知', '文号', 'a', '甲', now())`,
  holiday_change_reason: `${DAY} VALUES ('x', '2030-01-01', 1, 'ordinary_day', NULL, NULL, NULL, ' ', '文号', 'a', '甲', now())`,
  holiday_change_named: `${DAY} VALUES ('x', '2030-01-01', 1, 'holiday', '元旦', NULL, NULL, '通知', '文号', 'a', '甲', now())`,
  holiday_change_follows_weekday: `${DAY} VALUES ('x', '2030-01-01', 1, 'holiday', '元旦', 'New Year', 3, '通知', '文号', 'a', '甲', now())`,
  holiday_follows_weekday: "UPDATE holiday SET follows_weekday = 3 WHERE kind = 'holiday'",

  // alliances
  alliance_membership_one_member: `${MEMBER} VALUES ('x', 'east', 'regional', 'member', '310104', $centre, '1990-01-01', '1991-01-01', 'fact')`,
  alliance_membership_period: `${MEMBER} VALUES ('x', 'east', 'regional', 'member', '310101', NULL, '1990-01-01', '1989-01-01', 'fact')`,
  alliance_membership_district_is_member: `${MEMBER} VALUES ('x', 'east', 'regional', 'partner', '310104', NULL, '1990-01-01', '1991-01-01', 'fact')`,
  alliance_membership_one_region_a_district: `${MEMBER} VALUES ('x', 'south', 'regional', 'member', '310101', NULL, '2026-01-01', NULL, 'fact')`,
  alliance_membership_one_lead: `${MEMBER} VALUES ('x', 'east', 'regional', 'lead', NULL, 'longhua', '2026-01-01', NULL, 'fact')`,
  alliance_membership_once: `${MEMBER} VALUES ('x', 'east', 'regional', 'member', NULL, $centre, '2021-01-01', NULL, 'fact'),
    ('y', 'east', 'regional', 'partner', NULL, $centre, '2022-01-01', NULL, 'fact')`,

  // conditions, preparations, people
  condition_catalogue_one_current: `INSERT INTO condition_catalogue VALUES
    ('second', '目录', 'Catalogue', true, true, '2026-01-01', 'test', 'imported')`,
  condition_code_form: "UPDATE condition SET code = 'A7-1' WHERE code = 'A07.06.19'",
  condition_synonym_term: "UPDATE condition_synonym SET term = ' ' WHERE term = '老寒腿'",
  preparation_dispensing_period: 'UPDATE preparation_dispensing SET valid_to = valid_from',
  preparation_dispensing_no_overlap: `INSERT INTO preparation_dispensing
    SELECT preparation_id, facility_id, valid_from + 5, NULL, origin FROM preparation_dispensing LIMIT 1`,
  trainee_doctor_cohort: 'UPDATE trainee_doctor SET cohort = 1999',
  dual_employment_period: 'UPDATE dual_employment SET valid_to = valid_from - 1',
  dual_employment_no_overlap: `INSERT INTO dual_employment
    SELECT trainee_id, hospital_id, valid_from + 9, NULL, origin FROM dual_employment LIMIT 1`,

  // programmes
  specialty_project_approved_has_date: 'UPDATE specialty_project SET approved_on = NULL',
  demonstration_station_order: 'UPDATE demonstration_station SET city_accepted_on = district_accepted_on - 1',
  famous_physician_workstation_period: 'UPDATE famous_physician_workstation SET closed_on = opened_on',
  published_figure_value: "UPDATE published_figure SET value = -1 WHERE key = 'centres'",

  // joint clinics
  joint_clinic_id_form: `INSERT INTO joint_clinic (id, name, name_en, centre_id, hospital_id, department, department_en, booking_method, origin)
    VALUES ('诊', '门诊', 'Clinic', $centre, 'shuguang', '科', 'D', 'walk_in', 'demonstration')`,
  joint_clinic_booking_phone: "UPDATE joint_clinic SET booking_phone = '见公告'",
  joint_clinic_phone_booking_has_phone: "UPDATE joint_clinic SET booking_phone = NULL WHERE booking_method = 'phone'",
  joint_clinic_status_period: 'UPDATE joint_clinic_status SET valid_to = valid_from',
  joint_clinic_status_reason: "UPDATE joint_clinic_status SET reason = '' WHERE status = 'suspended'",
  joint_clinic_status_no_overlap: `INSERT INTO joint_clinic_status
    SELECT 'x', clinic_id, 'operating', valid_from + 1, NULL, NULL, NULL, origin FROM joint_clinic_status WHERE valid_to IS NULL LIMIT 1`,
  joint_clinic_expert_period: 'UPDATE joint_clinic_expert SET valid_to = valid_from - 3',
  joint_clinic_expert_no_overlap: `INSERT INTO joint_clinic_expert
    SELECT clinic_id, expert_id, hospital_id, valid_from + 1, NULL FROM joint_clinic_expert LIMIT 1`,
  joint_clinic_trainee_period: 'UPDATE joint_clinic_trainee SET valid_to = valid_from',
  joint_clinic_trainee_no_overlap: `INSERT INTO joint_clinic_trainee
    SELECT clinic_id, trainee_id, centre_id, valid_from + 1, NULL FROM joint_clinic_trainee LIMIT 1`,
  clinic_schedule_weekday: 'UPDATE clinic_schedule SET weekday = 0',
  clinic_schedule_minutes: 'UPDATE clinic_schedule SET ends_minute = starts_minute',
  clinic_schedule_period: 'UPDATE clinic_schedule SET valid_to = valid_from - 1 WHERE valid_to IS NULL',
  clinic_schedule_no_overlap: `INSERT INTO clinic_schedule
    SELECT 'x', clinic_id, weekday, half, 480, 540, recurrence, anchor_date, valid_from + 7, NULL, expert_id, origin
    FROM clinic_schedule WHERE recurrence = 'weekly' AND valid_to IS NULL LIMIT 1`,
  schedule_exception_reason: "UPDATE schedule_exception SET reason = '   '",
  schedule_exception_added_is_complete: `${SESSION} SELECT 'x', id, '2030-01-01', 'am', 'added', 480, 540, NULL, '加诊', 'demonstration' FROM joint_clinic LIMIT 1`,

  // accounts, grants, staff sessions
  account_user_name_form: `${ACCOUNT} VALUES ('a', 'Upper', '甲')`,
  account_phone_form: `${TWO} UPDATE account SET phone = '12345' WHERE id = 'a'`,
  account_display_name: `${ACCOUNT} VALUES ('a', 'test.a', ' ')`,
  account_password_argon2id: `${TWO} UPDATE account SET password_hash = 'plain' WHERE id = 'a'`,
  account_status_reason: `${TWO} UPDATE account SET status = 'suspended' WHERE id = 'a'`,
  account_failed_sign_ins: `${TWO} UPDATE account SET failed_sign_ins = -1 WHERE id = 'a'`,
  account_single_sign_on: `${TWO} UPDATE account SET oidc_subject = 'x' WHERE id = 'a'`,
  account_recertified: `${TWO} UPDATE account SET recertified_at = now(), recertified_by = 'a' WHERE id = 'a'`,
  role_grant_scope: `${TWO} ${GRANT} VALUES ('g', 'a', 'centre_clerk', $centre, '310101', '2026-01-01', NULL, 'active', 'officer', 'b', 'b', NULL)`,
  role_grant_period: `${TWO} ${GRANT} VALUES ('g', 'a', 'centre_clerk', $centre, NULL, '2026-01-01', '2025-01-01', 'active', 'officer', 'b', 'b', NULL)`,
  role_grant_ended: `${TWO} ${GRANT} VALUES ('g', 'a', 'centre_clerk', $centre, NULL, '2026-01-01', NULL, 'ended', 'officer', 'b', 'b', NULL)`,
  role_grant_requested: `${TWO} ${GRANT} VALUES ('g', 'a', 'centre_clerk', $centre, NULL, '2026-01-01', NULL, 'active', 'officer', NULL, 'b', NULL)`,
  role_grant_not_for_oneself: `${TWO} ${GRANT} VALUES ('g', 'a', 'auditor', NULL, NULL, '2026-01-01', NULL, 'active', 'officer', 'b', 'a', NULL)`,
  role_grant_approved: `${TWO} ${GRANT} VALUES ('g', 'a', 'centre_clerk', $centre, NULL, '2026-01-01', NULL, 'active', 'officer', 'b', NULL, NULL)`,
  role_grant_four_eyes: `${TWO} ${GRANT} VALUES ('g', 'a', 'city_officer', NULL, NULL, '2026-01-01', NULL, 'active', 'officer', 'b', 'b', NULL)`,
  role_grant_once: `${TWO} ${GRANT} VALUES
    ('g', 'a', 'auditor', NULL, NULL, '2026-01-01', NULL, 'active', 'command_line', NULL, NULL, NULL),
    ('h', 'a', 'auditor', NULL, NULL, '2026-02-01', NULL, 'requested', 'officer', 'b', NULL, NULL)`,
  staff_session_ended: `${STAFF_SESSION} VALUES ('s', 'h', 'a', 'g', now(), now(), now() + interval '1 h', now(), NULL, '', '')`,
  staff_session_lasting: `${STAFF_SESSION} VALUES ('s', 'h', 'a', 'g', now(), now(), now(), NULL, NULL, '', '')`,
  staff_session_user_agent: `${STAFF_SESSION} VALUES ('s', 'h', 'a', 'g', now(), now(), now() + interval '1 h', NULL, NULL, repeat('x', 121), '')`,
  one_time_link_lasting: `${TWO} ${LINK} VALUES ('l', 'a', 'password', 'h', now(), now())`,
  sign_in_throttle_failures: "INSERT INTO sign_in_throttle VALUES ('k', 0, NULL, now())",

  // the audit trail, whose own triggers would refuse earlier
  audit_event_seq: `${TRAIL} VALUES (0, now(), 'cli', 'a.b', 'A', '1', 'r', NULL, ${HASH}, ${HASH})`,
  audit_event_name: `${TRAIL} VALUES (9, now(), 'cli', 'no event', 'A', '1', 'r', NULL, ${HASH}, ${HASH})`,
  audit_event_one_actor: `${TRAIL} VALUES (9, now(), NULL, 'a.b', 'A', '1', 'r', NULL, ${HASH}, ${HASH})`,
  audit_event_states: `${TRAIL} VALUES (9, now(), 'cli', 'a.b', 'A', '1', 'r', '[]', ${HASH}, ${HASH})`,
  audit_event_hashes: `${TRAIL} VALUES (9, now(), 'cli', 'a.b', 'A', '1', 'r', NULL, ${HASH}, '')`,
  audit_head_single: `${NO_GUARD} INSERT INTO audit_head VALUES (2, 0, ${HASH})`,
  audit_head_hash: `${NO_GUARD} UPDATE audit_head SET hash = ''`,

  // residents' reports, bookkeeping
  information_report_id_form: `${REPORT} VALUES ('not-a-uuid', $centre, 'hours', '开放时间不对', 'zh-CN')`,
  information_report_one_subject: `INSERT INTO information_report (id, facility_id, joint_clinic_id, category, message, locale)
    SELECT '${UUID}', $centre, id, 'hours', '开放时间不对', 'zh-CN' FROM joint_clinic LIMIT 1`,
  information_report_message: `${REPORT} VALUES ('${UUID}', $centre, 'hours', '错', 'zh-CN')`,
  information_report_contact: `INSERT INTO information_report (id, category, message, contact, locale)
    VALUES ('${UUID}', 'hours', '开放时间不对', repeat('1', 101), 'zh-CN')`,
  directory_version_single: 'INSERT INTO directory_version (id) VALUES (2)',

  ...SESSION_REFUSALS,
  ...INDICATOR_REFUSALS,
  ...REGISTRY_REFUSALS,
  ...PEOPLE_REFUSALS,
  ...CHANGE_REFUSALS,
  ...STAGE_REFUSALS,
  ...MONITOR_REFUSALS,
  ...EXPORT_REFUSALS,
};

const TRIGGER_REFUSALS = {
  ...SESSION_TRIGGER_REFUSALS,
  ...CHANGE_TRIGGER_REFUSALS,
  ...INDICATOR_TRIGGER_REFUSALS,
  ...MONITOR_TRIGGER_REFUSALS,
  ...STAGE_TRIGGER_REFUSALS,
};

/** The constraint that refuses a statement; the database is left as it was. */
async function refusalOf(statement: string): Promise<string | undefined> {
  const client = await database.sql.connect();
  try {
    await client.query('BEGIN');
    await client.query(statement.replaceAll('$centre', `'${CENTRE}'`));
    return undefined;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.constraint ?? error.message;
    throw error;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

describe('a row that breaks a rule', () => {
  it.each(Object.entries(REFUSED))('is refused by %s', async (constraint, statement) => {
    expect(await refusalOf(statement)).toBe(constraint);
  });

  it.each(Object.entries(TRIGGER_REFUSALS))('is refused by the trigger behind %s', async (name, statement) => {
    expect(await refusalOf(statement)).toBe(name);
  });

  it('has an example for every check, exclusion and partial uniqueness of the schema', async () => {
    const { rows } = await database.sql.query<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint
        WHERE contype IN ('c', 'x') AND connamespace = 'public'::regnamespace
       UNION SELECT indexrelid::regclass::text FROM pg_index
        WHERE indisunique AND indpred IS NOT NULL AND indrelid::regclass::text NOT LIKE 'pg_%'
       ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(REFUSED).sort());
  });
});

describe('what is missing', () => {
  it.each([
    ['joint_clinic_status_reason', "UPDATE joint_clinic_status SET reason = NULL WHERE status = 'suspended'"],
    [
      'opening_exception_minutes',
      `${EXCEPTION} VALUES ('x', $centre, '2030-01-01', NULL, 600, '检修', 'demonstration')`,
    ],
    ['schedule_exception_added_is_complete', "UPDATE schedule_exception SET starts_minute = NULL WHERE kind = 'added'"],
  ])('does not slip through %s', async (constraint, statement) => {
    expect(await refusalOf(statement)).toBe(constraint);
  });
});

describe('what belongs together', () => {
  it.each([
    [
      'a station under a centre of another district',
      `UPDATE service_station SET centre_id = 'centre-310104-01' WHERE district_code = '310101'`,
    ],
    ['a subdistrict of another district', `UPDATE facility SET subdistrict_code = '310104003' WHERE id = $centre`],
    [
      'an expert of another hospital in a clinic',
      `INSERT INTO joint_clinic_expert SELECT j.id, e.id, j.hospital_id, '2026-01-01', NULL
      FROM joint_clinic j, expert e WHERE e.hospital_id <> j.hospital_id LIMIT 1`,
    ],
    ['a clinic led by a community centre', `UPDATE joint_clinic SET hospital_id = $centre`],
    [
      'a clinic hosted by a station',
      `UPDATE joint_clinic SET centre_id = (SELECT facility_id FROM service_station LIMIT 1) WHERE id = (SELECT min(id) FROM joint_clinic)`,
    ],
    ['an attendance on another day than the session', 'UPDATE clinic_session_trainee SET date = date - 1'],
    ['a preparation of a partner hospital', `UPDATE hospital_preparation SET hospital_id = 'partner-east'`],
  ])('%s is refused', async (_, statement) => {
    expect(await refusalOf(statement)).toMatch(/_fkey$/);
  });

  it('alternate weeks may interleave in one half-day, weekly lines may not', async () => {
    const client = await database.sql.connect();
    try {
      await client.query('BEGIN');
      await client.query(LOADING_HISTORY);
      const { rowCount } = await client.query(
        `INSERT INTO clinic_schedule SELECT 'x', clinic_id, weekday, half, starts_minute, ends_minute, recurrence,
           anchor_date + 7, valid_from, NULL, expert_id, origin
         FROM clinic_schedule WHERE recurrence = 'alternate_weeks' AND valid_to IS NULL LIMIT 1`,
      );
      expect(rowCount).toBe(1);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('the version of the directory moves with every statement on what residents see', async () => {
    const version = async () =>
      (await database.sql.query<{ version: string }>('SELECT version FROM directory_version')).rows[0]?.version;
    const before = Number(await version());
    await database.sql.query('UPDATE facility SET version = version WHERE id = $1', [CENTRE]);
    expect(Number(await version())).toBe(before + 1);
    await database.sql.query("UPDATE rate_limit_window SET count = 0 WHERE key = 'nobody'");
    expect(Number(await version())).toBe(before + 1);
  });
});
