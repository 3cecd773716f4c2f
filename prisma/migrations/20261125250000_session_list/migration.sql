-- The list of sessions asks for what is rare among a million records: each of these holds only such records, in the order
-- of the list, with the places by which scopes narrow it. Dense questions are answered by the indexes of date.
CREATE INDEX clinic_session_list_not_held ON clinic_session (date DESC, id DESC)
  INCLUDE (not_held_reason, district_code, centre_id, clinic_id) WHERE NOT held;
CREATE INDEX clinic_session_list_late ON clinic_session (date DESC, id DESC)
  INCLUDE (district_code, centre_id, clinic_id) WHERE late;
CREATE INDEX clinic_session_list_extra ON clinic_session (date DESC, id DESC)
  INCLUDE (district_code, centre_id, clinic_id) WHERE NOT planned;
CREATE INDEX clinic_session_list_rare_states ON clinic_session (state, date DESC, id DESC)
  INCLUDE (district_code, centre_id, clinic_id) WHERE state <> 'accepted';

-- a trainee's sessions without a look at the table
-- DropIndex
DROP INDEX "clinic_session_trainee_trainee_id_idx";

-- CreateIndex
CREATE INDEX "clinic_session_trainee_trainee_id_session_id_idx" ON "clinic_session_trainee"("trainee_id", "session_id");
