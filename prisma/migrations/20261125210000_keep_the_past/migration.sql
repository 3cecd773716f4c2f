-- CreateEnum
CREATE TYPE "holiday_change_kind" AS ENUM ('holiday', 'makeup_workday', 'ordinary_day', 'as_published');

-- CreateTable
CREATE TABLE "holiday_change" (
    "id" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "version" SMALLINT NOT NULL,
    "kind" "holiday_change_kind" NOT NULL,
    "name" TEXT,
    "name_en" TEXT,
    "follows_weekday" SMALLINT,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "holiday_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "holiday_change_date_version_key" ON "holiday_change"("date", "version");

ALTER TABLE holiday_change ADD CONSTRAINT holiday_change_version CHECK (version >= 1);
ALTER TABLE holiday_change ADD CONSTRAINT holiday_change_reason CHECK (length(btrim(reason)) > 0 AND length(btrim(source)) > 0);
-- a day that differs from the calendar has its names; a day that is as published or ordinary has none
ALTER TABLE holiday_change ADD CONSTRAINT holiday_change_named CHECK (
  CASE WHEN kind IN ('holiday', 'makeup_workday')
    THEN num_nonnulls(name, name_en) = 2 AND length(btrim(name)) > 0 AND length(btrim(name_en)) > 0
    ELSE num_nonnulls(name, name_en) = 0 END);
ALTER TABLE holiday_change ADD CONSTRAINT holiday_change_follows_weekday CHECK (
  follows_weekday IS NULL OR (kind = 'makeup_workday' AND follows_weekday BETWEEN 1 AND 7));

CREATE TRIGGER holiday_change_directory_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON holiday_change
  FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();

-- What was expected of a clinic on a past day stays as it was on that day. Expected sessions follow from schedule lines,
-- exceptions, the status history and holidays, so the part of those that lies before today cannot be changed, whoever
-- asks. Loading a history is something else: SET LOCAL app.loading_history = 'on' allows it for one transaction.

-- The day in Shanghai. An application that lives on a fixed day (tests, demonstrations) tells it in app.today.
CREATE FUNCTION today_in_shanghai() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('app.today', true), '')::date, (now() AT TIME ZONE 'Asia/Shanghai')::date)
$$;

CREATE FUNCTION loads_history() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('app.loading_history', true), '') = 'on'
$$;

CREATE FUNCTION refuse_past(operation text, what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the past stays as it was: % of % before % refused', operation, what, today_in_shanghai()
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = what || '_keeps_past';
END $$;

-- valid_to is inclusive: the past part of a line ends yesterday at the latest
CREATE FUNCTION clinic_schedule_keep_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE today date := today_in_shanghai();
BEGIN
  IF TG_OP = 'INSERT' AND NEW.valid_from < today OR TG_OP = 'DELETE' AND OLD.valid_from < today THEN
    PERFORM refuse_past(TG_OP, TG_TABLE_NAME);
  ELSIF TG_OP = 'UPDATE' AND (OLD.valid_from < today OR NEW.valid_from < today) THEN
    IF (OLD.clinic_id, OLD.weekday, OLD.half, OLD.starts_minute, OLD.ends_minute, OLD.recurrence, OLD.anchor_date,
        OLD.expert_id, OLD.valid_from, least(coalesce(OLD.valid_to, 'infinity'), today - 1))
      IS DISTINCT FROM
       (NEW.clinic_id, NEW.weekday, NEW.half, NEW.starts_minute, NEW.ends_minute, NEW.recurrence, NEW.anchor_date,
        NEW.expert_id, NEW.valid_from, least(coalesce(NEW.valid_to, 'infinity'), today - 1)) THEN
      PERFORM refuse_past(TG_OP, TG_TABLE_NAME);
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER clinic_schedule_keep_past AFTER INSERT OR UPDATE OR DELETE ON clinic_schedule
  FOR EACH ROW WHEN (NOT loads_history()) EXECUTE FUNCTION clinic_schedule_keep_past();

CREATE FUNCTION schedule_exception_keep_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE today date := today_in_shanghai();
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.date < today OR TG_OP <> 'DELETE' AND NEW.date < today THEN
    PERFORM refuse_past(TG_OP, TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER schedule_exception_keep_past AFTER INSERT OR UPDATE OR DELETE ON schedule_exception
  FOR EACH ROW WHEN (NOT loads_history()) EXECUTE FUNCTION schedule_exception_keep_past();

-- valid_to is exclusive here. A new clinic may have been opened before today: nothing was planned for it yet, so there
-- is nothing that could be rewritten.
CREATE FUNCTION joint_clinic_status_keep_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE today date := today_in_shanghai();
BEGIN
  IF TG_OP = 'INSERT' AND NEW.valid_from < today THEN
    IF EXISTS (SELECT FROM clinic_schedule WHERE clinic_id = NEW.clinic_id AND valid_from < today)
      OR EXISTS (SELECT FROM schedule_exception WHERE clinic_id = NEW.clinic_id AND date < today) THEN
      PERFORM refuse_past(TG_OP, TG_TABLE_NAME);
    END IF;
  ELSIF TG_OP = 'DELETE' AND OLD.valid_from < today THEN
    PERFORM refuse_past(TG_OP, TG_TABLE_NAME);
  ELSIF TG_OP = 'UPDATE' AND (OLD.valid_from < today OR NEW.valid_from < today) THEN
    IF (OLD.clinic_id, OLD.status, OLD.reason, OLD.reason_en, OLD.valid_from,
        least(coalesce(OLD.valid_to, 'infinity'), today))
      IS DISTINCT FROM
       (NEW.clinic_id, NEW.status, NEW.reason, NEW.reason_en, NEW.valid_from,
        least(coalesce(NEW.valid_to, 'infinity'), today)) THEN
      PERFORM refuse_past(TG_OP, TG_TABLE_NAME);
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER joint_clinic_status_keep_past AFTER INSERT OR UPDATE OR DELETE ON joint_clinic_status
  FOR EACH ROW WHEN (NOT loads_history()) EXECUTE FUNCTION joint_clinic_status_keep_past();

CREATE FUNCTION holiday_keep_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE today date := today_in_shanghai();
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.date < today OR TG_OP <> 'DELETE' AND NEW.date < today THEN
    PERFORM refuse_past(TG_OP, TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER holiday_keep_past AFTER INSERT OR UPDATE OR DELETE ON holiday
  FOR EACH ROW WHEN (NOT loads_history()) EXECUTE FUNCTION holiday_keep_past();

-- Versions of a day are only ever added.
CREATE FUNCTION holiday_change_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' OR NEW.date < today_in_shanghai() THEN
    PERFORM refuse_past(TG_OP, TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER holiday_change_keep AFTER INSERT OR UPDATE OR DELETE ON holiday_change
  FOR EACH ROW WHEN (NOT loads_history()) EXECUTE FUNCTION holiday_change_keep();
