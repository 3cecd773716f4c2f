-- CreateTable
CREATE TABLE "monitor_threshold" (
    "version" SMALLINT NOT NULL,
    "valid_from" DATE NOT NULL,
    "values" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT,
    "set_by" TEXT,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "monitor_threshold_pkey" PRIMARY KEY ("version")
);

-- What Prisma's schema language cannot say.
ALTER TABLE monitor_threshold ADD CONSTRAINT monitor_threshold_version CHECK (version >= 1);
ALTER TABLE monitor_threshold ADD CONSTRAINT monitor_threshold_values CHECK (jsonb_typeof("values") = 'object');
ALTER TABLE monitor_threshold ADD CONSTRAINT monitor_threshold_reason CHECK (
  length(btrim(source)) > 0 AND (version = 1 OR length(btrim(coalesce(reason, ''))) >= 2));

-- Versions are added, never rewritten.
CREATE FUNCTION monitor_threshold_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'thresholds are followed by a new version, not rewritten'
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'monitor_threshold_keeps';
END $$;
CREATE TRIGGER monitor_threshold_keep AFTER UPDATE OR DELETE ON monitor_threshold
  FOR EACH ROW EXECUTE FUNCTION monitor_threshold_keep();

-- The first version: the rule of thumb of the design, and where it names no number, ours.
INSERT INTO monitor_threshold (version, valid_from, "values", source, set_by_name, set_at) VALUES (1, '2015-01-01', '{
  "windowWeeks": 8, "minExpected": 4, "minLoggedPercent": 50, "nominalHeldPercent": 25, "steadyHeldPercent": 80,
  "steadyExpertPercent": 80, "idleAbsentPercent": 50, "idleMedianVisits": 1, "warnHeldPercent": 50, "logGraceDays": 3,
  "confirmDays": 14, "minUnconfirmed": 3, "signalRepeated": 4, "signalRoundPercent": 50, "signalBatch": 4,
  "signalTargetPercent": 50
}', '服务监测规则（初版）', '系统', '2026-11-25T00:00:00Z');
