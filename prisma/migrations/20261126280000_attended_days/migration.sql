-- The day of a session stands beside who attended it, so that what somebody attended in a year is found among that of ten
-- by index. The foreign key keeps it equal to the record's own day; the index of the list becomes what it refers to.

-- DropIndex
DROP INDEX "clinic_session_date_id_idx";

-- CreateIndex
CREATE UNIQUE INDEX "clinic_session_date_id_key" ON "clinic_session"("date" DESC, "id" DESC);

-- AlterTable
ALTER TABLE "clinic_session_trainee" ADD COLUMN "date" DATE;
UPDATE "clinic_session_trainee" t SET "date" = s."date" FROM "clinic_session" s WHERE s."id" = t."session_id";
ALTER TABLE "clinic_session_trainee" ALTER COLUMN "date" SET NOT NULL;

-- DropForeignKey
ALTER TABLE "clinic_session_trainee" DROP CONSTRAINT "clinic_session_trainee_session_id_fkey";

-- AddForeignKey
ALTER TABLE "clinic_session_trainee" ADD CONSTRAINT "clinic_session_trainee_date_session_id_fkey" FOREIGN KEY ("date", "session_id") REFERENCES "clinic_session"("date", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "clinic_session_trainee_trainee_id_session_id_idx";

-- CreateIndex
CREATE INDEX "clinic_session_trainee_trainee_id_date_session_id_idx" ON "clinic_session_trainee"("trainee_id", "date" DESC, "session_id" DESC);
