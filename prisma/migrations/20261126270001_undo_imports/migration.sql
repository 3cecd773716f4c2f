-- Long imports are taken back by the job of imports too; until that is done they are written.
ALTER TYPE "import_status" ADD VALUE 'undoing' BEFORE 'undone';

-- A value that was just added to an enum cannot be named in the same transaction, but as text.
ALTER TABLE list_import DROP CONSTRAINT list_import_applied;
ALTER TABLE list_import ADD CONSTRAINT list_import_applied
  CHECK ((status::text IN ('applied', 'undoing', 'undone')) = (applied_at IS NOT NULL));

-- Which entries were in the way, where nobody waited for the answer.
ALTER TABLE "list_import" ADD COLUMN "failure_values" JSONB;
ALTER TABLE list_import ADD CONSTRAINT list_import_failure CHECK (failure_values IS NULL OR failure IS NOT NULL);
