import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { linkSingleSignOn } from '@/lib/auth/accounts-commands';
import { authOptionsFor } from '@/lib/auth/next-auth-options';
import { openSealedToken, sealToken, staffCookie } from '@/lib/auth/staff-cookie';
import { findSignedIn } from '@/lib/auth/staff-sessions';
import { accountBuildersOn, TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { cookieBrowser } from '@/tests/support/cookie-browser';
import { useDatabase } from '@/tests/support/database';
import { useDoor } from '@/tests/support/door';
import { startNextAuth } from '@/tests/support/next-auth-server';
import { valueIn } from '@/tests/support/outcome';
import { startSignOnProvider } from '@/tests/support/sign-on-provider';

// Against a real provider: discovery, code flow with PKCE, state and nonce, the provider's signed token.

const { SITE, ISSUER } = await vi.hoisted(async () => {
  const { freePort } = await import('@/tests/support/free-port');
  const { signOnEnvironment } = await import('@/tests/support/sign-on-provider');
  const [site, issuer] = [await freePort(), await freePort()];
  const addresses = { SITE: `http://127.0.0.1:${site}`, ISSUER: `http://127.0.0.1:${issuer}` };
  // before anything reads the environment, which is parsed once
  Object.assign(process.env, { SITE_URL: addresses.SITE, ...signOnEnvironment(addresses.ISSUER) });
  return addresses;
});

const database = useDatabase('demo');
const door = useDoor(database);
const CLERK = { role: 'centre_clerk', centreId: 'centre-310101-01' } as const;

const servers: Server[] = [];
beforeAll(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  servers.push(
    await startSignOnProvider(ISSUER, SITE),
    await startNextAuth(Number(new URL(SITE).port), authOptionsFor),
  );
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

type Browser = ReturnType<typeof cookieBrowser>;

async function csrfToken(browser: Browser): Promise<string> {
  const { text } = await browser.go(`${SITE}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(text) as { csrfToken: string };
  return csrfToken;
}

/** Signs in at the provider as a subject, through its own forms, and comes back to the portal. */
async function throughProvider(browser: Browser, subject: string, wanted = '/today') {
  const form = { csrfToken: await csrfToken(browser), callbackUrl: `${SITE}${wanted}` };
  let answer = await browser.go(`${SITE}/api/auth/signin/oidc`, form);
  const prompts: Record<string, string>[] = [
    { prompt: 'login', login: subject, password: 'any' },
    { prompt: 'consent' },
  ];
  for (const prompt of prompts) {
    expect(answer.url).toContain(`${ISSUER}/interaction/`);
    answer = await browser.go(answer.url, prompt);
  }
  return answer;
}

async function whoIsIn(browser: Browser) {
  const token = await openSealedToken(browser.cookie(SITE, staffCookie().name) ?? '');
  return token ? await findSignedIn(token, door.facts()) : null;
}

describe('single sign-on', () => {
  it('lets in the person whose account an officer has linked', async () => {
    const { account } = await door.build.staff(CLERK, { password: null });
    const officer = (await door.build.staff({ role: 'city_officer' })).actor;
    valueIn(await linkSingleSignOn(officer, { accountId: account.id, version: 1, subject: 'person-1' }));
    const browser = cookieBrowser();
    const answer = await throughProvider(browser, 'person-1');
    expect(answer.url).toBe(`${SITE}/today`);
    expect((await whoIsIn(browser))?.actor).toMatchObject({ accountId: account.id, ...CLERK });
    expect(await door.eventsOf(account.id)).toEqual(['account.singleSignOnLinked', 'staffSession.started']);

    const { account: second } = await door.build.staff(CLERK);
    expect(await linkSingleSignOn(officer, { accountId: second.id, version: 1, subject: 'person-1' })).toMatchObject({
      error: { problems: [{ path: 'subject', messageKey: 'accounts.problem.subjectTaken' }] },
    });
  });

  it('creates nobody: a subject without an account is refused, in words of ours', async () => {
    const before = await database.db.account.count();
    const browser = cookieBrowser();
    const answer = await throughProvider(browser, 'stranger');
    expect(answer.url).toBe(`${SITE}/sign-in?error=notLinked`);
    expect(await whoIsIn(browser)).toBeNull();
    expect(await database.db.account.count()).toBe(before);
  });

  it('says why, in the language of the page that was left', async () => {
    const { account } = await door.build.staff(CLERK, { password: null });
    const officer = (await door.build.staff({ role: 'city_officer' })).actor;
    valueIn(await linkSingleSignOn(officer, { accountId: account.id, version: 1, subject: 'person-2' }));
    await database.db.account.update({
      where: { id: account.id },
      data: { status: 'suspended', statusReason: '休假' },
    });
    const browser = cookieBrowser();
    const answer = await throughProvider(browser, 'person-2', '/en/accounts');
    expect(answer.url).toBe(`${SITE}/en/sign-in?error=closed`);
    expect(await whoIsIn(browser)).toBeNull();
  });

  it('refuses an answer that this browser has not asked for', async () => {
    const browser = cookieBrowser();
    const forged = await browser.go(
      `${SITE}/api/auth/callback/oidc?code=stolen&state=made-up&iss=${encodeURIComponent(ISSUER)}`,
    );
    expect(forged.url).toContain('/sign-in');
    expect(await whoIsIn(browser)).toBeNull();
  });

  it('sends nobody to another site', async () => {
    const browser = cookieBrowser();
    const token = await csrfToken(browser);
    const answer = await browser.go(`${SITE}/api/auth/signout`, {
      csrfToken: token,
      callbackUrl: 'https://evil.example.org/',
    });
    expect(new URL(answer.url).origin).toBe(SITE);
  });
});

describe('the cookie', () => {
  it('carries the opaque token and nothing of the person', async () => {
    const { account } = await accountBuildersOn(database.db, 'cookie').staff(CLERK);
    const browser = cookieBrowser();
    const form = {
      csrfToken: await csrfToken(browser),
      name: account.userName,
      password: TEST_PASSWORD,
      callbackUrl: `${SITE}/today`,
    };
    await browser.go(`${SITE}/api/auth/callback/password`, form);
    expect((await whoIsIn(browser))?.actor.accountId).toBe(account.id);
    const { text } = await browser.go(`${SITE}/api/auth/session`);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['expires']);

    await browser.go(`${SITE}/api/auth/signout`, { csrfToken: await csrfToken(browser), callbackUrl: SITE });
    expect(browser.cookie(SITE, staffCookie().name) ?? '').toBe('');
    const ended = await database.db.staffSession.findFirstOrThrow({ where: { accountId: account.id } });
    expect(ended.endedBecause).toBe('signed_out');
  });

  it('refuses a wrong password, and a form without the anti-forgery token', async () => {
    const { account } = await accountBuildersOn(database.db, 'wrong').staff(CLERK);
    const browser = cookieBrowser();
    const form = { name: account.userName, password: TEST_PASSWORD };
    const without = await browser.go(`${SITE}/api/auth/callback/password`, form);
    expect(without.url).toContain('/sign-in?');
    expect(await whoIsIn(browser)).toBeNull();
    const wrong = { ...form, csrfToken: await csrfToken(browser), password: 'wrong wrong' };
    const answer = await browser.go(`${SITE}/api/auth/callback/password`, wrong);
    expect(answer.url).toContain('error=CredentialsSignin');
    expect(await whoIsIn(browser)).toBeNull();
  });

  it('is httpOnly, same-site, and secure where the portal is', () => {
    expect(staffCookie()).toEqual({
      name: 'staff',
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: false },
    });
  });

  it('is worth nothing once changed', async () => {
    const sealed = await sealToken('a-token-of-some-length-for-the-test');
    expect(await openSealedToken(sealed)).toBe('a-token-of-some-length-for-the-test');
    for (const broken of ['', 'x', sealed.slice(0, -2), `${sealed}x`, sealed.replace(/\./g, '')])
      expect(await openSealedToken(broken)).toBeNull();
  });
});
