-- What a trainee or an expert has done in a period, as it was printed. The code is a keyed hash of the content, so a row
-- that somebody changes no longer fits its code.
CREATE TABLE "service_record" (
    "code" CHAR(16) NOT NULL,
    "trainee_id" TEXT,
    "expert_id" TEXT,
    "content" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by" TEXT NOT NULL,
    "issued_by_name" TEXT NOT NULL,

    CONSTRAINT "service_record_pkey" PRIMARY KEY ("code"),
    CONSTRAINT "service_record_about_one" CHECK (num_nonnulls("trainee_id", "expert_id") = 1)
);

CREATE INDEX "service_record_trainee_id_idx" ON "service_record"("trainee_id");
CREATE INDEX "service_record_expert_id_idx" ON "service_record"("expert_id");

ALTER TABLE "service_record" ADD CONSTRAINT "service_record_trainee_id_fkey"
  FOREIGN KEY ("trainee_id") REFERENCES "trainee_doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "service_record" ADD CONSTRAINT "service_record_expert_id_fkey"
  FOREIGN KEY ("expert_id") REFERENCES "expert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
