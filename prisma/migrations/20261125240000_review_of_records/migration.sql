-- CreateEnum
CREATE TYPE "session_dispute_kind" AS ENUM ('not_there', 'numbers', 'other');

-- AlterTable
ALTER TABLE "clinic_session_message" ADD COLUMN "dispute_kind" "session_dispute_kind";

-- CreateIndex
CREATE INDEX "clinic_session_message_at_session_id_idx" ON "clinic_session_message"("at" DESC, "session_id");

-- What Prisma's schema language cannot say.
ALTER TABLE clinic_session_message ADD CONSTRAINT clinic_session_message_dispute
  CHECK (dispute_kind IS NULL OR kind = 'disputed');

-- "Not held" waits for nobody's confirmation; a held session is accepted only after somebody has confirmed it.
ALTER TABLE clinic_session DROP CONSTRAINT clinic_session_confirmed;
ALTER TABLE clinic_session ADD CONSTRAINT clinic_session_confirmed CHECK (
  CASE state WHEN 'confirmed' THEN confirmed_at IS NOT NULL
    WHEN 'accepted' THEN confirmed_at IS NOT NULL OR NOT held
    ELSE confirmed_at IS NULL END
  AND (state = 'accepted') = (accepted_at IS NOT NULL));

-- A signature changes no column of its record, so the record's own trigger does not see it.
CREATE FUNCTION clinic_session_trainee_month_open() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  district char(6);
  day date;
BEGIN
  SELECT district_code, date INTO district, day FROM clinic_session WHERE id = NEW.session_id;
  PERFORM pg_advisory_xact_lock_shared(month_lock_key(district, day));
  IF EXISTS (SELECT 1 FROM month_close WHERE district_code = district
      AND month = date_trunc('month', day::timestamp)::date AND reopened_at IS NULL) THEN
    RAISE EXCEPTION 'the month of clinic session % is closed', NEW.session_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'clinic_session_month_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER clinic_session_trainee_month_open BEFORE UPDATE OF signed_at ON clinic_session_trainee
  FOR EACH ROW EXECUTE FUNCTION clinic_session_trainee_month_open();
