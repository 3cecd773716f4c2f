-- AlterTable
ALTER TABLE "indicator_target" ADD COLUMN "reason" TEXT;

-- What Prisma's schema language cannot say.
ALTER TABLE indicator_target ADD CONSTRAINT indicator_target_reason CHECK (set_by IS NULL OR length(btrim(reason)) > 0);

-- A target is set before its period begins; whoever could set one later could set what is reached already.
CREATE FUNCTION indicator_target_ahead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.period_from <= today_in_shanghai() THEN
    RAISE EXCEPTION 'a target is set before its period begins'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'indicator_target_ahead';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER indicator_target_ahead BEFORE INSERT OR UPDATE ON indicator_target
  FOR EACH ROW WHEN (NOT loads_history()) EXECUTE FUNCTION indicator_target_ahead();
