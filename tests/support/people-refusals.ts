// Statements about people's records that the database refuses, by the constraint that refuses them.

const report = (columns: string, values: string) =>
  `INSERT INTO information_report (id, category, message, locale, ${columns})
   VALUES ('00000000-0000-7000-8000-0000000000aa', 'hours', '开放时间不对', 'zh-CN', ${values})`;

const asked = (columns: string, values: string, kind = 'other', office = 'city') =>
  `INSERT INTO support_request
     (id, kind, office, asked_by, asked_by_name, asked_by_role, created_at, due_on, ${columns})
   VALUES ('s', '${kind}', '${office}', 'a', '甲', 'centre_clerk', now(), '2026-12-01', ${values})`;
const ended = (by: string, at: string) =>
  asked(
    'text, status, answer, answered_at, answered_by, answered_by_name',
    `'请协助', 'done', '已办', ${at}, '${by}', '乙'`,
  );

export const PEOPLE_REFUSALS: Record<string, string> = {
  trainee_doctor_goal: `UPDATE trainee_doctor SET goal_sessions = 0`,
  support_request_text: asked('text', "' '"),
  support_request_month: asked('text, month', "'请协助', '2026-10-02'", 'month_reopening'),
  support_request_office: asked('text', "'请协助'", 'other', 'district'),
  support_request_owner: asked('text, owner_id', "'请协助', 'b'"),
  support_request_ended: ended('b', "now() - interval '1 day'"),
  support_request_other_answers: ended('a', 'now()'),
  support_message_text: `${asked('text', "'请协助'")};
    INSERT INTO support_message (id, request_id, kind, text, at, author_id, author_name, author_role)
    VALUES ('m', 's', 'comment', ' ', now(), 'a', '甲', 'centre_clerk')`,
  service_record_about_one: `INSERT INTO service_record (code, content, issued_at, issued_by, issued_by_name)
    VALUES ('0000000000000000', '{}', now(), 'a', '甲')`,
  information_report_owner: report('owner_id', "'a'"),
  information_report_ended: report('answer', "'好'"),
  information_report_contact_gone: report(
    'status, answer, answered_at, answered_by_name, contact',
    "'answered', '好', now(), '甲', '某人'",
  ),
};
