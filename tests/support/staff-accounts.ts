import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { hashPassword } from '@/lib/auth/password-hash';
import { encryptFor, hashToken } from '@/lib/auth/secrets';
import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { SIGN_ON_URL } from './addresses';
import { FIXED_NOW, TEST_ENVIRONMENT } from './fixed-clock';
import { LINK_TOKEN, STEP_NAMES, VISITED_ACCOUNT } from './staff-visitors';

// Accounts in the database of the running portal, for tests in the browser. They write plain SQL: the database is
// another process's.

Object.assign(process.env, TEST_ENVIRONMENT);

const ADDRESS_FILE = 'tests/output/portal-database';
/** A secret of the second factor, in base32. */
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

let hash: Promise<string> | undefined;

export type MadeAccount = { id: string; userName: string };
type Part = {
  id?: string;
  userName?: string;
  mustChange?: boolean;
  secondFactor?: boolean;
  role?: 'city_officer' | 'auditor' | 'centre_clerk';
  /** where a clerk works */
  centreId?: string;
  /** whom the single sign-on provider knows the account as */
  subject?: string;
};

/** Tells the tests which database the portal uses. */
export function rememberDatabase(url: string): void {
  mkdirSync('tests/output', { recursive: true });
  writeFileSync(ADDRESS_FILE, url);
}

/** Runs statements on the portal's database. */
export async function onPortalDatabase<T>(
  use: (client: pg.Client) => Promise<T>,
  url = readFileSync(ADDRESS_FILE, 'utf8'),
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Makes an account with TEST_PASSWORD and one role; a city officer unless told otherwise. */
export async function makeAccount(part: Part = {}, url?: string): Promise<MadeAccount> {
  const { id = randomUUID() } = part;
  const userName = part.userName ?? `e2e.${id.slice(0, 12)}`;
  hash ??= hashPassword(TEST_PASSWORD);
  const secret = part.secondFactor ? encryptFor(id, TOTP_SECRET) : null;
  const account = [id, userName, `测试 ${userName}`, await hash, part.mustChange ?? false, secret];
  const identity = part.subject ? [SIGN_ON_URL, part.subject] : [null, null];
  await onPortalDatabase(async (client) => {
    await client.query(
      `INSERT INTO account
         (id, user_name, display_name, password_hash, must_change_password, totp_secret, oidc_issuer, oidc_subject)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [...account, ...identity],
    );
    await client.query(
      `INSERT INTO role_grant (id, account_id, role, centre_id, valid_from, state, source)
       VALUES ($1, $2, $3::staff_role, $4, '2026-01-01', 'active', 'command_line')`,
      [randomUUID(), id, part.role ?? 'city_officer', part.centreId ?? null],
    );
  }, url);
  return { id, userName };
}

/** A one-time link of an account, good for an hour. */
export async function makeLink(
  accountId: string,
  purpose: 'password' | 'second_factor',
  token: string,
  url?: string,
): Promise<void> {
  const until = new Date(Date.parse(FIXED_NOW) + 3_600_000);
  await onPortalDatabase(
    (client) =>
      client.query(
        `INSERT INTO one_time_link (id, account_id, purpose, token_hash, created_at, expires_at)
         VALUES ($1, $2, $3::one_time_link_purpose, $4, $5, $6)`,
        [randomUUID(), accountId, purpose, hashToken(token), FIXED_NOW, until],
      ),
    url,
  );
}

/** The accounts that the list of routes visits pages with. */
export async function makeVisitors(url: string): Promise<void> {
  await makeAccount({ userName: STEP_NAMES.second_factor, secondFactor: true }, url);
  await makeAccount({ userName: STEP_NAMES.change_password, mustChange: true, role: 'auditor' }, url);
  const { id } = await makeAccount({ userName: STEP_NAMES.enrol_second_factor }, url);
  await makeLink(id, 'password', LINK_TOKEN, url);
  await makeAccount({ id: VISITED_ACCOUNT, userName: 'visit.account', secondFactor: true, role: 'auditor' }, url);
}
