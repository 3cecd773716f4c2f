-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('checked', 'applying', 'applied', 'undone', 'discarded');

-- CreateEnum
CREATE TYPE "import_outcome" AS ENUM ('added', 'changed', 'same', 'question', 'faulty');

-- CreateTable
CREATE TABLE "list_import" (
    "id" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "district_code" CHAR(6),
    "status" "import_status" NOT NULL DEFAULT 'checked',
    "file_name" TEXT NOT NULL,
    "file_hash" CHAR(64) NOT NULL,
    "datum" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "row_count" INTEGER NOT NULL,
    "unmentioned" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "account_id" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "list_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_import_row" (
    "import_id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" "import_outcome" NOT NULL,
    "label" TEXT NOT NULL,
    "object_id" TEXT,
    "raw" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "candidates" JSONB NOT NULL,
    "chosen" TEXT,

    CONSTRAINT "list_import_row_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "list_match" (
    "list" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "district_code" CHAR(6),
    "choice" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "list_match_pkey" PRIMARY KEY ("list","key")
);

-- CreateIndex
CREATE INDEX "list_import_checked_at_idx" ON "list_import"("checked_at");

-- CreateIndex
CREATE INDEX "list_import_row_import_id_outcome_line_idx" ON "list_import_row"("import_id", "outcome", "line");

-- AddForeignKey
ALTER TABLE "list_import" ADD CONSTRAINT "list_import_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_import_row" ADD CONSTRAINT "list_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "list_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_match" ADD CONSTRAINT "list_match_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE list_import ADD CONSTRAINT list_import_counts CHECK (row_count >= 0 AND unmentioned >= 0 AND done BETWEEN 0 AND row_count);
ALTER TABLE list_import ADD CONSTRAINT list_import_datum CHECK (datum IN ('wgs84', 'gcj02', 'bd09'));
ALTER TABLE list_import ADD CONSTRAINT list_import_applied CHECK ((status IN ('applied', 'undone')) = (applied_at IS NOT NULL));
ALTER TABLE list_import ADD CONSTRAINT list_import_undone CHECK ((status = 'undone') = (undone_at IS NOT NULL));
-- a row that would change something says what it would be; a faulty one does not
ALTER TABLE list_import_row ADD CONSTRAINT list_import_row_after CHECK ((outcome = 'faulty') = (after IS NULL));
ALTER TABLE list_import_row ADD CONSTRAINT list_import_row_before CHECK (outcome NOT IN ('changed', 'same') OR before IS NOT NULL);
