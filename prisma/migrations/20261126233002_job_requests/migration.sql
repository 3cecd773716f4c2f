-- Runs of nightly jobs that an officer asked for.
CREATE TABLE "job_request" (
  "id" UUID NOT NULL,
  "job" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "job_request_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "job_request_job" CHECK ("job" ~ '^[a-z][a-z-]{1,62}$')
);

-- CreateIndex
CREATE INDEX "job_request_job_requested_at_idx" ON "job_request"("job", "requested_at");
