-- CreateEnum
CREATE TYPE "export_kind" AS ENUM ('clinic_sessions', 'work_reports');

-- CreateEnum
CREATE TYPE "export_state" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "export_file" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "grant_id" TEXT NOT NULL,
    "kind" "export_kind" NOT NULL,
    "query" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "districts" TEXT[],
    "state" "export_state" NOT NULL DEFAULT 'queued',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "file_name" TEXT,
    "plain_name" TEXT,
    "content_type" TEXT,
    "size" INTEGER,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_file_part" (
    "export_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "export_file_part_pkey" PRIMARY KEY ("export_id","attempt","number")
);

-- CreateIndex
CREATE INDEX "export_file_account_id_grant_id_requested_at_idx" ON "export_file"("account_id", "grant_id", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "export_file_expires_at_idx" ON "export_file"("expires_at");

-- AddForeignKey
ALTER TABLE "export_file" ADD CONSTRAINT "export_file_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_file" ADD CONSTRAINT "export_file_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "role_grant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_file_part" ADD CONSTRAINT "export_file_part_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "export_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE export_file ADD CONSTRAINT export_file_texts CHECK (
  length(query) <= 2000 AND length(btrim(label)) BETWEEN 1 AND 300 AND locale IN ('zh-CN', 'en'));
ALTER TABLE export_file ADD CONSTRAINT export_file_counts CHECK (attempt >= 0 AND progress >= 0 AND total >= 0);
-- num_nonnulls, because a check that comes out as NULL passes
ALTER TABLE export_file ADD CONSTRAINT export_file_done CHECK (
  num_nonnulls(file_name, plain_name, content_type, size) = CASE WHEN state = 'done' THEN 4 ELSE 0 END
  AND (finished_at IS NULL) = (state IN ('queued', 'running')));
ALTER TABLE export_file ADD CONSTRAINT export_file_expires CHECK (expires_at > requested_at);
-- what waits or is being made is few among what is kept
CREATE INDEX export_file_open ON export_file (requested_at) WHERE state IN ('queued', 'running');
ALTER TABLE export_file_part ADD CONSTRAINT export_file_part_size CHECK (
  attempt >= 1 AND number >= 0 AND octet_length(bytes) BETWEEN 1 AND 4194304);
