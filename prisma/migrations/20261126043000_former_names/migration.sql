-- What a facility was called before it was renamed, so that people and files that still say so find it.
CREATE TABLE "facility_alias" (
    "facility_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "used_until" DATE NOT NULL,
    "origin" "origin" NOT NULL,
    CONSTRAINT "facility_alias_pkey" PRIMARY KEY ("facility_id", "name", "used_until"),
    CONSTRAINT "facility_alias_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "facility_alias_name" CHECK (length(btrim("name")) BETWEEN 2 AND 80 AND length(btrim("name_en")) > 0)
);

CREATE TRIGGER facility_alias_directory_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON facility_alias
  FOR EACH STATEMENT EXECUTE FUNCTION directory_changed();
