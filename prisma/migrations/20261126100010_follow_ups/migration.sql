-- CreateEnum
CREATE TYPE "monitor_state" AS ENUM ('steady', 'irregular', 'idle', 'nominal_only', 'insufficient');

-- CreateEnum
CREATE TYPE "follow_up_office" AS ENUM ('centre', 'alliance', 'district', 'city');

-- CreateEnum
CREATE TYPE "follow_up_outcome" AS ENUM ('improved', 'plan_changed', 'suspended', 'closed', 'records_corrected', 'nothing_found');

-- CreateEnum
CREATE TYPE "follow_up_message_kind" AS ENUM ('opened', 'taken', 'handed_over', 'comment', 'closed');

-- CreateTable
CREATE TABLE "clinic_state_history" (
    "clinic_id" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "state" "monitor_state" NOT NULL,
    "expected" SMALLINT NOT NULL,
    "logged" SMALLINT NOT NULL,
    "held" SMALLINT NOT NULL,
    "confirmed" SMALLINT NOT NULL,
    "signals" SMALLINT NOT NULL,
    "threshold_version" SMALLINT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clinic_state_history_pkey" PRIMARY KEY ("clinic_id","date")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "id" TEXT NOT NULL,
    "clinic_id" TEXT NOT NULL,
    "state" "monitor_state" NOT NULL,
    "state_on" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" TEXT,
    "opened_by_name" TEXT,
    "office" "follow_up_office" NOT NULL,
    "owner_id" TEXT,
    "owner_name" TEXT,
    "due_on" DATE NOT NULL,
    "outcome" "follow_up_outcome",
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "closed_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_up_message" (
    "id" TEXT NOT NULL,
    "follow_up_id" TEXT NOT NULL,
    "kind" "follow_up_message_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" TEXT,
    "author_name" TEXT,
    "author_role" "staff_role",

    CONSTRAINT "follow_up_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "clinic_state_history_date_idx" ON "clinic_state_history"("date");

-- CreateIndex
CREATE INDEX "follow_up_clinic_id_opened_at_idx" ON "follow_up"("clinic_id", "opened_at");

-- CreateIndex
CREATE INDEX "follow_up_office_due_on_idx" ON "follow_up"("office", "due_on");

-- CreateIndex
CREATE INDEX "follow_up_message_follow_up_id_at_idx" ON "follow_up_message"("follow_up_id", "at");

-- AddForeignKey
ALTER TABLE "clinic_state_history" ADD CONSTRAINT "clinic_state_history_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "joint_clinic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "joint_clinic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up_message" ADD CONSTRAINT "follow_up_message_follow_up_id_fkey" FOREIGN KEY ("follow_up_id") REFERENCES "follow_up"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
ALTER TABLE clinic_state_history ADD CONSTRAINT clinic_state_history_counts CHECK (
  expected >= logged AND logged >= held AND held >= confirmed AND confirmed >= 0 AND signals >= 0 AND threshold_version >= 1);
ALTER TABLE follow_up ADD CONSTRAINT follow_up_closing CHECK (
  num_nonnulls(outcome, closed_at, closed_by_name) IN (0, 3) AND (closed_at IS NULL OR closed_at >= opened_at));
ALTER TABLE follow_up ADD CONSTRAINT follow_up_owner CHECK (num_nonnulls(owner_id, owner_name) IN (0, 2));
ALTER TABLE follow_up_message ADD CONSTRAINT follow_up_message_author CHECK (num_nonnulls(author_name, author_role) IN (0, 2));
-- a clinic has one open follow-up at a time
CREATE UNIQUE INDEX follow_up_one_open ON follow_up (clinic_id) WHERE closed_at IS NULL;
