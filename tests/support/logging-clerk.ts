import type { Browser, BrowserContext, Page } from '@playwright/test';
import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { FULL_URL } from './addresses';
import { FIXED_NOW } from './fixed-clock';
import { freeClinic } from './free-clinics';
import { sendSignIn } from './staff';
import { makeAccount, onPortalDatabase } from './staff-accounts';

// Clerks for tests in the browser, each with a clinic that no other test touches.

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

/**
 * A clerk whose clinic was to be held on the evenings of some days.
 * @param place another one for every test
 */
export async function makeClerk(place: number, days: readonly string[]): Promise<LoggingClerk> {
  const { clinic, substituteId } = await onPortalDatabase(async (client) => {
    const clinic = await freeClinic(client, 'usual', place, days);
    const [substitute] = (
      await client.query<{ id: string }>(
        'SELECT id FROM expert WHERE hospital_id = $1 AND active AND id <> $2 ORDER BY id LIMIT 1',
        [clinic.hospitalId, clinic.expertId],
      )
    ).rows;
    return { clinic, substituteId: substitute?.id ?? '' };
  });
  const { id, userName } = await makeAccount({ role: 'centre_clerk', centreId: clinic.centreId });
  return {
    userName,
    accountId: id,
    centreId: clinic.centreId,
    clinicId: clinic.id,
    clinicName: clinic.name,
    expertName: clinic.expertName,
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
