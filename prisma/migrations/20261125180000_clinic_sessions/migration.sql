-- CreateEnum
CREATE TYPE "clinic_session_state" AS ENUM ('submitted', 'disputed', 'confirmed', 'accepted', 'returned', 'withdrawn');

-- CreateEnum
CREATE TYPE "not_held_reason" AS ENUM ('cancelled', 'expert_absent', 'no_patients', 'holiday', 'other');

-- CreateEnum
CREATE TYPE "expert_presence" AS ENUM ('planned', 'substitute', 'absent');

-- CreateEnum
CREATE TYPE "session_mode" AS ENUM ('on_site', 'remote');

-- CreateEnum
CREATE TYPE "trainee_part" AS ENUM ('observing', 'assisting', 'leading');

-- CreateEnum
CREATE TYPE "session_message_kind" AS ENUM ('disputed', 'returned', 'withdrawn', 'reopened', 'resolved', 'comment');

-- CreateEnum
CREATE TYPE "clinic_behaviour" AS ENUM ('steady', 'irregular', 'idle', 'nominal_only', 'fabricated');

-- CreateTable
CREATE TABLE "clinic_session" (
    "id" TEXT NOT NULL,
    "clinic_id" TEXT NOT NULL,
    "centre_id" TEXT NOT NULL,
    "hospital_id" TEXT NOT NULL,
    "district_code" CHAR(6) NOT NULL,
    "date" DATE NOT NULL,
    "half" "half" NOT NULL,
    "state" "clinic_session_state" NOT NULL DEFAULT 'submitted',
    "version" INTEGER NOT NULL DEFAULT 1,
    "submission_id" UUID NOT NULL,
    "planned" BOOLEAN NOT NULL,
    "planned_expert_id" TEXT,
    "held" BOOLEAN NOT NULL,
    "not_held_reason" "not_held_reason",
    "expert_presence" "expert_presence",
    "expert_id" TEXT,
    "mode" "session_mode",
    "visits_new" INTEGER NOT NULL DEFAULT 0,
    "visits_return" INTEGER NOT NULL DEFAULT 0,
    "prescriptions" INTEGER NOT NULL DEFAULT 0,
    "preparations" INTEGER NOT NULL DEFAULT 0,
    "referrals_up" INTEGER NOT NULL DEFAULT 0,
    "referrals_down" INTEGER NOT NULL DEFAULT 0,
    "teaching_cases" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT,
    "explanation" TEXT,
    "first_submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by" TEXT,
    "submitted_by_name" TEXT,
    "late" BOOLEAN NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by" TEXT,
    "confirmed_by_name" TEXT,
    "confirmed_as" "staff_role",
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" TEXT,
    "accepted_by_name" TEXT,
    "due_on" DATE,
    "origin" "origin" NOT NULL,

    CONSTRAINT "clinic_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clinic_session_condition" (
    "session_id" TEXT NOT NULL,
    "catalogue_id" TEXT NOT NULL,
    "condition_code" TEXT NOT NULL,
    "visits" INTEGER NOT NULL,

    CONSTRAINT "clinic_session_condition_pkey" PRIMARY KEY ("session_id","catalogue_id","condition_code")
);

-- CreateTable
CREATE TABLE "clinic_session_technique" (
    "session_id" TEXT NOT NULL,
    "technique_code" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "clinic_session_technique_pkey" PRIMARY KEY ("session_id","technique_code")
);

-- CreateTable
CREATE TABLE "clinic_session_trainee" (
    "session_id" TEXT NOT NULL,
    "trainee_id" TEXT NOT NULL,
    "part" "trainee_part" NOT NULL,
    "signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "clinic_session_trainee_pkey" PRIMARY KEY ("session_id","trainee_id")
);

-- CreateTable
CREATE TABLE "clinic_session_version" (
    "session_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "submission_id" UUID NOT NULL,
    "state" "clinic_session_state" NOT NULL,
    "content" JSONB NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by" TEXT,
    "submitted_by_name" TEXT,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clinic_session_version_pkey" PRIMARY KEY ("session_id","version")
);

-- CreateTable
CREATE TABLE "clinic_session_message" (
    "id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "kind" "session_message_kind" NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" TEXT,
    "author_name" TEXT NOT NULL,
    "author_role" "staff_role" NOT NULL,

    CONSTRAINT "clinic_session_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "month_close" (
    "id" TEXT NOT NULL,
    "district_code" CHAR(6) NOT NULL,
    "month" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_by" TEXT,
    "closed_by_name" TEXT NOT NULL,
    "reopened_at" TIMESTAMPTZ(3),
    "reopened_by" TEXT,
    "reopened_by_name" TEXT,
    "reopen_reason" TEXT,

    CONSTRAINT "month_close_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_month" (
    "clinic_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "centre_id" TEXT NOT NULL,
    "hospital_id" TEXT NOT NULL,
    "district_code" CHAR(6) NOT NULL,
    "logged" INTEGER NOT NULL DEFAULT 0,
    "logged_planned" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "held_planned" INTEGER NOT NULL DEFAULT 0,
    "confirmed" INTEGER NOT NULL DEFAULT 0,
    "confirmed_planned" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "disputed" INTEGER NOT NULL DEFAULT 0,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "on_time" INTEGER NOT NULL DEFAULT 0,
    "expert_planned" INTEGER NOT NULL DEFAULT 0,
    "expert_substitute" INTEGER NOT NULL DEFAULT 0,
    "expert_absent" INTEGER NOT NULL DEFAULT 0,
    "remote" INTEGER NOT NULL DEFAULT 0,
    "visits_new" INTEGER NOT NULL DEFAULT 0,
    "visits_return" INTEGER NOT NULL DEFAULT 0,
    "prescriptions" INTEGER NOT NULL DEFAULT 0,
    "preparations" INTEGER NOT NULL DEFAULT 0,
    "referrals_up" INTEGER NOT NULL DEFAULT 0,
    "referrals_down" INTEGER NOT NULL DEFAULT 0,
    "teaching_cases" INTEGER NOT NULL DEFAULT 0,
    "attendances" INTEGER NOT NULL DEFAULT 0,
    "attendances_signed" INTEGER NOT NULL DEFAULT 0,
    "with_trainee" INTEGER NOT NULL DEFAULT 0,
    "trainee_led" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "activity_month_pkey" PRIMARY KEY ("clinic_id","month")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demonstration_truth" (
    "clinic_id" TEXT NOT NULL,
    "behaviour" "clinic_behaviour" NOT NULL,
    "valid_from" DATE NOT NULL,

    CONSTRAINT "demonstration_truth_pkey" PRIMARY KEY ("clinic_id","valid_from")
);

-- CreateIndex
CREATE UNIQUE INDEX "clinic_session_submission_id_key" ON "clinic_session"("submission_id");

-- CreateIndex
CREATE INDEX "clinic_session_date_id_idx" ON "clinic_session"("date" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "clinic_session_district_code_date_id_idx" ON "clinic_session"("district_code", "date" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "clinic_session_centre_id_date_id_idx" ON "clinic_session"("centre_id", "date" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "clinic_session_hospital_id_date_id_idx" ON "clinic_session"("hospital_id", "date" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "clinic_session_expert_id_date_idx" ON "clinic_session"("expert_id", "date" DESC);

-- CreateIndex
CREATE INDEX "clinic_session_planned_expert_id_date_idx" ON "clinic_session"("planned_expert_id", "date" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "clinic_session_clinic_id_date_half_key" ON "clinic_session"("clinic_id", "date", "half");

-- CreateIndex
CREATE INDEX "clinic_session_trainee_trainee_id_idx" ON "clinic_session_trainee"("trainee_id");

-- CreateIndex
CREATE UNIQUE INDEX "clinic_session_version_submission_id_key" ON "clinic_session_version"("submission_id");

-- CreateIndex
CREATE INDEX "clinic_session_message_session_id_at_idx" ON "clinic_session_message"("session_id", "at");

-- CreateIndex
CREATE INDEX "month_close_district_code_month_idx" ON "month_close"("district_code", "month");

-- CreateIndex
CREATE INDEX "activity_month_month_idx" ON "activity_month"("month");

-- CreateIndex
CREATE INDEX "activity_month_district_code_month_idx" ON "activity_month"("district_code", "month");

-- CreateIndex
CREATE INDEX "activity_month_hospital_id_month_idx" ON "activity_month"("hospital_id", "month");

-- CreateIndex
CREATE INDEX "activity_month_centre_id_month_idx" ON "activity_month"("centre_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_account_id_list_name_key" ON "saved_view"("account_id", "list", "name");

-- CreateIndex
CREATE UNIQUE INDEX "joint_clinic_id_centre_id_hospital_id_key" ON "joint_clinic"("id", "centre_id", "hospital_id");

-- AddForeignKey
ALTER TABLE "clinic_session" ADD CONSTRAINT "clinic_session_clinic_id_centre_id_hospital_id_fkey" FOREIGN KEY ("clinic_id", "centre_id", "hospital_id") REFERENCES "joint_clinic"("id", "centre_id", "hospital_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "clinic_session" ADD CONSTRAINT "clinic_session_centre_id_district_code_fkey" FOREIGN KEY ("centre_id", "district_code") REFERENCES "community_centre"("facility_id", "district_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_session" ADD CONSTRAINT "clinic_session_hospital_id_fkey" FOREIGN KEY ("hospital_id") REFERENCES "lead_hospital"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_session" ADD CONSTRAINT "clinic_session_planned_expert_id_fkey" FOREIGN KEY ("planned_expert_id") REFERENCES "expert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_session" ADD CONSTRAINT "clinic_session_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "expert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_session_condition" ADD CONSTRAINT "clinic_session_condition_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "clinic_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_session_condition" ADD CONSTRAINT "clinic_session_condition_catalogue_id_condition_code_fkey" FOREIGN KEY ("catalogue_id", "condition_code") REFERENCES "condition"("catalogue_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_session_technique" ADD CONSTRAINT "clinic_session_technique_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "clinic_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_session_technique" ADD CONSTRAINT "clinic_session_technique_technique_code_fkey" FOREIGN KEY ("technique_code") REFERENCES "technique"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_session_trainee" ADD CONSTRAINT "clinic_session_trainee_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "clinic_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_session_trainee" ADD CONSTRAINT "clinic_session_trainee_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "trainee_doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_session_version" ADD CONSTRAINT "clinic_session_version_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "clinic_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_session_message" ADD CONSTRAINT "clinic_session_message_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "clinic_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "month_close" ADD CONSTRAINT "month_close_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_month" ADD CONSTRAINT "activity_month_clinic_id_centre_id_hospital_id_fkey" FOREIGN KEY ("clinic_id", "centre_id", "hospital_id") REFERENCES "joint_clinic"("id", "centre_id", "hospital_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_month" ADD CONSTRAINT "activity_month_centre_id_district_code_fkey" FOREIGN KEY ("centre_id", "district_code") REFERENCES "community_centre"("facility_id", "district_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_month" ADD CONSTRAINT "activity_month_hospital_id_fkey" FOREIGN KEY ("hospital_id") REFERENCES "lead_hospital"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demonstration_truth" ADD CONSTRAINT "demonstration_truth_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "joint_clinic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say. Days are those of Shanghai.
ALTER TABLE clinic_session ADD CONSTRAINT clinic_session_not_in_future
  CHECK (date <= (first_submitted_at AT TIME ZONE 'Asia/Shanghai')::date AND first_submitted_at <= submitted_at);
ALTER TABLE clinic_session ADD CONSTRAINT clinic_session_late
  CHECK (late = ((first_submitted_at AT TIME ZONE 'Asia/Shanghai')::date - date > 3));
-- num_nonnulls first: a check that comes out as NULL passes
ALTER TABLE clinic_session ADD CONSTRAINT clinic_session_held CHECK (
  held AND num_nonnulls(expert_presence, mode) = 2 AND not_held_reason IS NULL AND (expert_presence = 'absent') = (expert_id IS NULL)
  OR NOT held AND num_nonnulls(expert_presence, mode, expert_id) = 0 AND not_held_reason IS NOT NULL
    AND visits_new = 0 AND visits_return = 0 AND prescriptions = 0 AND preparations = 0
    AND referrals_up = 0 AND referrals_down = 0 AND teaching_cases = 0);
ALTER TABLE clinic_session ADD CONSTRAINT clinic_session_planned_expert CHECK (
  planned = (planned_expert_id IS NOT NULL)
  AND (expert_presence IS DISTINCT FROM 'planned' OR planned AND expert_id = planned_expert_id));
ALTER TABLE clinic_session ADD CONSTRAINT clinic_session_counts CHECK (
  visits_new BETWEEN 0 AND 999 AND visits_return BETWEEN 0 AND 999 AND prescriptions BETWEEN 0 AND 9999 AND preparations BETWEEN 0 AND 9999
  AND referrals_up BETWEEN 0 AND 999 AND referrals_down BETWEEN 0 AND 999 AND teaching_cases BETWEEN 0 AND 999);
ALTER TABLE clinic_session ADD CONSTRAINT clinic_session_texts CHECK (length(note) <= 1000 AND length(explanation) <= 1000);
ALTER TABLE clinic_session ADD CONSTRAINT clinic_session_other_has_note
  CHECK (not_held_reason IS DISTINCT FROM 'other' OR length(btrim(coalesce(note, ''))) > 0);
ALTER TABLE clinic_session ADD CONSTRAINT clinic_session_confirmed CHECK (
  (state IN ('confirmed', 'accepted')) = (confirmed_at IS NOT NULL) AND (state = 'accepted') = (accepted_at IS NOT NULL));
ALTER TABLE clinic_session ADD CONSTRAINT clinic_session_due CHECK ((state IN ('disputed', 'returned')) = (due_on IS NOT NULL));
ALTER TABLE clinic_session ADD CONSTRAINT clinic_session_version CHECK (version >= 1);
-- nobody is on site in two places in the same half-day
CREATE UNIQUE INDEX clinic_session_expert_on_site ON clinic_session (expert_id, date, half)
  WHERE mode = 'on_site' AND expert_id IS NOT NULL AND state <> 'withdrawn';
-- what waits for somebody is few among many that are done
CREATE INDEX clinic_session_open ON clinic_session (state, district_code, date DESC, id DESC) WHERE state NOT IN ('accepted', 'withdrawn');

ALTER TABLE clinic_session_condition ADD CONSTRAINT clinic_session_condition_visits CHECK (visits BETWEEN 1 AND 999);
ALTER TABLE clinic_session_technique ADD CONSTRAINT clinic_session_technique_count CHECK (count BETWEEN 1 AND 9999);
ALTER TABLE clinic_session_version ADD CONSTRAINT clinic_session_version_number CHECK (version >= 1);
ALTER TABLE clinic_session_message ADD CONSTRAINT clinic_session_message_text CHECK (length(btrim(text)) BETWEEN 1 AND 1000);
ALTER TABLE saved_view ADD CONSTRAINT saved_view_texts CHECK (length(btrim(name)) BETWEEN 1 AND 40 AND length(query) <= 2000);

-- Visits by condition add up to no more than visits; looked at when the transaction is complete.
CREATE FUNCTION clinic_session_check_conditions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(c.visits), 0) > s.visits_new + s.visits_return
      FROM clinic_session s LEFT JOIN clinic_session_condition c ON c.session_id = s.id
      WHERE s.id = NEW.session_id GROUP BY s.id) THEN
    RAISE EXCEPTION 'the visits by condition of clinic session % exceed its visits', NEW.session_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'clinic_session_condition_sum';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER clinic_session_condition_sum AFTER INSERT OR UPDATE ON clinic_session_condition
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION clinic_session_check_conditions();

-- Months: begin on the first, are closed once at a time, and hold their records still while closed.
ALTER TABLE activity_month ADD CONSTRAINT activity_month_first_day CHECK (extract(day FROM month) = 1);
ALTER TABLE month_close ADD CONSTRAINT month_close_first_day CHECK (extract(day FROM month) = 1);
ALTER TABLE month_close ADD CONSTRAINT month_close_reopened CHECK (
  num_nonnulls(reopened_at, reopened_by_name, reopen_reason) IN (0, 3)
  AND (reopened_at IS NULL OR reopened_at >= closed_at AND length(btrim(reopen_reason)) > 0));
CREATE UNIQUE INDEX month_close_one_open ON month_close (district_code, month) WHERE reopened_at IS NULL;

-- Whoever closes a month waits for the records under way, and those who come later see that it is closed.
CREATE FUNCTION month_lock_key(district char(6), day date) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT hashtextextended('month_close ' || district || to_char(day::timestamp, 'YYYY-MM'), 0)
$$;
CREATE FUNCTION month_close_lock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(month_lock_key(NEW.district_code, NEW.month));
  RETURN NEW;
END $$;
CREATE TRIGGER month_close_lock BEFORE INSERT OR UPDATE ON month_close FOR EACH ROW EXECUTE FUNCTION month_close_lock();

CREATE FUNCTION clinic_session_month_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(month_lock_key(NEW.district_code, NEW.date));
  IF EXISTS (SELECT 1 FROM month_close WHERE district_code = NEW.district_code
      AND month = date_trunc('month', NEW.date::timestamp)::date AND reopened_at IS NULL) THEN
    RAISE EXCEPTION 'the month of clinic session % is closed', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'clinic_session_month_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER clinic_session_month_open BEFORE INSERT OR UPDATE ON clinic_session
  FOR EACH ROW EXECUTE FUNCTION clinic_session_month_open();

-- "Not held" on the day itself, or taken back, reaches the residents' pages: only then does the directory move.
CREATE FUNCTION clinic_session_stops() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.date >= (NEW.submitted_at AT TIME ZONE 'Asia/Shanghai')::date
     AND (NOT NEW.held OR TG_OP = 'UPDATE' AND NOT OLD.held) THEN
    UPDATE directory_version SET version = version + 1, changed_at = now() WHERE id = 1;
    PERFORM pg_notify('directory_changed', '');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER clinic_session_stops AFTER INSERT OR UPDATE OF held, state ON clinic_session
  FOR EACH ROW EXECUTE FUNCTION clinic_session_stops();
