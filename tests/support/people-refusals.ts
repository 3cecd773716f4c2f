// Statements about people's records that the database refuses, by the constraint that refuses them.

const report = (columns: string, values: string) =>
  `INSERT INTO information_report (id, category, message, locale, ${columns})
   VALUES ('00000000-0000-7000-8000-0000000000aa', 'hours', '开放时间不对', 'zh-CN', ${values})`;

export const PEOPLE_REFUSALS: Record<string, string> = {
  service_record_about_one: `INSERT INTO service_record (code, content, issued_at, issued_by, issued_by_name)
    VALUES ('0000000000000000', '{}', now(), 'a', '甲')`,
  information_report_owner: report('owner_id', "'a'"),
  information_report_ended: report('answer', "'好'"),
  information_report_contact_gone: report(
    'status, answer, answered_at, answered_by_name, contact',
    "'answered', '好', now(), '甲', '某人'",
  ),
};
