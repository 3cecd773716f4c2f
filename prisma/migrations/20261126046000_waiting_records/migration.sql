-- The digest of a week counts what waits for a confirmation among a million records: with `held` beside the state, the
-- index of the rare states answers without a look at the table.
CREATE INDEX clinic_session_rare_states ON clinic_session (state, date DESC, id DESC)
  INCLUDE (held, district_code, centre_id, clinic_id) WHERE state <> 'accepted';
DROP INDEX clinic_session_list_rare_states;
