-- A district's months among those of a decade: by month first, so that months of all districts are found by the same index.
DROP INDEX "activity_month_month_idx";
DROP INDEX "expected_month_month_idx";

-- CreateIndex
CREATE INDEX "activity_month_month_district_code_idx" ON "activity_month"("month", "district_code");

-- CreateIndex
CREATE INDEX "expected_month_month_district_code_idx" ON "expected_month"("month", "district_code");
