-- Long imports are written by a job: which run is to write one, for whom, and since when.
ALTER TABLE "list_import"
  ADD COLUMN "run_id" UUID,
  ADD COLUMN "run_account_id" TEXT,
  ADD COLUMN "run_grant_id" TEXT,
  ADD COLUMN "run_since" TIMESTAMPTZ(3),
  ADD COLUMN "run_attempts" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT "list_import_run" CHECK (num_nonnulls("run_id", "run_account_id", "run_grant_id", "run_since") IN (0, 4)),
  ADD CONSTRAINT "list_import_attempts" CHECK ("run_attempts" >= 0);

-- CreateIndex
CREATE UNIQUE INDEX "list_import_run_id_key" ON "list_import"("run_id");
