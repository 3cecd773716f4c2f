import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { FULL_URL } from './addresses';
import { FIXED_NOW } from './fixed-clock';
import { sendSignIn } from './staff';
import { makeAccount, onPortalDatabase } from './staff-accounts';

// Clerks for tests in the browser, each with a clinic that no other test touches. Its evenings are free: nobody else of
// the network works in the evening, so an expert of the test is nowhere else.

export type LoggingClerk = {
  userName: string;
  accountId: string;
  centreId: string;
  clinicId: string;
  clinicName: string;
  expertName: string;
  /** the experts of the hospital who may stand in */
  substituteId: string;
};

// One clinic an expert, because nobody is on site in two places at once; with a usual number of visits, so that the few
// that tests type are nothing unusual.
const FREE_CLINICS = `
  SELECT * FROM (
    SELECT DISTINCT ON (e.expert_id) c.id, c.name, c.centre_id, c.hospital_id, e.expert_id, x.name AS expert_name
    FROM joint_clinic c
    JOIN community_centre d ON d.facility_id = c.centre_id
    JOIN joint_clinic_status s ON s.clinic_id = c.id AND s.status = 'operating' AND s.valid_to IS NULL
      AND s.valid_from < '2026-06-01'
    JOIN LATERAL (SELECT expert_id FROM joint_clinic_expert
                  WHERE clinic_id = c.id AND valid_to IS NULL ORDER BY 1 LIMIT 1) e ON true
    JOIN expert x ON x.id = e.expert_id
    WHERE d.district_code NOT IN ('310101', '310104')
      AND EXISTS (SELECT FROM joint_clinic_trainee t WHERE t.clinic_id = c.id AND t.valid_to IS NULL)
      AND NOT EXISTS (SELECT FROM clinic_schedule s
                      WHERE (s.clinic_id = c.id OR s.expert_id = e.expert_id) AND s.half = 'evening')
      AND (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY r.visits_new + r.visits_return)
           FROM (SELECT visits_new, visits_return FROM clinic_session
                 WHERE clinic_id = c.id AND held AND state <> 'withdrawn' AND date < '2026-11-18'
                 ORDER BY date DESC LIMIT 12) r) BETWEEN 8 AND 16
    ORDER BY e.expert_id, c.id) free
  ORDER BY id OFFSET $1 LIMIT 1`;

/**
 * A clerk whose clinic was to be held on the evenings of some days.
 * @param place another one for every test
 */
export async function makeClerk(place: number, days: readonly string[]): Promise<LoggingClerk> {
  const found = await onPortalDatabase(async (client) => {
    // past days stay as they were for everybody but whoever loads history
    await client.query("SET app.loading_history = 'on'");
    const [clinic] = (await client.query(FREE_CLINICS, [place])).rows as Record<string, string>[];
    if (!clinic) throw new Error(`There is no clinic for place ${place}.`);
    for (const day of days)
      await client.query(
        `INSERT INTO schedule_exception (id, clinic_id, date, half, kind, starts_minute, ends_minute, expert_id, reason, origin)
         VALUES ($1, $2, $3, 'evening', 'added', 1080, 1200, $4, '测试加诊', 'demonstration')
         ON CONFLICT DO NOTHING`,
        [randomUUID(), clinic.id, day, clinic.expert_id],
      );
    const [substitute] = (
      await client.query('SELECT id FROM expert WHERE hospital_id = $1 AND active AND id <> $2 ORDER BY id LIMIT 1', [
        clinic.hospital_id,
        clinic.expert_id,
      ])
    ).rows as { id: string }[];
    return { clinic, substituteId: substitute?.id ?? '' };
  });
  const { clinic, substituteId } = found;
  const { id, userName } = await makeAccount({ role: 'centre_clerk', centreId: clinic.centre_id });
  return {
    userName,
    accountId: id,
    centreId: clinic.centre_id ?? '',
    clinicId: clinic.id ?? '',
    clinicName: clinic.name ?? '',
    expertName: clinic.expert_name ?? '',
    substituteId,
  };
}

/** Another clerk of the same centre. */
export async function makeColleague({ centreId }: LoggingClerk): Promise<string> {
  return (await makeAccount({ role: 'centre_clerk', centreId })).userName;
}

/** Signs a page in as a clerk and opens Today. */
export async function enterAs(page: Page, userName: string): Promise<void> {
  await page.goto('/sign-in');
  await sendSignIn(page, userName, TEST_PASSWORD);
  await page.waitForURL('/today');
}

/** A browser of its own for a clerk. */
export async function contextFor(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  return await browser.newContext({ baseURL: FULL_URL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
}

/** The link on Today that leads to the form of an evening. */
export function evening(page: Page, { clinicId }: LoggingClerk, date: string) {
  return page.locator(`main a[href*="clinic=${clinicId}&date=${date}&half=evening"]`).first();
}

/** Shows the row of an evening, where it is folded away in a long group. */
export async function unfold(page: Page, clerk: LoggingClerk, date: string) {
  const row = evening(page, clerk, date);
  await row.waitFor({ state: 'attached' });
  if (!(await row.isVisible())) await row.locator('xpath=ancestor::details/summary').click();
  return row;
}

/** The records of a clinic's evenings as they lie in the database, without those of the demonstration's history. */
export async function recordsOf({ clinicId }: LoggingClerk) {
  return await onPortalDatabase(async (client) => {
    const { rows } = await client.query(
      `SELECT to_char(date, 'YYYY-MM-DD') AS date, held, visits_new, visits_return, version, state, explanation,
         expert_presence, mode, not_held_reason, note, submitted_by_name
       FROM clinic_session WHERE clinic_id = $1 AND half = 'evening' AND submitted_at >= $2 ORDER BY date`,
      [clinicId, FIXED_NOW],
    );
    return rows as {
      date: string;
      held: boolean;
      visits_new: number;
      visits_return: number;
      version: number;
      state: string;
      explanation: string | null;
      expert_presence: string | null;
      mode: string | null;
      not_held_reason: string | null;
      note: string | null;
      submitted_by_name: string;
    }[];
  });
}
