-- Long files are checked by the job of imports: their rows are kept before anything is known of them.
ALTER TYPE "import_status" ADD VALUE 'checking' BEFORE 'checked';
ALTER TYPE "import_outcome" ADD VALUE 'unchecked';

-- A value that was just added to an enum cannot be named in the same transaction, but as text.
ALTER TABLE list_import_row DROP CONSTRAINT list_import_row_after;
ALTER TABLE list_import_row ADD CONSTRAINT list_import_row_after
  CHECK ((outcome::text IN ('faulty', 'unchecked')) = (after IS NULL));

-- Who asked for the writing is kept also where no run was made for it yet: a short import that was broken off gets one.
ALTER TABLE list_import DROP CONSTRAINT list_import_run;
ALTER TABLE list_import ADD CONSTRAINT list_import_run CHECK (
  num_nonnulls(run_account_id, run_grant_id, run_since) IN (0, 3) AND (run_id IS NULL OR run_since IS NOT NULL));
