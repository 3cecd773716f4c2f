-- Records of stages stand as a list says: in this stage since that day. What began later falls away, and the step before
-- stays; a list corrects, it takes no step.
CREATE FUNCTION stages_stand(ids text[], stages text[], days text[], reasons text[], reasons_en text[], tells_reasons boolean)
RETURNS void LANGUAGE plpgsql SET app.loading_history = 'on' AS $$
DECLARE one record; last stage_step;
BEGIN
  FOR one IN
    SELECT t.* FROM unnest(ids, stages::stage[], days::date[], reasons, reasons_en) AS t (id, stage, day, reason, reason_en)
      JOIN stage_record r ON r.id = t.id
      LEFT JOIN stage_step s ON s.record_id = r.id AND s.began_on = r.since
     WHERE (r.stage, r.since) IS DISTINCT FROM (t.stage, t.day)
        OR tells_reasons AND (s.reason, s.reason_en) IS DISTINCT FROM (t.reason, t.reason_en)
  LOOP
    DELETE FROM stage_step s WHERE s.record_id = one.id AND s.began_on > one.day
       AND EXISTS (SELECT FROM stage_step e WHERE e.record_id = one.id AND e.began_on = one.day AND e.stage = one.stage);
    SELECT * INTO last FROM stage_step WHERE record_id = one.id ORDER BY began_on DESC LIMIT 1;
    IF last.stage = one.stage THEN
      DELETE FROM stage_step WHERE record_id = one.id AND began_on >= one.day AND began_on <> last.began_on;
      UPDATE stage_step SET began_on = one.day,
             reason = CASE WHEN tells_reasons THEN one.reason ELSE reason END,
             reason_en = CASE WHEN tells_reasons THEN one.reason_en ELSE reason_en END
       WHERE record_id = one.id AND began_on = last.began_on;
    ELSE
      DELETE FROM stage_step WHERE record_id = one.id AND began_on >= one.day;
      INSERT INTO stage_step (record_id, began_on, stage, reason, reason_en)
      VALUES (one.id, one.day, one.stage, one.reason, one.reason_en);
    END IF;
    PERFORM stage_record_follow(one.id);
  END LOOP;
END $$;
