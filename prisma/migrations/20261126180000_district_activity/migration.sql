-- CreateTable
CREATE TABLE "district_activity" (
    "id" BIGSERIAL NOT NULL,
    "district_code" CHAR(6) NOT NULL,
    "month" DATE NOT NULL,
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
    "expected" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "district_activity_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "district_activity_month_idx" ON "district_activity"("month");

-- Every change of the months of clinics is a change of their districts' months. It is added as a row and changes none, so
-- that clinics of one district do not wait for each other, whatever a transaction locks and in what order.
CREATE FUNCTION district_activity_add(added activity_month[], gone activity_month[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO district_activity (district_code, month,
    logged, logged_planned, held, held_planned, confirmed, confirmed_planned, accepted, disputed, returned,
    on_time, expert_planned, expert_substitute, expert_absent, remote, visits_new, visits_return,
    prescriptions, preparations, referrals_up, referrals_down, teaching_cases, attendances, attendances_signed,
    with_trainee, trainee_led)
  SELECT district_code, month,
    sum(sign * logged), sum(sign * logged_planned), sum(sign * held), sum(sign * held_planned),
    sum(sign * confirmed), sum(sign * confirmed_planned), sum(sign * accepted), sum(sign * disputed),
    sum(sign * returned), sum(sign * on_time), sum(sign * expert_planned), sum(sign * expert_substitute),
    sum(sign * expert_absent), sum(sign * remote), sum(sign * visits_new), sum(sign * visits_return),
    sum(sign * prescriptions), sum(sign * preparations), sum(sign * referrals_up), sum(sign * referrals_down),
    sum(sign * teaching_cases), sum(sign * attendances), sum(sign * attendances_signed),
    sum(sign * with_trainee), sum(sign * trainee_led)
  FROM (SELECT 1 AS sign, a.* FROM unnest(added) a UNION ALL SELECT -1, g.* FROM unnest(gone) g) changed
  GROUP BY district_code, month;
END $$;
CREATE FUNCTION district_activity_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added activity_month[];
  gone activity_month[];
BEGIN
  IF TG_OP <> 'DELETE' THEN added := (SELECT array_agg(ROW(n.*)::activity_month) FROM after_change n); END IF;
  IF TG_OP <> 'INSERT' THEN gone := (SELECT array_agg(ROW(o.*)::activity_month) FROM before_change o); END IF;
  -- a statement that adds or changes tells both, one of them with nothing
  IF added IS NOT NULL OR gone IS NOT NULL THEN PERFORM district_activity_add(added, gone); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER district_activity_inserted AFTER INSERT ON activity_month
  REFERENCING NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION district_activity_follow();
CREATE TRIGGER district_activity_updated AFTER UPDATE ON activity_month
  REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION district_activity_follow();
CREATE TRIGGER district_activity_deleted AFTER DELETE ON activity_month
  REFERENCING OLD TABLE AS before_change FOR EACH STATEMENT EXECUTE FUNCTION district_activity_follow();

-- What was expected stands beside it.
CREATE FUNCTION district_expected_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO district_activity (district_code, month, expected)
    SELECT district_code, month, sum(expected) FROM after_change GROUP BY district_code, month;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO district_activity (district_code, month, expected)
    SELECT district_code, month, -sum(expected) FROM before_change GROUP BY district_code, month;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER district_expected_inserted AFTER INSERT ON expected_month
  REFERENCING NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION district_expected_follow();
CREATE TRIGGER district_expected_updated AFTER UPDATE ON expected_month
  REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION district_expected_follow();
CREATE TRIGGER district_expected_deleted AFTER DELETE ON expected_month
  REFERENCING OLD TABLE AS before_change FOR EACH STATEMENT EXECUTE FUNCTION district_expected_follow();

-- Lays the rows of a district's month together. Readers see those before or the one after, and of two at once the second
-- finds nothing left.
CREATE FUNCTION district_activity_fold() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH many AS (SELECT district_code, month FROM district_activity GROUP BY 1, 2 HAVING count(*) > 1),
    laid AS (DELETE FROM district_activity d USING many m WHERE d.district_code = m.district_code AND d.month = m.month RETURNING d.*)
  INSERT INTO district_activity (district_code, month,
    logged, logged_planned, held, held_planned, confirmed, confirmed_planned, accepted, disputed, returned,
    on_time, expert_planned, expert_substitute, expert_absent, remote, visits_new, visits_return,
    prescriptions, preparations, referrals_up, referrals_down, teaching_cases, attendances, attendances_signed,
    with_trainee, trainee_led, expected)
  SELECT district_code, month,
    sum(logged), sum(logged_planned), sum(held), sum(held_planned), sum(confirmed), sum(confirmed_planned),
    sum(accepted), sum(disputed), sum(returned), sum(on_time), sum(expert_planned), sum(expert_substitute),
    sum(expert_absent), sum(remote), sum(visits_new), sum(visits_return), sum(prescriptions),
    sum(preparations), sum(referrals_up), sum(referrals_down), sum(teaching_cases), sum(attendances),
    sum(attendances_signed), sum(with_trainee), sum(trainee_led), sum(expected)
  FROM laid GROUP BY district_code, month;
END $$;

-- All of it anew from the months of clinics; whoever changes those meanwhile waits. A month at a time, so that ten years
-- are not held in memory.
CREATE FUNCTION district_activity_rebuild() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE activity_month, expected_month, district_activity IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM district_activity;
  PERFORM district_activity_add((SELECT array_agg(a) FROM activity_month a WHERE a.month = m.month), NULL)
  FROM (SELECT DISTINCT month FROM activity_month) m;
  INSERT INTO district_activity (district_code, month, expected)
  SELECT district_code, month, sum(expected) FROM expected_month GROUP BY 1, 2;
  PERFORM district_activity_fold();
END $$;
SELECT district_activity_rebuild();
