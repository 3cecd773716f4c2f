-- CreateEnum
CREATE TYPE "stage_kind" AS ENUM ('station', 'project', 'demonstration');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('planned', 'building', 'district_accepted', 'city_accepted', 'operating', 'suspended', 'closed');

-- CreateTable
CREATE TABLE "stage_record" (
    "id" TEXT NOT NULL,
    "kind" "stage_kind" NOT NULL,
    "station_id" TEXT,
    "project_id" TEXT,
    "centre_id" TEXT NOT NULL,
    "district_code" CHAR(6) NOT NULL,
    "name" TEXT,
    "name_en" TEXT,
    "subdistrict_code" CHAR(9),
    "station_kind" "station_kind",
    "stage" "stage" NOT NULL,
    "since" DATE NOT NULL,
    "origin" "origin" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stage_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_step" (
    "record_id" TEXT NOT NULL,
    "began_on" DATE NOT NULL,
    "stage" "stage" NOT NULL,
    "reason" TEXT,
    "reason_en" TEXT,
    "by_name" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stage_step_pkey" PRIMARY KEY ("record_id","began_on")
);

-- CreateIndex
CREATE UNIQUE INDEX "stage_record_project_id_key" ON "stage_record"("project_id");

-- CreateIndex
CREATE INDEX "stage_record_centre_id_idx" ON "stage_record"("centre_id");

-- CreateIndex
CREATE INDEX "stage_record_kind_stage_idx" ON "stage_record"("kind", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "stage_record_kind_station_id_key" ON "stage_record"("kind", "station_id");

-- AddForeignKey
ALTER TABLE "stage_record" ADD CONSTRAINT "stage_record_centre_id_district_code_fkey" FOREIGN KEY ("centre_id", "district_code") REFERENCES "community_centre"("facility_id", "district_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_record" ADD CONSTRAINT "stage_record_subdistrict_code_district_code_fkey" FOREIGN KEY ("subdistrict_code", "district_code") REFERENCES "subdistrict"("code", "district_code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_record" ADD CONSTRAINT "stage_record_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "service_station"("facility_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_record" ADD CONSTRAINT "stage_record_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "specialty_project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_step" ADD CONSTRAINT "stage_step_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "stage_record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A record stands for a station, a project or a title; a station that is not open yet says what it will be called.
ALTER TABLE stage_record ADD CONSTRAINT stage_record_subject CHECK (
  CASE kind
    WHEN 'station' THEN project_id IS NULL AND (station_id IS NOT NULL
      OR num_nonnulls(name, name_en, subdistrict_code, station_kind) = 4 AND length(btrim(name)) BETWEEN 2 AND 80)
    WHEN 'project' THEN project_id IS NOT NULL AND station_id IS NULL
    ELSE station_id IS NOT NULL AND project_id IS NULL END);
-- what is open or was open is a facility
ALTER TABLE stage_record ADD CONSTRAINT stage_record_open_is_facility CHECK (
  kind <> 'station' OR station_id IS NOT NULL OR stage NOT IN ('operating', 'suspended'));
-- whoever suspends or closes says why; what came with a list gives no reason
ALTER TABLE stage_step ADD CONSTRAINT stage_step_reason CHECK (
  by_name IS NULL OR stage NOT IN ('suspended', 'closed') OR length(btrim(coalesce(reason, ''))) > 0);

CREATE TRIGGER stage_step_directory_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON stage_step
  FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();

-- Which stage may follow which. Building leads on, also past a stage; only what works is suspended; what was planned may
-- be given up, but a title is taken back only after the city has given it. Closed things may open again.
CREATE FUNCTION stage_follows(kind stage_kind, earlier stage, later stage) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE later
    WHEN 'suspended' THEN earlier IN ('operating', 'closed')
    WHEN 'operating' THEN earlier IN ('city_accepted', 'suspended', 'closed')
    WHEN 'closed' THEN earlier <> 'closed' AND (kind <> 'demonstration' OR earlier IN ('city_accepted', 'operating', 'suspended'))
    ELSE earlier < later END
$$;

CREATE FUNCTION refuse_stage(name text, what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'stages: %', what USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = name;
END $$;

CREATE FUNCTION stage_step_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last stage_step; of_kind stage_kind;
BEGIN
  SELECT kind INTO of_kind FROM stage_record WHERE id = NEW.record_id FOR UPDATE;
  SELECT * INTO last FROM stage_step WHERE record_id = NEW.record_id ORDER BY began_on DESC LIMIT 1;
  IF NEW.began_on > today_in_shanghai() THEN
    PERFORM refuse_stage('stage_step_not_ahead', 'a stage begins today or earlier');
  ELSIF last.record_id IS NOT NULL AND (NEW.began_on <= last.began_on OR NOT stage_follows(of_kind, last.stage, NEW.stage)) THEN
    PERFORM refuse_stage('stage_step_order', NEW.stage || ' cannot follow ' || last.stage || ' of ' || last.began_on);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stage_step_in_order BEFORE INSERT ON stage_step
  FOR EACH ROW WHEN (pg_trigger_depth() = 0 AND NOT loads_history()) EXECUTE FUNCTION stage_step_in_order();

-- Steps are only ever added; what a list corrects in the rows below is corrected here by the triggers that follow it.
CREATE FUNCTION stage_step_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_stage('stage_step_kept', TG_OP || ' refused');
  RETURN NULL;
END $$;
CREATE TRIGGER stage_step_keep BEFORE UPDATE OR DELETE ON stage_step
  FOR EACH ROW WHEN (pg_trigger_depth() = 0 AND NOT loads_history()) EXECUTE FUNCTION stage_step_keep();

CREATE FUNCTION stage_record_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_stage('stage_record_follows_steps', 'the stage follows from the steps');
  RETURN NULL;
END $$;
CREATE TRIGGER stage_record_follows BEFORE UPDATE OF stage, since ON stage_record
  FOR EACH ROW WHEN (pg_trigger_depth() = 0 AND NOT loads_history() AND (OLD.stage, OLD.since) IS DISTINCT FROM (NEW.stage, NEW.since))
  EXECUTE FUNCTION stage_record_follows();

CREATE FUNCTION stage_of_project(project_status) RETURNS stage LANGUAGE sql IMMUTABLE AS $$
  SELECT (CASE $1 WHEN 'planned' THEN 'planned' WHEN 'applied' THEN 'building' WHEN 'approved' THEN 'city_accepted' ELSE 'closed' END)::stage
$$;
CREATE FUNCTION project_status_at(stage) RETURNS project_status LANGUAGE sql IMMUTABLE AS $$
  SELECT (CASE WHEN $1 = 'planned' THEN 'planned' WHEN $1 IN ('building', 'district_accepted') THEN 'applied'
    WHEN $1 = 'closed' THEN 'withdrawn' ELSE 'approved' END)::project_status
$$;

CREATE FUNCTION stage_record_follow(followed text) RETURNS void LANGUAGE sql AS $$
  UPDATE stage_record r SET stage = s.stage, since = s.began_on
    FROM (SELECT stage, began_on FROM stage_step WHERE record_id = followed ORDER BY began_on DESC LIMIT 1) s
   WHERE r.id = followed AND (r.stage, r.since) IS DISTINCT FROM (s.stage, s.began_on)
$$;

-- A step that somebody takes moves the record, and the rows that the rest of the portal reads.
CREATE FUNCTION stage_step_taken() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r stage_record;
BEGIN
  PERFORM stage_record_follow(NEW.record_id);
  SELECT * INTO r FROM stage_record WHERE id = NEW.record_id;
  IF r.kind = 'station' AND r.station_id IS NOT NULL THEN
    UPDATE facility SET status = NEW.stage::text::facility_status, version = version + 1, updated_at = now()
     WHERE id = r.station_id AND NEW.stage IN ('operating', 'suspended', 'closed') AND status::text <> NEW.stage::text;
  ELSIF r.kind = 'project' THEN
    UPDATE specialty_project SET status = project_status_at(NEW.stage),
        approved_on = CASE WHEN project_status_at(NEW.stage) = 'approved' THEN coalesce(approved_on,
          (SELECT max(began_on) FROM stage_step WHERE record_id = r.id AND stage = 'city_accepted'), NEW.began_on) END
     WHERE id = r.project_id AND status <> project_status_at(NEW.stage);
  ELSIF r.kind = 'demonstration' AND NEW.stage <> 'planned' THEN
    INSERT INTO demonstration_station (station_id, applied_on, origin) VALUES (r.station_id, NEW.began_on, r.origin)
      ON CONFLICT DO NOTHING;
    UPDATE demonstration_station SET
        district_accepted_on = CASE WHEN NEW.stage IN ('district_accepted', 'city_accepted') THEN coalesce(district_accepted_on, NEW.began_on) ELSE district_accepted_on END,
        city_accepted_on = CASE WHEN NEW.stage = 'city_accepted' THEN NEW.began_on ELSE city_accepted_on END,
        withdrawn_on = CASE WHEN NEW.stage = 'closed' THEN NEW.began_on END
     WHERE station_id = r.station_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stage_step_taken AFTER INSERT ON stage_step
  FOR EACH ROW WHEN (pg_trigger_depth() = 0 AND NOT loads_history()) EXECUTE FUNCTION stage_step_taken();

-- What lists, changes of profiles and undoing write into those rows is a step too. The last word of a day counts.
CREATE FUNCTION stage_note(noted text, new_stage stage, day date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM stage_step WHERE record_id = noted AND began_on >= day;
  INSERT INTO stage_step (record_id, began_on, stage) SELECT noted, day, new_stage
   WHERE new_stage IS DISTINCT FROM (SELECT stage FROM stage_step WHERE record_id = noted ORDER BY began_on DESC LIMIT 1);
  PERFORM stage_record_follow(noted);
END $$;

CREATE FUNCTION service_station_stages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE stage_record r SET centre_id = w.centre_id, district_code = w.district_code FROM written w
     WHERE r.station_id = w.facility_id AND (r.centre_id, r.district_code) IS DISTINCT FROM (w.centre_id, w.district_code);
    RETURN NULL;
  END IF;
  -- what was planned opens: its record has kept the id, and whoever opens it takes the step
  UPDATE stage_record r SET station_id = w.facility_id FROM written w
   WHERE r.id = 's-' || w.facility_id AND r.station_id IS NULL;
  WITH added AS (
    INSERT INTO stage_record (id, kind, station_id, centre_id, district_code, stage, since, origin)
    SELECT 's-' || w.facility_id, 'station', w.facility_id, w.centre_id, w.district_code, f.status::text::stage, today_in_shanghai(), f.origin
      FROM written w JOIN facility f ON f.id = w.facility_id
    ON CONFLICT (id) DO NOTHING RETURNING id, since, stage)
  INSERT INTO stage_step (record_id, began_on, stage) SELECT id, since, stage FROM added;
  RETURN NULL;
END $$;
CREATE TRIGGER service_station_stages AFTER INSERT ON service_station REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT WHEN (NOT loads_history()) EXECUTE FUNCTION service_station_stages();
CREATE TRIGGER service_station_stages_moved AFTER UPDATE ON service_station REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT WHEN (NOT loads_history()) EXECUTE FUNCTION service_station_stages();

CREATE FUNCTION facility_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM stage_record WHERE id = 's-' || NEW.id AND stage::text <> NEW.status::text) THEN
    PERFORM stage_note('s-' || NEW.id, NEW.status::text::stage, today_in_shanghai());
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER facility_stage AFTER UPDATE OF status ON facility FOR EACH ROW
  WHEN (NEW.kind = 'service_station' AND OLD.status IS DISTINCT FROM NEW.status AND NOT loads_history()) EXECUTE FUNCTION facility_stage();

CREATE FUNCTION follow_project(p specialty_project) RETURNS void LANGUAGE plpgsql AS $$
DECLARE r stage_record; day date := coalesce(p.approved_on, today_in_shanghai());
BEGIN
  INSERT INTO stage_record (id, kind, project_id, centre_id, district_code, stage, since, origin)
    SELECT 'p-' || p.id, 'project', p.id, p.centre_id, c.district_code, stage_of_project(p.status), day, p.origin
      FROM community_centre c WHERE c.facility_id = p.centre_id
    ON CONFLICT (id) DO UPDATE SET centre_id = EXCLUDED.centre_id, district_code = EXCLUDED.district_code;
  SELECT * INTO r FROM stage_record WHERE id = 'p-' || p.id;
  IF NOT EXISTS (SELECT FROM stage_step WHERE record_id = r.id) OR project_status_at(r.stage) <> p.status THEN
    PERFORM stage_note(r.id, stage_of_project(p.status), day);
  ELSIF p.status = 'approved' AND EXISTS (SELECT FROM stage_step WHERE record_id = r.id AND stage = 'city_accepted' AND began_on <> day) THEN
    -- the day of the approval was put right
    DELETE FROM stage_step WHERE record_id = r.id AND (stage < 'city_accepted' AND began_on >= day OR stage > 'city_accepted' AND began_on <= day);
    UPDATE stage_step SET began_on = day WHERE record_id = r.id AND stage = 'city_accepted';
    PERFORM stage_record_follow(r.id);
  END IF;
END $$;
CREATE FUNCTION specialty_project_stages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM follow_project(NEW);
  RETURN NULL;
END $$;
CREATE TRIGGER specialty_project_stages AFTER INSERT OR UPDATE ON specialty_project
  FOR EACH ROW WHEN (NOT loads_history()) EXECUTE FUNCTION specialty_project_stages();

-- The days of a title in its own row, without those that share their day with the next.
CREATE FUNCTION stages_of_title(d demonstration_station) RETURNS TABLE (stage stage, began_on date) LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT ON (v.began_on) v.stage, v.began_on
    FROM (VALUES ('building'::stage, d.applied_on), ('district_accepted', d.district_accepted_on),
                 ('city_accepted', d.city_accepted_on), ('closed', d.withdrawn_on)) v (stage, began_on)
   WHERE v.began_on IS NOT NULL ORDER BY v.began_on, v.stage DESC
$$;
CREATE FUNCTION follow_title(d demonstration_station) RETURNS void LANGUAGE plpgsql AS $$
DECLARE title text := 'd-' || d.station_id; ended boolean := d.withdrawn_on IS NOT NULL;
BEGIN
  INSERT INTO stage_record (id, kind, station_id, centre_id, district_code, stage, since, origin)
    SELECT title, 'demonstration', d.station_id, s.centre_id, s.district_code, 'building', d.applied_on, d.origin
      FROM service_station s WHERE s.facility_id = d.station_id
    ON CONFLICT (id) DO NOTHING;
  IF NOT EXISTS (
      SELECT FROM stages_of_title(d) t
       WHERE NOT EXISTS (SELECT FROM stage_step s WHERE (s.record_id, s.stage, s.began_on) = (title, t.stage, t.began_on)))
    AND NOT EXISTS (
      SELECT FROM stage_step s WHERE s.record_id = title AND s.stage IN ('building', 'district_accepted', 'city_accepted')
         AND NOT EXISTS (SELECT FROM stages_of_title(d) t WHERE (t.stage, t.began_on) = (s.stage, s.began_on)))
    AND ended = EXISTS (SELECT FROM stage_record WHERE id = title AND stage = 'closed') THEN
    RETURN;
  END IF;
  -- the days were put right: what lies between them stays where it still fits
  DELETE FROM stage_step s WHERE s.record_id = title AND NOT (
    s.stage = 'planned' AND s.began_on < d.applied_on
    OR s.stage IN ('operating', 'suspended') AND d.city_accepted_on IS NOT NULL AND s.began_on > d.city_accepted_on
      AND (NOT ended OR s.began_on < d.withdrawn_on));
  INSERT INTO stage_step (record_id, began_on, stage) SELECT title, t.began_on, t.stage FROM stages_of_title(d) t;
  PERFORM stage_record_follow(title);
END $$;
CREATE FUNCTION demonstration_station_stages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM stage_record WHERE id = 'd-' || OLD.station_id;
  ELSE
    PERFORM follow_title(NEW);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER demonstration_station_stages AFTER INSERT OR UPDATE ON demonstration_station
  FOR EACH ROW WHEN (NOT loads_history()) EXECUTE FUNCTION demonstration_station_stages();
CREATE TRIGGER demonstration_station_stages_gone AFTER DELETE ON demonstration_station
  FOR EACH ROW WHEN (NOT loads_history()) EXECUTE FUNCTION demonstration_station_stages();

-- What stood in the rows before becomes the beginning of the history. A station's is the day it was written here: when
-- it opened is not known.
DO $$
BEGIN
  PERFORM set_config('app.loading_history', 'on', true);
  WITH added AS (
    INSERT INTO stage_record (id, kind, station_id, centre_id, district_code, stage, since, origin)
    SELECT 's-' || s.facility_id, 'station', s.facility_id, s.centre_id, s.district_code, f.status::text::stage,
           (f.created_at AT TIME ZONE 'Asia/Shanghai')::date, f.origin
      FROM service_station s JOIN facility f ON f.id = s.facility_id
    RETURNING id, since, stage)
  INSERT INTO stage_step (record_id, began_on, stage) SELECT id, since, stage FROM added;
  PERFORM follow_project(p) FROM specialty_project p;
  PERFORM follow_title(d) FROM demonstration_station d;
  PERFORM set_config('app.loading_history', '', true);
END $$;
