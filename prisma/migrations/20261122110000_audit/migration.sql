-- CreateTable
CREATE TABLE "audit_event" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "account_id" TEXT,
    "actor_name" TEXT,
    "role" TEXT,
    "system" TEXT,
    "district_code" CHAR(6),
    "centre_id" TEXT,
    "alliance_code" TEXT,
    "event" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "object_label" TEXT,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "request_id" TEXT NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable: unlogged, for no row outlives its transaction, and so a crash has nothing to restore
CREATE UNLOGGED TABLE "audit_inbox" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "account_id" TEXT,
    "actor_name" TEXT,
    "role" TEXT,
    "system" TEXT,
    "district_code" CHAR(6),
    "centre_id" TEXT,
    "alliance_code" TEXT,
    "event" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "object_label" TEXT,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "audit_inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_object_type_object_id_seq_idx" ON "audit_event"("object_type", "object_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_account_id_seq_idx" ON "audit_event"("account_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_event_seq_idx" ON "audit_event"("event", "seq");

-- CreateIndex
CREATE INDEX "audit_event_at_seq_idx" ON "audit_event"("at", "seq");

-- CreateIndex
CREATE INDEX "audit_event_district_code_seq_idx" ON "audit_event"("district_code", "seq");

-- CreateIndex
CREATE INDEX "audit_event_centre_id_seq_idx" ON "audit_event"("centre_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_alliance_code_seq_idx" ON "audit_event"("alliance_code", "seq");

-- What a row of the trail must look like, whoever writes it.
ALTER TABLE audit_event ADD CONSTRAINT audit_event_seq CHECK (seq >= 1);
ALTER TABLE audit_event ADD CONSTRAINT audit_event_name CHECK (event ~ '^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$');
ALTER TABLE audit_event ADD CONSTRAINT audit_event_one_actor CHECK (
  num_nonnulls(account_id, actor_name, role) = 3 AND system IS NULL
  OR num_nonnulls(account_id, actor_name, role) = 0 AND system IS NOT NULL);
ALTER TABLE audit_event ADD CONSTRAINT audit_event_states CHECK (
  jsonb_typeof(coalesce(before, '{}')) = 'object' AND jsonb_typeof(coalesce(after, '{}')) = 'object');
ALTER TABLE audit_event ADD CONSTRAINT audit_event_hashes CHECK (octet_length(hash) = 32 AND octet_length(previous_hash) = 32);
ALTER TABLE audit_head ADD CONSTRAINT audit_head_single CHECK (id = 1);
ALTER TABLE audit_head ADD CONSTRAINT audit_head_hash CHECK (octet_length(hash) = 32);

-- The chain begins with 32 zero bytes.
INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));

-- The hash of a row over all its columns in their order, the previous hash last. Each value is framed, so that no two
-- rows read alike: its length in bytes and the bytes, or a dash for none, then a comma. lib/audit/chain.ts computes the
-- same without asking this function.
CREATE FUNCTION audit_hash(event audit_event) RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE
  framed text := '';
  value text;
BEGIN
  FOREACH value IN ARRAY ARRAY[
    event.seq::text, (extract(epoch FROM event.at) * 1000)::bigint::text,
    event.account_id, event.actor_name, event.role, event.system,
    event.district_code::text, event.centre_id, event.alliance_code,
    event.event, event.object_type, event.object_id, event.object_label,
    event.before::text, event.after::text, event.reason, event.request_id,
    encode(event.previous_hash, 'hex')
  ] LOOP
    framed := framed || coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-') || ',';
  END LOOP;
  RETURN sha256(convert_to(framed, 'UTF8'));
END $$;

-- Every insertion, by whatever way, takes the next number and the next link; whoever comes second waits for the first
-- to commit, so numbers have no gaps.
CREATE FUNCTION audit_event_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE head audit_head%ROWTYPE;
BEGIN
  SELECT * INTO STRICT head FROM audit_head WHERE id = 1 FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.previous_hash := head.hash;
  NEW.hash := audit_hash(NEW);
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE id = 1;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_event_link BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_event_link();

-- Events wait in the inbox until their transaction commits. So the chain is held only while the server itself commits,
-- never while an application thinks, and always as the last lock of a transaction, so that it cannot deadlock.
CREATE FUNCTION audit_inbox_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_event (at, account_id, actor_name, role, system, district_code, centre_id, alliance_code,
    event, object_type, object_id, object_label, before, after, reason, request_id)
  VALUES (NEW.at, NEW.account_id, NEW.actor_name, NEW.role, NEW.system, NEW.district_code, NEW.centre_id,
    NEW.alliance_code, NEW.event, NEW.object_type, NEW.object_id, NEW.object_label, NEW.before, NEW.after, NEW.reason,
    NEW.request_id);
  DELETE FROM audit_inbox WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_inbox_move AFTER INSERT ON audit_inbox DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit_inbox_move();

-- Append-only for everyone, the owner included.
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only: % of % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_event_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_keep BEFORE INSERT OR DELETE OR TRUNCATE ON audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
-- the end of the chain moves only when the chain's own trigger moves it
CREATE TRIGGER audit_head_moves BEFORE UPDATE ON audit_head
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION audit_refuse();
-- also in a session that switches ordinary triggers off
ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_event_keep;
ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_head_keep;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_event FROM CURRENT_USER;
