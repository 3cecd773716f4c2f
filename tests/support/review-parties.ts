import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { FULL_URL } from './addresses';
import { FIXED_NOW } from './fixed-clock';
import { freeClinic } from './free-clinics';
import { sendSignIn } from './staff';
import { makeAccount, onPortalDatabase, TOTP_SECRET } from './staff-accounts';

// A clinic that no other test touches, with everybody who has a part in its records, for tests in the browser.

export type Party = 'centre_clerk' | 'expert' | 'alliance_officer' | 'district_officer' | 'trainee';

/** Roles that nobody works in with a password alone. */
const WITH_SECOND_FACTOR: readonly Party[] = ['alliance_officer', 'district_officer'];

export type Parties = {
  clinicId: string;
  clinicName: string;
  districtCode: string;
  expertId: string;
  traineeId: string;
  userNames: Record<Party, string>;
};

/**
 * A clinic and everybody around it; the clinic was to be held on the evenings of some days.
 * @param place another one for every test
 */
export async function makeParties(place: number, evenings: readonly string[]): Promise<Parties> {
  const clinic = await onPortalDatabase((client) => freeClinic(client, 'others', place, evenings));
  return {
    clinicId: clinic.id,
    clinicName: clinic.name,
    districtCode: clinic.districtCode,
    expertId: clinic.expertId,
    traineeId: clinic.traineeId,
    userNames: {
      centre_clerk: await partyAccount('centre_clerk', 'centre_id', clinic.centreId),
      expert: await partyAccount('expert', 'expert_id', clinic.expertId),
      alliance_officer: await partyAccount('alliance_officer', 'alliance_code', clinic.allianceCode),
      district_officer: await partyAccount('district_officer', 'district_code', clinic.districtCode),
      trainee: await partyAccount('trainee', 'trainee_id', clinic.traineeId),
    },
  };
}

async function partyAccount(role: Party, column: string, value: string): Promise<string> {
  const { id, userName } = await makeAccount({ role: 'auditor', secondFactor: WITH_SECOND_FACTOR.includes(role) });
  await onPortalDatabase((client) =>
    client.query(`UPDATE role_grant SET role = $1::staff_role, ${column} = $2 WHERE account_id = $3`, [
      role,
      value,
      id,
    ]),
  );
  return userName;
}

/** Records of evenings of the clinic in a state, as their centre sent them; answers their ids. */
export async function makeRecords(
  { clinicId, expertId, traineeId }: Parties,
  evenings: readonly string[],
  state: 'submitted' | 'confirmed',
): Promise<string[]> {
  return await onPortalDatabase(async (client) => {
    const ids: string[] = [];
    for (const day of evenings) {
      const id = randomUUID();
      await client.query(
        `INSERT INTO clinic_session (id, clinic_id, centre_id, hospital_id, district_code, date, half, state, submission_id,
           planned, planned_expert_id, held, expert_presence, expert_id, mode, visits_new, visits_return,
           first_submitted_at, submitted_at, submitted_by_name, late, confirmed_at, confirmed_by_name, confirmed_as, origin)
         SELECT $1, c.id, c.centre_id, c.hospital_id, d.district_code, $2::date, 'evening', $3::clinic_session_state,
           gen_random_uuid(), true, $4, true, 'planned', $4, 'on_site', 4, 8, at, at, '测试', false,
           CASE $3 WHEN 'confirmed' THEN at END, CASE $3 WHEN 'confirmed' THEN '测试专家' END,
           CASE $3 WHEN 'confirmed' THEN 'expert'::staff_role END, 'demonstration'
         FROM joint_clinic c JOIN community_centre d ON d.facility_id = c.centre_id,
           (SELECT ($2::date + time '20:30') AT TIME ZONE 'Asia/Shanghai' AS at) sent WHERE c.id = $5`,
        [id, day, state, expertId, clinicId],
      );
      await client.query(
        "INSERT INTO clinic_session_trainee (session_id, trainee_id, date, part) VALUES ($1, $2, $3, 'assisting')",
        [id, traineeId, day],
      );
      ids.push(id);
    }
    return ids;
  });
}

/** How the records of the clinic's evenings lie in the database; signed by the trainee of the parties. */
export async function evenings({ clinicId, traineeId }: Parties) {
  return await onPortalDatabase(async (client) => {
    const { rows } = await client.query<{ id: string; date: string; state: string; version: number; signed: boolean }>(
      `SELECT s.id, to_char(s.date, 'YYYY-MM-DD') AS date, s.state, s.version,
         coalesce(bool_or(t.signed_at IS NOT NULL AND t.trainee_id = $2), false) AS signed
       FROM clinic_session s LEFT JOIN clinic_session_trainee t ON t.session_id = s.id
       WHERE s.clinic_id = $1 AND s.half = 'evening' GROUP BY s.id ORDER BY s.date`,
      [clinicId, traineeId],
    );
    return rows;
  });
}

/** A page of a browser of its own, signed in as one of the parties; once for each, as codes are good once. */
export async function pageOf(
  browser: Browser,
  { userNames }: Parties,
  party: Party,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: FULL_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...options,
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await sendSignIn(page, userNames[party], TEST_PASSWORD);
  if (WITH_SECOND_FACTOR.includes(party)) {
    const secret = Secret.fromBase32(TOTP_SECRET);
    await page.locator('#second-factor-code').fill(TOTP.generate({ secret, timestamp: Date.parse(FIXED_NOW) }));
    await page.locator('#second-factor button').first().click();
  }
  await page.waitForURL('/today');
  return page;
}

const FOLDER = 'tests/output/review';

/** Keeps a picture of what a party saw. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
}
