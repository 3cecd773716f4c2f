-- That somebody has looked at a facility's entry and found it right; the latest look is kept, the others stand in the trail.
CREATE TABLE "facility_check" (
  "facility_id" TEXT NOT NULL,
  "checked_at" TIMESTAMPTZ(3) NOT NULL,
  "checked_by_id" TEXT NOT NULL,
  "checked_by_name" TEXT NOT NULL,

  CONSTRAINT "facility_check_pkey" PRIMARY KEY ("facility_id"),
  CONSTRAINT "facility_check_by" CHECK (length("checked_by_name") > 0)
);

-- AddForeignKey
ALTER TABLE "facility_check" ADD CONSTRAINT "facility_check_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;
