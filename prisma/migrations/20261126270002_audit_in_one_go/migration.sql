-- Ten thousand events of one transaction took three seconds to link: the head of the chain was written for each of them,
-- and every reading of it passed over all its earlier versions. Now the head is written once, when the transaction ends,
-- and until then a link is read from the chain itself. The head is locked from the first link on, as before.
CREATE OR REPLACE FUNCTION audit_event_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head audit_head%ROWTYPE;
  last record;
BEGIN
  SELECT * INTO STRICT head FROM audit_head WHERE id = 1 FOR UPDATE;
  -- what this transaction has linked already
  SELECT seq, hash INTO last FROM audit_event WHERE seq > head.seq ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, head.seq) + 1;
  NEW.previous_hash := coalesce(last.hash, head.hash);
  NEW.hash := audit_hash(NEW);
  RETURN NEW;
END $$;

-- The first of a transaction's links to come here finds the last one; the others find the head there already.
CREATE FUNCTION audit_event_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE audit_head SET seq = last.seq, hash = last.hash
    FROM (SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1) last
   WHERE audit_head.id = 1 AND audit_head.seq < NEW.seq;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_event_head AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit_event_head();
