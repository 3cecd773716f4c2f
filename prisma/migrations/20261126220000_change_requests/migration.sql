-- Changes of facilities' profiles that a centre proposes and its district decides.
CREATE TYPE "change_state" AS ENUM ('proposed', 'returned', 'approved', 'applied', 'withdrawn');
CREATE TYPE "change_step_kind" AS ENUM
    ('proposed', 'resubmitted', 'evidence', 'returned', 'approved', 'applied', 'outdated', 'withdrawn');

CREATE TABLE "change_request" (
    "id" TEXT NOT NULL,
    "facility_id" TEXT NOT NULL,
    "state" "change_state" NOT NULL DEFAULT 'proposed',
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "proposed_by_id" TEXT NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "file_name" TEXT,
    "content_type" TEXT,
    "file_size" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "change_request_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "change_request_reason" CHECK (length(btrim("reason")) >= 2),
    CONSTRAINT "change_request_applied" CHECK (("state" = 'applied') = ("applied_at" IS NOT NULL)),
    CONSTRAINT "change_request_file" CHECK (
      ("file_name" IS NULL) = ("content_type" IS NULL) AND ("file_name" IS NULL) = ("file_size" IS NULL))
);
CREATE INDEX "change_request_facility_id_changed_at_idx" ON "change_request"("facility_id", "changed_at" DESC);
CREATE INDEX "change_request_state_effective_on_idx" ON "change_request"("state", "effective_on");
-- what is still talked about is one request, or two would overwrite each other unseen
CREATE UNIQUE INDEX "change_request_one_open" ON "change_request"("facility_id") WHERE "state" IN ('proposed', 'returned', 'approved');

CREATE TABLE "change_step" (
    "request_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "change_step_kind" NOT NULL,
    "text" TEXT,
    "by_name" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "change_step_pkey" PRIMARY KEY ("request_id", "version", "kind"),
    CONSTRAINT "change_step_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "change_request"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "change_evidence_part" (
    "request_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    CONSTRAINT "change_evidence_part_pkey" PRIMARY KEY ("request_id", "number"),
    CONSTRAINT "change_evidence_part_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "change_request"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
