// Statements about people's records that the database refuses, by the constraint that refuses them.

export const PEOPLE_REFUSALS: Record<string, string> = {
  service_record_about_one: `INSERT INTO service_record (code, content, issued_at, issued_by, issued_by_name)
    VALUES ('0000000000000000', '{}', now(), 'a', '甲')`,
};
