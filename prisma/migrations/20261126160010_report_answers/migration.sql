-- Who looks into a resident's report, and how it ended. What the resident left to be reached by goes with the answer.
ALTER TABLE "information_report"
    ADD COLUMN "owner_id" TEXT,
    ADD COLUMN "owner_name" TEXT,
    ADD COLUMN "answer" TEXT,
    ADD COLUMN "answered_at" TIMESTAMPTZ(3),
    ADD COLUMN "answered_by_name" TEXT,
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
    ADD CONSTRAINT "information_report_owner" CHECK (("owner_id" IS NULL) = ("owner_name" IS NULL)),
    ADD CONSTRAINT "information_report_ended" CHECK (
      ("status" = 'open') = ("answered_at" IS NULL)
      AND ("answered_at" IS NULL) = ("answer" IS NULL)
      AND ("answered_at" IS NULL) = ("answered_by_name" IS NULL)),
    ADD CONSTRAINT "information_report_contact_gone" CHECK ("status" = 'open' OR "contact" IS NULL);
