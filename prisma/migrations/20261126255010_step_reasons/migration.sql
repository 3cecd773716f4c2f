-- A step that follows from another row carries the reason and the hand of what moved it, where the transaction says them.
CREATE OR REPLACE FUNCTION stage_note(noted text, new_stage stage, day date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM stage_step WHERE record_id = noted AND began_on >= day;
  INSERT INTO stage_step (record_id, began_on, stage, reason, by_name)
  SELECT noted, day, new_stage, nullif(current_setting('app.step_reason', true), ''), nullif(current_setting('app.step_by', true), '')
   WHERE new_stage IS DISTINCT FROM (SELECT stage FROM stage_step WHERE record_id = noted ORDER BY began_on DESC LIMIT 1);
  PERFORM stage_record_follow(noted);
END $$;
