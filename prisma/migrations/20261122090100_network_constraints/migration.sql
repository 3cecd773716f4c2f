-- What Prisma's schema language cannot say: value checks, periods that must not overlap, partial uniqueness,
-- and the version that moves whenever something residents can read changes.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Positions are WGS-84 degrees inside China's bounding box; anything else is a swapped or mistyped pair.
ALTER TABLE facility ADD CONSTRAINT facility_position_in_china CHECK (latitude BETWEEN 3 AND 54 AND longitude BETWEEN 73 AND 136);
ALTER TABLE subdistrict ADD CONSTRAINT subdistrict_position_in_china CHECK (latitude BETWEEN 3 AND 54 AND longitude BETWEEN 73 AND 136);
ALTER TABLE landmark ADD CONSTRAINT landmark_position_in_china CHECK (latitude BETWEEN 3 AND 54 AND longitude BETWEEN 73 AND 136);
ALTER TABLE hospital_campus ADD CONSTRAINT hospital_campus_position_in_china CHECK (latitude BETWEEN 3 AND 54 AND longitude BETWEEN 73 AND 136);

-- Official codes: a district has six digits, its subdistricts nine that begin with them.
ALTER TABLE district ADD CONSTRAINT district_code_form CHECK (code ~ '^[0-9]{6}$');
ALTER TABLE subdistrict ADD CONSTRAINT subdistrict_code_form CHECK (code ~ '^[0-9]{9}$' AND left(code, 6) = district_code);

-- Facilities
ALTER TABLE facility ADD CONSTRAINT facility_id_form CHECK (id ~ '^[a-z0-9][a-z0-9-]{1,62}$');
ALTER TABLE facility ADD CONSTRAINT facility_name_present CHECK (length(btrim(name)) BETWEEN 2 AND 80);
ALTER TABLE facility ADD CONSTRAINT facility_phone_dialable CHECK (phone ~ '^[0-9+][0-9 -]{4,19}$');
ALTER TABLE lead_hospital ADD CONSTRAINT lead_hospital_kind CHECK (kind = 'lead_hospital');
ALTER TABLE partner_hospital ADD CONSTRAINT partner_hospital_kind CHECK (kind = 'partner_hospital');
ALTER TABLE community_centre ADD CONSTRAINT community_centre_kind CHECK (kind = 'community_centre');
ALTER TABLE community_centre ADD CONSTRAINT community_centre_physicians CHECK (mid_level_tcm_physicians >= 0);
ALTER TABLE service_station ADD CONSTRAINT service_station_kind CHECK (kind = 'service_station');

-- Opening hours: minutes of the day, never overlapping inside one weekday
ALTER TABLE opening_hours ADD CONSTRAINT opening_hours_weekday CHECK (weekday BETWEEN 1 AND 7);
ALTER TABLE opening_hours ADD CONSTRAINT opening_hours_minutes CHECK (opens_minute >= 0 AND opens_minute < closes_minute AND closes_minute <= 1440);
-- the 64-bit hash stands for the id: a GiST index over text is seven times slower to fill, and two ids share a hash
-- about once in 2^64 pairs
ALTER TABLE opening_hours ADD CONSTRAINT opening_hours_no_overlap
  EXCLUDE USING gist (hashtextextended(facility_id, 0) WITH =,
    int4range(weekday * 1440 + opens_minute, weekday * 1440 + closes_minute) WITH &&);
-- a check that comes out as NULL passes, so what must be there is asked for first
ALTER TABLE opening_exception ADD CONSTRAINT opening_exception_minutes CHECK (
  num_nonnulls(opens_minute, closes_minute) = 0
  OR num_nonnulls(opens_minute, closes_minute) = 2 AND (opens_minute >= 0 AND opens_minute < closes_minute AND closes_minute <= 1440));
ALTER TABLE opening_exception ADD CONSTRAINT opening_exception_reason CHECK (length(btrim(reason)) > 0);
-- a day closed as a whole cannot also have intervals, and intervals of one day do not overlap
ALTER TABLE opening_exception ADD CONSTRAINT opening_exception_no_overlap
  EXCLUDE USING gist (facility_id WITH =, date WITH =, int4range(coalesce(opens_minute, 0), coalesce(closes_minute, 1440)) WITH &&);
ALTER TABLE holiday ADD CONSTRAINT holiday_follows_weekday CHECK (
  follows_weekday IS NULL OR (kind = 'makeup_workday' AND follows_weekday BETWEEN 1 AND 7));

-- Alliances
ALTER TABLE alliance_membership ADD CONSTRAINT alliance_membership_one_member CHECK (num_nonnulls(district_code, facility_id) = 1);
ALTER TABLE alliance_membership ADD CONSTRAINT alliance_membership_period CHECK (valid_to IS NULL OR valid_to > valid_from);
ALTER TABLE alliance_membership ADD CONSTRAINT alliance_membership_district_is_member CHECK (district_code IS NULL OR role = 'member');
ALTER TABLE alliance_membership ADD CONSTRAINT alliance_membership_one_region_a_district
  EXCLUDE USING gist (district_code WITH =, daterange(valid_from, valid_to) WITH &&)
  WHERE (alliance_kind = 'regional' AND district_code IS NOT NULL);
ALTER TABLE alliance_membership ADD CONSTRAINT alliance_membership_one_lead
  EXCLUDE USING gist (alliance_code WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (role = 'lead');
ALTER TABLE alliance_membership ADD CONSTRAINT alliance_membership_once
  EXCLUDE USING gist (alliance_code WITH =, coalesce(facility_id, district_code::text) WITH =, daterange(valid_from, valid_to) WITH &&);

-- Conditions: one catalogue is current
CREATE UNIQUE INDEX condition_catalogue_one_current ON condition_catalogue (current) WHERE current;
ALTER TABLE condition ADD CONSTRAINT condition_code_form CHECK (code ~ '^[A-Z][0-9]{2}(\.[0-9]{2}){1,4}\.?$');
ALTER TABLE condition_synonym ADD CONSTRAINT condition_synonym_term CHECK (length(btrim(term)) > 0);

-- Preparations and people
ALTER TABLE preparation_dispensing ADD CONSTRAINT preparation_dispensing_period CHECK (valid_to IS NULL OR valid_to > valid_from);
ALTER TABLE preparation_dispensing ADD CONSTRAINT preparation_dispensing_no_overlap
  EXCLUDE USING gist (preparation_id WITH =, facility_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE trainee_doctor ADD CONSTRAINT trainee_doctor_cohort CHECK (cohort BETWEEN 2015 AND 2100);
ALTER TABLE dual_employment ADD CONSTRAINT dual_employment_period CHECK (valid_to IS NULL OR valid_to > valid_from);
ALTER TABLE dual_employment ADD CONSTRAINT dual_employment_no_overlap
  EXCLUDE USING gist (trainee_id WITH =, hospital_id WITH =, daterange(valid_from, valid_to) WITH &&);

-- Programmes
ALTER TABLE specialty_project ADD CONSTRAINT specialty_project_approved_has_date CHECK ((status = 'approved') = (approved_on IS NOT NULL));
ALTER TABLE demonstration_station ADD CONSTRAINT demonstration_station_order CHECK (
  (district_accepted_on IS NULL OR district_accepted_on >= applied_on)
  AND (city_accepted_on IS NULL OR (district_accepted_on IS NOT NULL AND city_accepted_on >= district_accepted_on))
  AND (withdrawn_on IS NULL OR (city_accepted_on IS NOT NULL AND withdrawn_on >= city_accepted_on)));
ALTER TABLE famous_physician_workstation ADD CONSTRAINT famous_physician_workstation_period CHECK (closed_on IS NULL OR closed_on > opened_on);
ALTER TABLE published_figure ADD CONSTRAINT published_figure_value CHECK (value >= 0);

-- Joint clinics
ALTER TABLE joint_clinic ADD CONSTRAINT joint_clinic_id_form CHECK (id ~ '^[a-z0-9][a-z0-9-]{1,62}$');
ALTER TABLE joint_clinic ADD CONSTRAINT joint_clinic_booking_phone CHECK (booking_phone ~ '^[0-9+][0-9 -]{4,19}$');
ALTER TABLE joint_clinic ADD CONSTRAINT joint_clinic_phone_booking_has_phone CHECK (booking_method <> 'phone' OR booking_phone IS NOT NULL);
ALTER TABLE joint_clinic_status ADD CONSTRAINT joint_clinic_status_period CHECK (valid_to IS NULL OR valid_to > valid_from);
ALTER TABLE joint_clinic_status ADD CONSTRAINT joint_clinic_status_reason CHECK (status NOT IN ('suspended', 'closed') OR length(btrim(coalesce(reason, ''))) > 0);
ALTER TABLE joint_clinic_status ADD CONSTRAINT joint_clinic_status_no_overlap
  EXCLUDE USING gist (clinic_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE joint_clinic_expert ADD CONSTRAINT joint_clinic_expert_period CHECK (valid_to IS NULL OR valid_to > valid_from);
ALTER TABLE joint_clinic_expert ADD CONSTRAINT joint_clinic_expert_no_overlap
  EXCLUDE USING gist (clinic_id WITH =, expert_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE joint_clinic_trainee ADD CONSTRAINT joint_clinic_trainee_period CHECK (valid_to IS NULL OR valid_to > valid_from);
ALTER TABLE joint_clinic_trainee ADD CONSTRAINT joint_clinic_trainee_no_overlap
  EXCLUDE USING gist (clinic_id WITH =, trainee_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE clinic_schedule ADD CONSTRAINT clinic_schedule_weekday CHECK (weekday BETWEEN 1 AND 7);
ALTER TABLE clinic_schedule ADD CONSTRAINT clinic_schedule_minutes CHECK (starts_minute >= 0 AND starts_minute < ends_minute AND ends_minute <= 1440);
ALTER TABLE clinic_schedule ADD CONSTRAINT clinic_schedule_period CHECK (valid_to IS NULL OR valid_to >= valid_from);
-- two weekly lines for the same half-day would be one session counted twice; alternate weeks may interleave
ALTER TABLE clinic_schedule ADD CONSTRAINT clinic_schedule_no_overlap
  EXCLUDE USING gist (clinic_id WITH =, weekday WITH =, half WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
  WHERE (recurrence = 'weekly');
ALTER TABLE schedule_exception ADD CONSTRAINT schedule_exception_reason CHECK (length(btrim(reason)) > 0);
ALTER TABLE schedule_exception ADD CONSTRAINT schedule_exception_added_is_complete CHECK (
  kind = 'removed'
  OR (num_nonnulls(starts_minute, ends_minute, expert_id) = 3 AND starts_minute >= 0 AND starts_minute < ends_minute AND ends_minute <= 1440));

-- Residents' reports: about one thing, of bounded length
ALTER TABLE information_report ADD CONSTRAINT information_report_id_form CHECK (id ~ '^[0-9a-f-]{36}$');
ALTER TABLE information_report ADD CONSTRAINT information_report_one_subject CHECK (num_nonnulls(facility_id, joint_clinic_id) <= 1);
ALTER TABLE information_report ADD CONSTRAINT information_report_message CHECK (length(btrim(message)) BETWEEN 5 AND 1000);
ALTER TABLE information_report ADD CONSTRAINT information_report_contact CHECK (length(contact) <= 100);

-- The directory's version: one row, moved by every statement on a published table, announced to all replicas at commit.
ALTER TABLE directory_version ADD CONSTRAINT directory_version_single CHECK (id = 1);
INSERT INTO directory_version (id, version) VALUES (1, 1);

CREATE FUNCTION directory_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE directory_version SET version = version + 1, changed_at = now() WHERE id = 1;
  PERFORM pg_notify('directory_changed', '');
  RETURN NULL;
END $$;

DO $$
DECLARE published text;
BEGIN
  FOREACH published IN ARRAY ARRAY[
    'district', 'subdistrict', 'landmark', 'facility', 'lead_hospital', 'partner_hospital', 'hospital_campus',
    'community_centre', 'service_station', 'opening_hours', 'opening_exception', 'facility_feature',
    'facility_technique', 'facility_condition', 'holiday', 'alliance', 'alliance_membership',
    'condition_catalogue', 'condition', 'condition_synonym', 'technique', 'technique_synonym',
    'hospital_preparation', 'preparation_condition', 'preparation_dispensing', 'specialty_project',
    'demonstration_station', 'famous_physician_team', 'famous_physician_workstation', 'published_figure',
    'expert', 'expert_condition', 'joint_clinic', 'joint_clinic_condition', 'joint_clinic_status',
    'joint_clinic_expert', 'clinic_schedule', 'schedule_exception', 'trainee_doctor', 'dual_employment'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION directory_changed()',
      published || '_directory_changed', published);
  END LOOP;
END $$;
