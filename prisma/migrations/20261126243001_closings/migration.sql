-- Facilities that close for successors, or become part of another; what moves with them, and where it was before.

CREATE TYPE "change_kind" AS ENUM ('profile', 'closing', 'merge');
ALTER TABLE "change_request" ADD COLUMN "kind" "change_kind" NOT NULL DEFAULT 'profile', ADD COLUMN "closing" JSONB;
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_closing" CHECK (("kind" = 'profile') = ("closing" IS NULL));

CREATE TABLE "facility_closing" (
    "facility_id" TEXT NOT NULL,
    "closed_on" DATE NOT NULL,
    "merged_into" TEXT,
    CONSTRAINT "facility_closing_pkey" PRIMARY KEY ("facility_id"),
    CONSTRAINT "facility_closing_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "facility_closing_merged_into_fkey" FOREIGN KEY ("merged_into") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "facility_closing_into_another" CHECK ("merged_into" <> "facility_id")
);
CREATE TABLE "facility_successor" (
    "facility_id" TEXT NOT NULL,
    "successor_id" TEXT NOT NULL,
    CONSTRAINT "facility_successor_pkey" PRIMARY KEY ("facility_id", "successor_id"),
    CONSTRAINT "facility_successor_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility_closing"("facility_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "facility_successor_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "facility_successor_another" CHECK ("successor_id" <> "facility_id")
);
CREATE INDEX "facility_successor_successor_id_idx" ON "facility_successor"("successor_id");

CREATE TRIGGER facility_closing_directory_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON facility_closing
  FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();
CREATE TRIGGER facility_successor_directory_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON facility_successor
  FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();

-- a place that is open again has not closed, however it was opened
CREATE FUNCTION facility_reopened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM facility_closing WHERE facility_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER facility_reopened AFTER UPDATE OF status ON facility
  FOR EACH ROW WHEN (OLD.status = 'closed' AND NEW.status <> 'closed') EXECUTE FUNCTION facility_reopened();

-- Where a station or a trainee belonged, and where a facility lay, until a day: figures of days before it stay what they
-- were.
CREATE TABLE "centre_move" (
    "id" TEXT NOT NULL,
    "station_id" TEXT,
    "trainee_id" TEXT,
    "from_centre_id" TEXT NOT NULL,
    "moved_on" DATE NOT NULL,
    CONSTRAINT "centre_move_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "centre_move_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "service_station"("facility_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "centre_move_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "trainee_doctor"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "centre_move_from_centre_id_fkey" FOREIGN KEY ("from_centre_id") REFERENCES "community_centre"("facility_id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "centre_move_of_one" CHECK (num_nonnulls("station_id", "trainee_id") = 1)
);
CREATE INDEX "centre_move_moved_on_idx" ON "centre_move"("moved_on");
CREATE TABLE "subdistrict_move" (
    "facility_id" TEXT NOT NULL,
    "moved_on" DATE NOT NULL,
    "from_code" CHAR(9),
    CONSTRAINT "subdistrict_move_pkey" PRIMARY KEY ("facility_id", "moved_on"),
    CONSTRAINT "subdistrict_move_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "subdistrict_move_from_code_fkey" FOREIGN KEY ("from_code") REFERENCES "subdistrict"("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- A clinic that goes on at another centre is another clinic there: what it did where it was stays with that centre.
ALTER TABLE "joint_clinic" ADD COLUMN "continues_id" TEXT;
CREATE UNIQUE INDEX "joint_clinic_continues_id_key" ON "joint_clinic"("continues_id");
ALTER TABLE "joint_clinic" ADD CONSTRAINT "joint_clinic_continues_id_fkey" FOREIGN KEY ("continues_id") REFERENCES "joint_clinic"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "joint_clinic" ADD CONSTRAINT "joint_clinic_continues_another" CHECK ("continues_id" <> "id");

-- A trainee learns in clinics of the own centre; where the trainee moves to another, what was before stays.
ALTER TABLE "joint_clinic_trainee" DROP CONSTRAINT "joint_clinic_trainee_trainee_id_centre_id_fkey";
ALTER TABLE "joint_clinic_trainee" ADD CONSTRAINT "joint_clinic_trainee_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "trainee_doctor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE FUNCTION joint_clinic_trainee_own_centre() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM trainee_doctor WHERE id = NEW.trainee_id AND centre_id = NEW.centre_id) THEN
    RAISE EXCEPTION 'a trainee learns in clinics of the own centre'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'joint_clinic_trainee_own_centre';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER joint_clinic_trainee_own_centre AFTER INSERT OR UPDATE OF clinic_id, trainee_id, centre_id ON joint_clinic_trainee
  FOR EACH ROW EXECUTE FUNCTION joint_clinic_trainee_own_centre();
