-- CreateEnum
CREATE TYPE "account_status" AS ENUM ('active', 'suspended', 'left');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('centre_clerk', 'expert', 'trainee', 'alliance_officer', 'district_officer', 'city_officer', 'auditor');

-- CreateEnum
CREATE TYPE "grant_state" AS ENUM ('requested', 'active', 'ended', 'declined');

-- CreateEnum
CREATE TYPE "grant_source" AS ENUM ('officer', 'command_line', 'demonstration');

-- CreateEnum
CREATE TYPE "staff_session_end" AS ENUM ('signed_out', 'signed_out_elsewhere', 'idle', 'expired', 'account_closed', 'grant_ended', 'access_reset', 'second_factor_failed', 'replaced');

-- CreateEnum
CREATE TYPE "one_time_link_purpose" AS ENUM ('invitation', 'password', 'second_factor');

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "user_name" TEXT NOT NULL,
    "phone" TEXT,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "status" "account_status" NOT NULL DEFAULT 'active',
    "status_reason" TEXT,
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "totp_secret" TEXT,
    "totp_pending_secret" TEXT,
    "totp_last_step" INTEGER,
    "oidc_issuer" TEXT,
    "oidc_subject" TEXT,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "recertified_at" TIMESTAMPTZ(3),
    "recertified_by" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "role" "staff_role" NOT NULL,
    "centre_id" TEXT,
    "expert_id" TEXT,
    "trainee_id" TEXT,
    "alliance_code" TEXT,
    "district_code" CHAR(6),
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "state" "grant_state" NOT NULL,
    "source" "grant_source" NOT NULL DEFAULT 'officer',
    "requested_by" TEXT,
    "approved_by" TEXT,
    "reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "grant_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_because" "staff_session_end",
    "user_agent" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "purpose" "one_time_link_purpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_by" TEXT,

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "locked_until" TIMESTAMPTZ(3),
    "last_failure_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_user_name_key" ON "account"("user_name");

-- CreateIndex
CREATE UNIQUE INDEX "account_phone_key" ON "account"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "account_oidc_issuer_oidc_subject_key" ON "account"("oidc_issuer", "oidc_subject");

-- CreateIndex
CREATE INDEX "role_grant_account_id_idx" ON "role_grant"("account_id");

-- CreateIndex
CREATE INDEX "role_grant_centre_id_idx" ON "role_grant"("centre_id");

-- CreateIndex
CREATE INDEX "role_grant_district_code_idx" ON "role_grant"("district_code");

-- CreateIndex
CREATE INDEX "role_grant_trainee_id_idx" ON "role_grant"("trainee_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_token_hash_key" ON "staff_session"("token_hash");

-- CreateIndex
CREATE INDEX "staff_session_account_id_idx" ON "staff_session"("account_id");

-- CreateIndex
CREATE INDEX "staff_session_grant_id_idx" ON "staff_session"("grant_id");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_code_hash_key" ON "recovery_code"("code_hash");

-- CreateIndex
CREATE INDEX "recovery_code_account_id_idx" ON "recovery_code"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_link_account_id_idx" ON "one_time_link"("account_id");

-- CreateIndex
CREATE INDEX "sign_in_throttle_last_failure_at_idx" ON "sign_in_throttle"("last_failure_at");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_recertified_by_fkey" FOREIGN KEY ("recertified_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_approved_by_fkey" FOREIGN KEY ("approved_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "community_centre"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "expert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "trainee_doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_alliance_code_fkey" FOREIGN KEY ("alliance_code") REFERENCES "alliance"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "role_grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- A user name begins with a letter and a phone number with 1, so one box can take either.
ALTER TABLE account ADD CONSTRAINT account_user_name_form CHECK (user_name ~ '^[a-z][a-z0-9._-]{2,31}$');
ALTER TABLE account ADD CONSTRAINT account_phone_form CHECK (phone ~ '^1[3-9][0-9]{9}$');
ALTER TABLE account ADD CONSTRAINT account_display_name CHECK (length(btrim(display_name)) BETWEEN 1 AND 40);
ALTER TABLE account ADD CONSTRAINT account_password_argon2id CHECK (password_hash LIKE '$argon2id$%');
ALTER TABLE account ADD CONSTRAINT account_status_reason CHECK (status = 'active' OR length(btrim(coalesce(status_reason, ''))) > 0);
ALTER TABLE account ADD CONSTRAINT account_failed_sign_ins CHECK (failed_sign_ins >= 0);
ALTER TABLE account ADD CONSTRAINT account_single_sign_on CHECK (num_nonnulls(oidc_issuer, oidc_subject) IN (0, 2));
ALTER TABLE account ADD CONSTRAINT account_recertified CHECK (num_nonnulls(recertified_at, recertified_by) IN (0, 2) AND recertified_by <> id);

-- Exactly the scope that the role needs, and no other.
ALTER TABLE role_grant ADD CONSTRAINT role_grant_scope CHECK (CASE role
  WHEN 'centre_clerk' THEN centre_id IS NOT NULL AND num_nonnulls(expert_id, trainee_id, alliance_code, district_code) = 0
  WHEN 'expert' THEN expert_id IS NOT NULL AND num_nonnulls(centre_id, trainee_id, alliance_code, district_code) = 0
  WHEN 'trainee' THEN trainee_id IS NOT NULL AND num_nonnulls(centre_id, expert_id, alliance_code, district_code) = 0
  WHEN 'alliance_officer' THEN alliance_code IS NOT NULL AND num_nonnulls(centre_id, expert_id, trainee_id, district_code) = 0
  WHEN 'district_officer' THEN district_code IS NOT NULL AND num_nonnulls(centre_id, expert_id, trainee_id, alliance_code) = 0
  ELSE num_nonnulls(centre_id, expert_id, trainee_id, alliance_code, district_code) = 0 END);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_period CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_ended CHECK ((state IN ('ended', 'declined')) = (ended_at IS NOT NULL));
-- An officer asks for a grant; nobody approves for themselves; city roles need four eyes.
ALTER TABLE role_grant ADD CONSTRAINT role_grant_requested CHECK (source <> 'officer' OR requested_by IS NOT NULL);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_not_for_oneself CHECK (approved_by <> account_id);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_approved CHECK (
  source <> 'officer' OR state NOT IN ('active', 'ended') OR approved_by IS NOT NULL);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_four_eyes CHECK (
  role NOT IN ('city_officer', 'auditor') OR source <> 'officer' OR approved_by IS NULL OR approved_by <> requested_by);
-- One living grant of a role and scope an account.
CREATE UNIQUE INDEX role_grant_once ON role_grant
  (account_id, role, coalesce(centre_id, expert_id, trainee_id, alliance_code, district_code::text, ''))
  WHERE state IN ('requested', 'active');

ALTER TABLE staff_session ADD CONSTRAINT staff_session_ended CHECK (num_nonnulls(ended_at, ended_because) IN (0, 2));
ALTER TABLE staff_session ADD CONSTRAINT staff_session_lasting CHECK (expires_at > created_at AND last_seen_at >= created_at);
ALTER TABLE staff_session ADD CONSTRAINT staff_session_user_agent CHECK (length(user_agent) <= 120);
ALTER TABLE one_time_link ADD CONSTRAINT one_time_link_lasting CHECK (expires_at > created_at);
ALTER TABLE sign_in_throttle ADD CONSTRAINT sign_in_throttle_failures CHECK (failures > 0);
