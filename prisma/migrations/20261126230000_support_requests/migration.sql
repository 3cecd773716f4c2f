-- CreateEnum
CREATE TYPE "support_kind" AS ENUM ('clinic_assignment', 'month_reopening', 'access_reset', 'other');

-- CreateEnum
CREATE TYPE "support_office" AS ENUM ('alliance', 'district', 'city');

-- CreateEnum
CREATE TYPE "support_status" AS ENUM ('open', 'done', 'declined');

-- CreateEnum
CREATE TYPE "support_message_kind" AS ENUM ('comment', 'taken', 'passed_on');

-- CreateTable
CREATE TABLE "support_request" (
    "id" TEXT NOT NULL,
    "kind" "support_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "month" DATE,
    "asked_by" TEXT NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "asked_by_role" "staff_role" NOT NULL,
    "centre_id" TEXT,
    "expert_id" TEXT,
    "district_code" CHAR(6),
    "alliance_code" TEXT,
    "office" "support_office" NOT NULL,
    "owner_id" TEXT,
    "owner_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE NOT NULL,
    "status" "support_status" NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" TEXT,
    "answered_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "support_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_message" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "kind" "support_message_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "author_role" "staff_role" NOT NULL,

    CONSTRAINT "support_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "support_request_office_status_due_on_idx" ON "support_request"("office", "status", "due_on");

-- CreateIndex
CREATE INDEX "support_request_asked_by_created_at_idx" ON "support_request"("asked_by", "created_at");

-- CreateIndex
CREATE INDEX "support_message_request_id_at_idx" ON "support_message"("request_id", "at");

-- AddForeignKey
ALTER TABLE "support_message" ADD CONSTRAINT "support_message_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE support_request
  ADD CONSTRAINT support_request_text CHECK (btrim(text) <> ''),
  ADD CONSTRAINT support_request_month CHECK (
    (kind = 'month_reopening') = (month IS NOT NULL) AND (month IS NULL OR extract(day FROM month) = 1)),
  ADD CONSTRAINT support_request_office CHECK (
    CASE office WHEN 'district' THEN district_code IS NOT NULL WHEN 'alliance' THEN alliance_code IS NOT NULL ELSE true END),
  ADD CONSTRAINT support_request_owner CHECK (num_nonnulls(owner_id, owner_name) IN (0, 2)),
  ADD CONSTRAINT support_request_ended CHECK (
    (status = 'open') = (answered_at IS NULL)
    AND num_nonnulls(answer, answered_at, answered_by, answered_by_name) IN (0, 4)
    AND (answered_at IS NULL OR answered_at >= created_at)),
  -- the words of an office, not of the one who asked
  ADD CONSTRAINT support_request_other_answers CHECK (answered_by IS DISTINCT FROM asked_by);
ALTER TABLE support_message
  ADD CONSTRAINT support_message_text CHECK (kind = 'taken' OR btrim(text) <> '');
