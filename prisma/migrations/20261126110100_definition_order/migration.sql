-- A version follows the one before it, and begins later than that one and than today: no period that was told already
-- is told in other words.
CREATE FUNCTION indicator_definition_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version > 1 AND (NEW.valid_from <= today_in_shanghai() OR NOT EXISTS (
    SELECT FROM indicator_definition d
    WHERE d.id = NEW.id AND d.version = NEW.version - 1 AND d.valid_from < NEW.valid_from AND d.unit = NEW.unit
      AND d.deepest_level = NEW.deepest_level AND (d.denominator IS NULL) = (NEW.denominator IS NULL)))
  THEN
    RAISE EXCEPTION 'a version follows the one before it, from a later day on'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'indicator_definition_follows';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER indicator_definition_follow BEFORE INSERT ON indicator_definition
  FOR EACH ROW WHEN (NOT loads_history()) EXECUTE FUNCTION indicator_definition_follow();
