-- CreateEnum
CREATE TYPE "indicator_unit" AS ENUM ('count', 'percent', 'ratio');

-- CreateEnum
CREATE TYPE "good_direction" AS ENUM ('up', 'down', 'neutral');

-- CreateEnum
CREATE TYPE "indicator_source" AS ENUM ('computed', 'reported', 'policy_figure');

-- CreateEnum
CREATE TYPE "unit_level" AS ENUM ('city', 'alliance', 'district', 'centre', 'clinic');

-- CreateTable
CREATE TABLE "indicator_definition" (
    "id" TEXT NOT NULL,
    "version" SMALLINT NOT NULL,
    "group_number" SMALLINT NOT NULL,
    "sort_order" SMALLINT NOT NULL,
    "unit" "indicator_unit" NOT NULL,
    "decimals" SMALLINT NOT NULL,
    "good_direction" "good_direction" NOT NULL,
    "source" "indicator_source" NOT NULL,
    "deepest_level" "unit_level" NOT NULL,
    "public" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "tells" TEXT NOT NULL,
    "tells_en" TEXT NOT NULL,
    "matters" TEXT NOT NULL,
    "matters_en" TEXT NOT NULL,
    "numerator" TEXT NOT NULL,
    "numerator_en" TEXT NOT NULL,
    "denominator" TEXT,
    "denominator_en" TEXT,
    "author" TEXT NOT NULL,
    "reviewer" TEXT NOT NULL,
    "reviewed_on" DATE NOT NULL,
    "next_review_on" DATE NOT NULL,
    "valid_from" DATE NOT NULL,
    "reason" TEXT,

    CONSTRAINT "indicator_definition_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "indicator_target" (
    "id" TEXT NOT NULL,
    "indicator_id" TEXT NOT NULL,
    "level" "unit_level" NOT NULL,
    "unit_code" TEXT NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "value" DECIMAL(12,4) NOT NULL,
    "source" TEXT NOT NULL,
    "set_by" TEXT,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "origin" "origin" NOT NULL,

    CONSTRAINT "indicator_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expected_month" (
    "clinic_id" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "centre_id" TEXT NOT NULL,
    "hospital_id" TEXT NOT NULL,
    "district_code" CHAR(6) NOT NULL,
    "expected" SMALLINT NOT NULL,

    CONSTRAINT "expected_month_pkey" PRIMARY KEY ("clinic_id","month")
);

-- CreateTable
CREATE TABLE "subdistrict_population" (
    "subdistrict_code" CHAR(9) NOT NULL,
    "year" SMALLINT NOT NULL,
    "residents" INTEGER NOT NULL,
    "residents_65" INTEGER,
    "source" TEXT NOT NULL,
    "origin" "origin" NOT NULL,

    CONSTRAINT "subdistrict_population_pkey" PRIMARY KEY ("subdistrict_code","year")
);

-- CreateIndex
CREATE INDEX "indicator_target_indicator_id_level_unit_code_idx" ON "indicator_target"("indicator_id", "level", "unit_code");

-- CreateIndex
CREATE INDEX "expected_month_month_idx" ON "expected_month"("month");

-- CreateIndex
CREATE INDEX "expected_month_district_code_month_idx" ON "expected_month"("district_code", "month");

-- AddForeignKey
ALTER TABLE "expected_month" ADD CONSTRAINT "expected_month_clinic_id_centre_id_hospital_id_fkey" FOREIGN KEY ("clinic_id", "centre_id", "hospital_id") REFERENCES "joint_clinic"("id", "centre_id", "hospital_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expected_month" ADD CONSTRAINT "expected_month_centre_id_district_code_fkey" FOREIGN KEY ("centre_id", "district_code") REFERENCES "community_centre"("facility_id", "district_code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subdistrict_population" ADD CONSTRAINT "subdistrict_population_subdistrict_code_fkey" FOREIGN KEY ("subdistrict_code") REFERENCES "subdistrict"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE indicator_definition ADD CONSTRAINT indicator_definition_id_form CHECK (id ~ '^[a-z][a-z0-9_]{2,60}$');
ALTER TABLE indicator_definition ADD CONSTRAINT indicator_definition_numbers CHECK (version >= 1 AND group_number BETWEEN 1 AND 99 AND decimals BETWEEN 0 AND 4);
ALTER TABLE indicator_definition ADD CONSTRAINT indicator_definition_denominator CHECK (
  num_nonnulls(denominator, denominator_en) IN (0, 2) AND (unit = 'count' OR denominator IS NOT NULL));
ALTER TABLE indicator_definition ADD CONSTRAINT indicator_definition_review CHECK (next_review_on > reviewed_on);
ALTER TABLE indicator_target ADD CONSTRAINT indicator_target_period CHECK (period_to >= period_from);
ALTER TABLE indicator_target ADD CONSTRAINT indicator_target_value CHECK (value >= 0 AND length(btrim(source)) > 0);
-- a unit has one target at a time
ALTER TABLE indicator_target ADD CONSTRAINT indicator_target_no_overlap
  EXCLUDE USING gist (indicator_id WITH =, level WITH =, unit_code WITH =, daterange(period_from, period_to, '[]') WITH &&);
ALTER TABLE expected_month ADD CONSTRAINT expected_month_first_day CHECK (extract(day FROM month) = 1 AND expected BETWEEN 0 AND 93);
ALTER TABLE subdistrict_population ADD CONSTRAINT subdistrict_population_counts CHECK (
  year BETWEEN 1990 AND 2100 AND residents >= 0 AND (residents_65 IS NULL OR residents_65 BETWEEN 0 AND residents));

-- A target stays as it is once its period has begun; definitions are added, never rewritten.
CREATE FUNCTION indicator_target_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.period_from <= today_in_shanghai() THEN
    RAISE EXCEPTION 'a target stays fixed inside its period'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'indicator_target_keeps';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER indicator_target_keep AFTER UPDATE OR DELETE ON indicator_target
  FOR EACH ROW WHEN (NOT loads_history()) EXECUTE FUNCTION indicator_target_keep();

CREATE FUNCTION indicator_definition_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a definition is followed by a new version, not rewritten'
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'indicator_definition_keeps';
END $$;
CREATE TRIGGER indicator_definition_keep AFTER UPDATE OR DELETE ON indicator_definition
  FOR EACH ROW WHEN (NOT loads_history()) EXECUTE FUNCTION indicator_definition_keep();
