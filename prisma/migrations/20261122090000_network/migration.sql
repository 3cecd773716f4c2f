-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "alliance_kind" AS ENUM ('regional', 'specialty');

-- CreateEnum
CREATE TYPE "alliance_role" AS ENUM ('lead', 'partner', 'member');

-- CreateEnum
CREATE TYPE "origin" AS ENUM ('fact', 'imported', 'demonstration');

-- CreateEnum
CREATE TYPE "position_exactness" AS ENUM ('building', 'hundred_metres', 'subdistrict_point', 'estimated');

-- CreateEnum
CREATE TYPE "synonym_relation" AS ENUM ('same', 'everyday', 'symptom', 'modern');

-- CreateEnum
CREATE TYPE "subdistrict_kind" AS ENUM ('street', 'town', 'township');

-- CreateEnum
CREATE TYPE "facility_kind" AS ENUM ('lead_hospital', 'partner_hospital', 'community_centre', 'service_station');

-- CreateEnum
CREATE TYPE "facility_status" AS ENUM ('operating', 'suspended', 'closed');

-- CreateEnum
CREATE TYPE "tcm_area" AS ENUM ('hall', 'corner', 'none');

-- CreateEnum
CREATE TYPE "station_kind" AS ENUM ('community_station', 'village_clinic');

-- CreateEnum
CREATE TYPE "feature" AS ENUM ('step_free', 'lift', 'accessible_toilet', 'decoction_service', 'herb_delivery', 'medical_insurance', 'parking', 'night_clinic');

-- CreateEnum
CREATE TYPE "holiday_kind" AS ENUM ('holiday', 'makeup_workday');

-- CreateEnum
CREATE TYPE "report_category" AS ENUM ('hours', 'phone', 'address', 'services', 'clinic', 'closed', 'other');

-- CreateEnum
CREATE TYPE "report_status" AS ENUM ('open', 'answered', 'rejected');

-- CreateEnum
CREATE TYPE "expert_title" AS ENUM ('chief', 'associate_chief', 'attending');

-- CreateEnum
CREATE TYPE "booking_method" AS ENUM ('walk_in', 'phone', 'centre_desk', 'family_doctor');

-- CreateEnum
CREATE TYPE "clinic_status" AS ENUM ('preparing', 'operating', 'suspended', 'closed');

-- CreateEnum
CREATE TYPE "half" AS ENUM ('am', 'pm', 'evening');

-- CreateEnum
CREATE TYPE "recurrence" AS ENUM ('weekly', 'alternate_weeks');

-- CreateEnum
CREATE TYPE "schedule_exception_kind" AS ENUM ('added', 'removed');

-- CreateEnum
CREATE TYPE "project_status" AS ENUM ('planned', 'applied', 'approved', 'withdrawn');

-- CreateTable
CREATE TABLE "alliance" (
    "code" TEXT NOT NULL,
    "kind" "alliance_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "purpose" TEXT,
    "purpose_en" TEXT,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "origin" "origin" NOT NULL,
    "source" TEXT,

    CONSTRAINT "alliance_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "alliance_membership" (
    "id" TEXT NOT NULL,
    "alliance_code" TEXT NOT NULL,
    "alliance_kind" "alliance_kind" NOT NULL,
    "role" "alliance_role" NOT NULL,
    "district_code" TEXT,
    "facility_id" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "origin" "origin" NOT NULL,
    "source" TEXT,

    CONSTRAINT "alliance_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "condition_catalogue" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "official" BOOLEAN NOT NULL,
    "current" BOOLEAN NOT NULL,
    "effective_from" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "origin" "origin" NOT NULL,

    CONSTRAINT "condition_catalogue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "condition" (
    "catalogue_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "department_en" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "plain" TEXT,
    "plain_en" TEXT,
    "beyond_national" BOOLEAN NOT NULL,

    CONSTRAINT "condition_pkey" PRIMARY KEY ("catalogue_id","code")
);

-- CreateTable
CREATE TABLE "condition_synonym" (
    "catalogue_id" TEXT NOT NULL,
    "condition_code" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "language" CHAR(2) NOT NULL DEFAULT 'zh',
    "relation" "synonym_relation" NOT NULL,

    CONSTRAINT "condition_synonym_pkey" PRIMARY KEY ("catalogue_id","condition_code","term")
);

-- CreateTable
CREATE TABLE "technique" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "plain" TEXT,
    "plain_en" TEXT,
    "sort_order" INTEGER NOT NULL,
    "origin" "origin" NOT NULL,

    CONSTRAINT "technique_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "technique_synonym" (
    "technique_code" TEXT NOT NULL,
    "term" TEXT NOT NULL,

    CONSTRAINT "technique_synonym_pkey" PRIMARY KEY ("technique_code","term")
);

-- CreateTable
CREATE TABLE "facility_technique" (
    "facility_id" TEXT NOT NULL,
    "technique_code" TEXT NOT NULL,

    CONSTRAINT "facility_technique_pkey" PRIMARY KEY ("facility_id","technique_code")
);

-- CreateTable
CREATE TABLE "facility_condition" (
    "facility_id" TEXT NOT NULL,
    "catalogue_id" TEXT NOT NULL,
    "condition_code" TEXT NOT NULL,

    CONSTRAINT "facility_condition_pkey" PRIMARY KEY ("facility_id","catalogue_id","condition_code")
);

-- CreateTable
CREATE TABLE "hospital_preparation" (
    "id" TEXT NOT NULL,
    "hospital_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "indication" TEXT,
    "indication_en" TEXT,
    "origin" "origin" NOT NULL,

    CONSTRAINT "hospital_preparation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preparation_condition" (
    "preparation_id" TEXT NOT NULL,
    "catalogue_id" TEXT NOT NULL,
    "condition_code" TEXT NOT NULL,

    CONSTRAINT "preparation_condition_pkey" PRIMARY KEY ("preparation_id","catalogue_id","condition_code")
);

-- CreateTable
CREATE TABLE "preparation_dispensing" (
    "preparation_id" TEXT NOT NULL,
    "facility_id" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "origin" "origin" NOT NULL,

    CONSTRAINT "preparation_dispensing_pkey" PRIMARY KEY ("preparation_id","facility_id","valid_from")
);

-- CreateTable
CREATE TABLE "district" (
    "code" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "central" BOOLEAN NOT NULL,
    "origin" "origin" NOT NULL,

    CONSTRAINT "district_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "subdistrict" (
    "code" CHAR(9) NOT NULL,
    "district_code" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" "subdistrict_kind" NOT NULL,
    "latitude" DECIMAL(8,6) NOT NULL,
    "longitude" DECIMAL(9,6) NOT NULL,
    "exactness" "position_exactness" NOT NULL,
    "origin" "origin" NOT NULL,

    CONSTRAINT "subdistrict_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "landmark" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "district_code" CHAR(6) NOT NULL,
    "latitude" DECIMAL(8,6) NOT NULL,
    "longitude" DECIMAL(9,6) NOT NULL,
    "origin" "origin" NOT NULL,

    CONSTRAINT "landmark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facility" (
    "id" TEXT NOT NULL,
    "kind" "facility_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "short_name" TEXT,
    "district_code" CHAR(6) NOT NULL,
    "subdistrict_code" CHAR(9),
    "address" TEXT,
    "address_en" TEXT,
    "phone" TEXT,
    "latitude" DECIMAL(8,6) NOT NULL,
    "longitude" DECIMAL(9,6) NOT NULL,
    "exactness" "position_exactness" NOT NULL,
    "status" "facility_status" NOT NULL DEFAULT 'operating',
    "opens_on_holidays" BOOLEAN NOT NULL DEFAULT false,
    "origin" "origin" NOT NULL,
    "source" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "facility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_hospital" (
    "facility_id" TEXT NOT NULL,
    "kind" "facility_kind" NOT NULL DEFAULT 'lead_hospital',

    CONSTRAINT "lead_hospital_pkey" PRIMARY KEY ("facility_id")
);

-- CreateTable
CREATE TABLE "hospital_campus" (
    "hospital_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "address_en" TEXT NOT NULL,
    "district_code" CHAR(6) NOT NULL,
    "latitude" DECIMAL(8,6) NOT NULL,
    "longitude" DECIMAL(9,6) NOT NULL,
    "exactness" "position_exactness" NOT NULL,
    "origin" "origin" NOT NULL,

    CONSTRAINT "hospital_campus_pkey" PRIMARY KEY ("hospital_id","name")
);

-- CreateTable
CREATE TABLE "partner_hospital" (
    "facility_id" TEXT NOT NULL,
    "kind" "facility_kind" NOT NULL DEFAULT 'partner_hospital',

    CONSTRAINT "partner_hospital_pkey" PRIMARY KEY ("facility_id")
);

-- CreateTable
CREATE TABLE "community_centre" (
    "facility_id" TEXT NOT NULL,
    "kind" "facility_kind" NOT NULL DEFAULT 'community_centre',
    "district_code" CHAR(6) NOT NULL,
    "tcm_area" "tcm_area" NOT NULL DEFAULT 'none',
    "mid_level_tcm_physicians" INTEGER,

    CONSTRAINT "community_centre_pkey" PRIMARY KEY ("facility_id")
);

-- CreateTable
CREATE TABLE "service_station" (
    "facility_id" TEXT NOT NULL,
    "kind" "facility_kind" NOT NULL DEFAULT 'service_station',
    "district_code" CHAR(6) NOT NULL,
    "centre_id" TEXT NOT NULL,
    "station_kind" "station_kind" NOT NULL,
    "has_tcm_physician" BOOLEAN,

    CONSTRAINT "service_station_pkey" PRIMARY KEY ("facility_id")
);

-- CreateTable
CREATE TABLE "opening_hours" (
    "facility_id" TEXT NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "opens_minute" SMALLINT NOT NULL,
    "closes_minute" SMALLINT NOT NULL,

    CONSTRAINT "opening_hours_pkey" PRIMARY KEY ("facility_id","weekday","opens_minute")
);

-- CreateTable
CREATE TABLE "opening_exception" (
    "id" TEXT NOT NULL,
    "facility_id" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "opens_minute" SMALLINT,
    "closes_minute" SMALLINT,
    "reason" TEXT NOT NULL,
    "reason_en" TEXT,
    "origin" "origin" NOT NULL,

    CONSTRAINT "opening_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facility_feature" (
    "facility_id" TEXT NOT NULL,
    "feature" "feature" NOT NULL,

    CONSTRAINT "facility_feature_pkey" PRIMARY KEY ("facility_id","feature")
);

-- CreateTable
CREATE TABLE "holiday" (
    "date" DATE NOT NULL,
    "kind" "holiday_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "follows_weekday" SMALLINT,
    "origin" "origin" NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "information_report" (
    "id" TEXT NOT NULL,
    "facility_id" TEXT,
    "joint_clinic_id" TEXT,
    "category" "report_category" NOT NULL,
    "message" TEXT NOT NULL,
    "contact" TEXT,
    "locale" TEXT NOT NULL,
    "status" "report_status" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "information_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directory_version" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "directory_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "loaded_dataset" (
    "name" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "loaded_dataset_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "rate_limit_window" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_window_pkey" PRIMARY KEY ("key","window_start")
);

-- CreateTable
CREATE TABLE "expert" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "title" "expert_title" NOT NULL,
    "hospital_id" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "department_en" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "origin" "origin" NOT NULL,

    CONSTRAINT "expert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expert_condition" (
    "expert_id" TEXT NOT NULL,
    "catalogue_id" TEXT NOT NULL,
    "condition_code" TEXT NOT NULL,

    CONSTRAINT "expert_condition_pkey" PRIMARY KEY ("expert_id","catalogue_id","condition_code")
);

-- CreateTable
CREATE TABLE "joint_clinic" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "centre_id" TEXT NOT NULL,
    "hospital_id" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "department_en" TEXT NOT NULL,
    "room" TEXT,
    "booking_method" "booking_method" NOT NULL,
    "booking_phone" TEXT,
    "origin" "origin" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "joint_clinic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "joint_clinic_condition" (
    "clinic_id" TEXT NOT NULL,
    "catalogue_id" TEXT NOT NULL,
    "condition_code" TEXT NOT NULL,

    CONSTRAINT "joint_clinic_condition_pkey" PRIMARY KEY ("clinic_id","catalogue_id","condition_code")
);

-- CreateTable
CREATE TABLE "joint_clinic_status" (
    "id" TEXT NOT NULL,
    "clinic_id" TEXT NOT NULL,
    "status" "clinic_status" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" TEXT,
    "reason_en" TEXT,
    "origin" "origin" NOT NULL,

    CONSTRAINT "joint_clinic_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "joint_clinic_expert" (
    "clinic_id" TEXT NOT NULL,
    "expert_id" TEXT NOT NULL,
    "hospital_id" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "joint_clinic_expert_pkey" PRIMARY KEY ("clinic_id","expert_id","valid_from")
);

-- CreateTable
CREATE TABLE "clinic_schedule" (
    "id" TEXT NOT NULL,
    "clinic_id" TEXT NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "half" "half" NOT NULL,
    "starts_minute" SMALLINT NOT NULL,
    "ends_minute" SMALLINT NOT NULL,
    "recurrence" "recurrence" NOT NULL,
    "anchor_date" DATE NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "expert_id" TEXT NOT NULL,
    "origin" "origin" NOT NULL,

    CONSTRAINT "clinic_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_exception" (
    "id" TEXT NOT NULL,
    "clinic_id" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "half" "half" NOT NULL,
    "kind" "schedule_exception_kind" NOT NULL,
    "starts_minute" SMALLINT,
    "ends_minute" SMALLINT,
    "expert_id" TEXT,
    "reason" TEXT NOT NULL,
    "reason_en" TEXT,
    "origin" "origin" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schedule_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "specialty_project" (
    "id" TEXT NOT NULL,
    "centre_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "catalogue_id" TEXT NOT NULL,
    "condition_code" TEXT NOT NULL,
    "batch" SMALLINT NOT NULL,
    "status" "project_status" NOT NULL,
    "approved_on" DATE,
    "origin" "origin" NOT NULL,

    CONSTRAINT "specialty_project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demonstration_station" (
    "station_id" TEXT NOT NULL,
    "applied_on" DATE NOT NULL,
    "district_accepted_on" DATE,
    "city_accepted_on" DATE,
    "withdrawn_on" DATE,
    "origin" "origin" NOT NULL,

    CONSTRAINT "demonstration_station_pkey" PRIMARY KEY ("station_id")
);

-- CreateTable
CREATE TABLE "famous_physician_team" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "hospital_id" TEXT NOT NULL,
    "origin" "origin" NOT NULL,

    CONSTRAINT "famous_physician_team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "famous_physician_workstation" (
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "centre_id" TEXT NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "origin" "origin" NOT NULL,

    CONSTRAINT "famous_physician_workstation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_figure" (
    "key" TEXT NOT NULL,
    "value" DECIMAL(12,2) NOT NULL,
    "unit" TEXT NOT NULL,
    "as_of" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "published_figure_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "trainee_doctor" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "centre_id" TEXT NOT NULL,
    "mentor_id" TEXT,
    "cohort" SMALLINT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "origin" "origin" NOT NULL,

    CONSTRAINT "trainee_doctor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dual_employment" (
    "trainee_id" TEXT NOT NULL,
    "hospital_id" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "origin" "origin" NOT NULL,

    CONSTRAINT "dual_employment_pkey" PRIMARY KEY ("trainee_id","hospital_id","valid_from")
);

-- CreateTable
CREATE TABLE "joint_clinic_trainee" (
    "clinic_id" TEXT NOT NULL,
    "trainee_id" TEXT NOT NULL,
    "centre_id" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "joint_clinic_trainee_pkey" PRIMARY KEY ("clinic_id","trainee_id","valid_from")
);

-- CreateIndex
CREATE UNIQUE INDEX "alliance_code_kind_key" ON "alliance"("code", "kind");

-- CreateIndex
CREATE INDEX "alliance_membership_alliance_code_idx" ON "alliance_membership"("alliance_code");

-- CreateIndex
CREATE INDEX "alliance_membership_facility_id_idx" ON "alliance_membership"("facility_id");

-- CreateIndex
CREATE UNIQUE INDEX "condition_catalogue_id_name_key" ON "condition"("catalogue_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "technique_name_key" ON "technique"("name");

-- CreateIndex
CREATE INDEX "facility_technique_technique_code_idx" ON "facility_technique"("technique_code");

-- CreateIndex
CREATE INDEX "facility_condition_catalogue_id_condition_code_idx" ON "facility_condition"("catalogue_id", "condition_code");

-- CreateIndex
CREATE UNIQUE INDEX "hospital_preparation_hospital_id_name_key" ON "hospital_preparation"("hospital_id", "name");

-- CreateIndex
CREATE INDEX "preparation_dispensing_facility_id_idx" ON "preparation_dispensing"("facility_id");

-- CreateIndex
CREATE UNIQUE INDEX "district_name_key" ON "district"("name");

-- CreateIndex
CREATE INDEX "subdistrict_district_code_idx" ON "subdistrict"("district_code");

-- CreateIndex
CREATE UNIQUE INDEX "subdistrict_code_district_code_key" ON "subdistrict"("code", "district_code");

-- CreateIndex
CREATE INDEX "facility_subdistrict_code_idx" ON "facility"("subdistrict_code");

-- CreateIndex
CREATE UNIQUE INDEX "facility_id_kind_key" ON "facility"("id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "facility_id_kind_district_code_key" ON "facility"("id", "kind", "district_code");

-- CreateIndex
CREATE UNIQUE INDEX "facility_district_code_kind_name_key" ON "facility"("district_code", "kind", "name");

-- CreateIndex
CREATE UNIQUE INDEX "lead_hospital_facility_id_kind_key" ON "lead_hospital"("facility_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "partner_hospital_facility_id_kind_key" ON "partner_hospital"("facility_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "community_centre_facility_id_kind_district_code_key" ON "community_centre"("facility_id", "kind", "district_code");

-- CreateIndex
CREATE UNIQUE INDEX "community_centre_facility_id_district_code_key" ON "community_centre"("facility_id", "district_code");

-- CreateIndex
CREATE INDEX "service_station_centre_id_idx" ON "service_station"("centre_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_station_facility_id_kind_district_code_key" ON "service_station"("facility_id", "kind", "district_code");

-- CreateIndex
CREATE INDEX "opening_exception_facility_id_date_idx" ON "opening_exception"("facility_id", "date");

-- CreateIndex
CREATE INDEX "information_report_status_created_at_idx" ON "information_report"("status", "created_at");

-- CreateIndex
CREATE INDEX "rate_limit_window_window_start_idx" ON "rate_limit_window"("window_start");

-- CreateIndex
CREATE INDEX "expert_hospital_id_idx" ON "expert"("hospital_id");

-- CreateIndex
CREATE UNIQUE INDEX "expert_id_hospital_id_key" ON "expert"("id", "hospital_id");

-- CreateIndex
CREATE INDEX "joint_clinic_hospital_id_idx" ON "joint_clinic"("hospital_id");

-- CreateIndex
CREATE UNIQUE INDEX "joint_clinic_id_hospital_id_key" ON "joint_clinic"("id", "hospital_id");

-- CreateIndex
CREATE UNIQUE INDEX "joint_clinic_id_centre_id_key" ON "joint_clinic"("id", "centre_id");

-- CreateIndex
CREATE UNIQUE INDEX "joint_clinic_centre_id_name_key" ON "joint_clinic"("centre_id", "name");

-- CreateIndex
CREATE INDEX "joint_clinic_condition_catalogue_id_condition_code_idx" ON "joint_clinic_condition"("catalogue_id", "condition_code");

-- CreateIndex
CREATE INDEX "joint_clinic_status_clinic_id_valid_from_idx" ON "joint_clinic_status"("clinic_id", "valid_from");

-- CreateIndex
CREATE INDEX "joint_clinic_expert_expert_id_idx" ON "joint_clinic_expert"("expert_id");

-- CreateIndex
CREATE INDEX "clinic_schedule_clinic_id_idx" ON "clinic_schedule"("clinic_id");

-- CreateIndex
CREATE INDEX "clinic_schedule_expert_id_idx" ON "clinic_schedule"("expert_id");

-- CreateIndex
CREATE UNIQUE INDEX "schedule_exception_clinic_id_date_half_key" ON "schedule_exception"("clinic_id", "date", "half");

-- CreateIndex
CREATE UNIQUE INDEX "specialty_project_centre_id_title_key" ON "specialty_project"("centre_id", "title");

-- CreateIndex
CREATE UNIQUE INDEX "famous_physician_team_name_key" ON "famous_physician_team"("name");

-- CreateIndex
CREATE UNIQUE INDEX "famous_physician_workstation_team_id_centre_id_key" ON "famous_physician_workstation"("team_id", "centre_id");

-- CreateIndex
CREATE INDEX "trainee_doctor_centre_id_idx" ON "trainee_doctor"("centre_id");

-- CreateIndex
CREATE INDEX "trainee_doctor_mentor_id_idx" ON "trainee_doctor"("mentor_id");

-- CreateIndex
CREATE UNIQUE INDEX "trainee_doctor_id_centre_id_key" ON "trainee_doctor"("id", "centre_id");

-- CreateIndex
CREATE INDEX "joint_clinic_trainee_trainee_id_idx" ON "joint_clinic_trainee"("trainee_id");

-- AddForeignKey
ALTER TABLE "alliance_membership" ADD CONSTRAINT "alliance_membership_alliance_code_alliance_kind_fkey" FOREIGN KEY ("alliance_code", "alliance_kind") REFERENCES "alliance"("code", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alliance_membership" ADD CONSTRAINT "alliance_membership_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alliance_membership" ADD CONSTRAINT "alliance_membership_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "condition" ADD CONSTRAINT "condition_catalogue_id_fkey" FOREIGN KEY ("catalogue_id") REFERENCES "condition_catalogue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "condition_synonym" ADD CONSTRAINT "condition_synonym_catalogue_id_condition_code_fkey" FOREIGN KEY ("catalogue_id", "condition_code") REFERENCES "condition"("catalogue_id", "code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technique_synonym" ADD CONSTRAINT "technique_synonym_technique_code_fkey" FOREIGN KEY ("technique_code") REFERENCES "technique"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_technique" ADD CONSTRAINT "facility_technique_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_technique" ADD CONSTRAINT "facility_technique_technique_code_fkey" FOREIGN KEY ("technique_code") REFERENCES "technique"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_condition" ADD CONSTRAINT "facility_condition_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_condition" ADD CONSTRAINT "facility_condition_catalogue_id_condition_code_fkey" FOREIGN KEY ("catalogue_id", "condition_code") REFERENCES "condition"("catalogue_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hospital_preparation" ADD CONSTRAINT "hospital_preparation_hospital_id_fkey" FOREIGN KEY ("hospital_id") REFERENCES "lead_hospital"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preparation_condition" ADD CONSTRAINT "preparation_condition_preparation_id_fkey" FOREIGN KEY ("preparation_id") REFERENCES "hospital_preparation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preparation_condition" ADD CONSTRAINT "preparation_condition_catalogue_id_condition_code_fkey" FOREIGN KEY ("catalogue_id", "condition_code") REFERENCES "condition"("catalogue_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preparation_dispensing" ADD CONSTRAINT "preparation_dispensing_preparation_id_fkey" FOREIGN KEY ("preparation_id") REFERENCES "hospital_preparation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preparation_dispensing" ADD CONSTRAINT "preparation_dispensing_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subdistrict" ADD CONSTRAINT "subdistrict_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "landmark" ADD CONSTRAINT "landmark_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_subdistrict_code_district_code_fkey" FOREIGN KEY ("subdistrict_code", "district_code") REFERENCES "subdistrict"("code", "district_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_hospital" ADD CONSTRAINT "lead_hospital_facility_id_kind_fkey" FOREIGN KEY ("facility_id", "kind") REFERENCES "facility"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hospital_campus" ADD CONSTRAINT "hospital_campus_hospital_id_fkey" FOREIGN KEY ("hospital_id") REFERENCES "lead_hospital"("facility_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hospital_campus" ADD CONSTRAINT "hospital_campus_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_hospital" ADD CONSTRAINT "partner_hospital_facility_id_kind_fkey" FOREIGN KEY ("facility_id", "kind") REFERENCES "facility"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "community_centre" ADD CONSTRAINT "community_centre_facility_id_kind_district_code_fkey" FOREIGN KEY ("facility_id", "kind", "district_code") REFERENCES "facility"("id", "kind", "district_code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_station" ADD CONSTRAINT "service_station_facility_id_kind_district_code_fkey" FOREIGN KEY ("facility_id", "kind", "district_code") REFERENCES "facility"("id", "kind", "district_code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_station" ADD CONSTRAINT "service_station_centre_id_district_code_fkey" FOREIGN KEY ("centre_id", "district_code") REFERENCES "community_centre"("facility_id", "district_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_hours" ADD CONSTRAINT "opening_hours_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_exception" ADD CONSTRAINT "opening_exception_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_feature" ADD CONSTRAINT "facility_feature_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_report" ADD CONSTRAINT "information_report_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "information_report" ADD CONSTRAINT "information_report_joint_clinic_id_fkey" FOREIGN KEY ("joint_clinic_id") REFERENCES "joint_clinic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert" ADD CONSTRAINT "expert_hospital_id_fkey" FOREIGN KEY ("hospital_id") REFERENCES "lead_hospital"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_condition" ADD CONSTRAINT "expert_condition_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "expert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_condition" ADD CONSTRAINT "expert_condition_catalogue_id_condition_code_fkey" FOREIGN KEY ("catalogue_id", "condition_code") REFERENCES "condition"("catalogue_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_clinic" ADD CONSTRAINT "joint_clinic_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "community_centre"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_clinic" ADD CONSTRAINT "joint_clinic_hospital_id_fkey" FOREIGN KEY ("hospital_id") REFERENCES "lead_hospital"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_clinic_condition" ADD CONSTRAINT "joint_clinic_condition_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "joint_clinic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_clinic_condition" ADD CONSTRAINT "joint_clinic_condition_catalogue_id_condition_code_fkey" FOREIGN KEY ("catalogue_id", "condition_code") REFERENCES "condition"("catalogue_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_clinic_status" ADD CONSTRAINT "joint_clinic_status_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "joint_clinic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_clinic_expert" ADD CONSTRAINT "joint_clinic_expert_clinic_id_hospital_id_fkey" FOREIGN KEY ("clinic_id", "hospital_id") REFERENCES "joint_clinic"("id", "hospital_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_clinic_expert" ADD CONSTRAINT "joint_clinic_expert_expert_id_hospital_id_fkey" FOREIGN KEY ("expert_id", "hospital_id") REFERENCES "expert"("id", "hospital_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_schedule" ADD CONSTRAINT "clinic_schedule_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "joint_clinic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_schedule" ADD CONSTRAINT "clinic_schedule_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "expert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_exception" ADD CONSTRAINT "schedule_exception_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "joint_clinic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_exception" ADD CONSTRAINT "schedule_exception_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "expert"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "specialty_project" ADD CONSTRAINT "specialty_project_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "community_centre"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "specialty_project" ADD CONSTRAINT "specialty_project_catalogue_id_condition_code_fkey" FOREIGN KEY ("catalogue_id", "condition_code") REFERENCES "condition"("catalogue_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demonstration_station" ADD CONSTRAINT "demonstration_station_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "service_station"("facility_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "famous_physician_team" ADD CONSTRAINT "famous_physician_team_hospital_id_fkey" FOREIGN KEY ("hospital_id") REFERENCES "lead_hospital"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "famous_physician_workstation" ADD CONSTRAINT "famous_physician_workstation_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "famous_physician_team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "famous_physician_workstation" ADD CONSTRAINT "famous_physician_workstation_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "community_centre"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainee_doctor" ADD CONSTRAINT "trainee_doctor_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "community_centre"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainee_doctor" ADD CONSTRAINT "trainee_doctor_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "expert"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dual_employment" ADD CONSTRAINT "dual_employment_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "trainee_doctor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dual_employment" ADD CONSTRAINT "dual_employment_hospital_id_fkey" FOREIGN KEY ("hospital_id") REFERENCES "lead_hospital"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_clinic_trainee" ADD CONSTRAINT "joint_clinic_trainee_clinic_id_centre_id_fkey" FOREIGN KEY ("clinic_id", "centre_id") REFERENCES "joint_clinic"("id", "centre_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_clinic_trainee" ADD CONSTRAINT "joint_clinic_trainee_trainee_id_centre_id_fkey" FOREIGN KEY ("trainee_id", "centre_id") REFERENCES "trainee_doctor"("id", "centre_id") ON DELETE RESTRICT ON UPDATE CASCADE;
