-- Specialty projects of a centre that becomes part of another go along, and what they counted for before stays.
ALTER TABLE "centre_move" ADD COLUMN "project_id" TEXT;
ALTER TABLE "centre_move" ADD CONSTRAINT "centre_move_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "specialty_project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "centre_move" DROP CONSTRAINT "centre_move_of_one";
ALTER TABLE "centre_move" ADD CONSTRAINT "centre_move_of_one" CHECK (num_nonnulls("station_id", "trainee_id", "project_id") = 1);
