import type { Browser, BrowserContext, Cookie, Page } from '@playwright/test';
import { DEMONSTRATION_PASSWORD } from '@/lib/auth/demonstration';
import { TEST_PASSWORD } from '@/prisma/seed/account-builders';
import { FULL_URL } from './addresses';
import { DEMONSTRATION_NAMES, isStep, STEP_NAMES, type StaffVisitor } from './staff-visitors';

// Signs browsers in through the real page, once for every kind of visitor and worker.

const kept = new Map<StaffVisitor, Promise<Cookie[]>>();

/** Fills in the sign-in page that is open and sends it. */
export async function sendSignIn(page: Page, userName: string, password: string): Promise<void> {
  await page.locator('#sign-in-name').fill(userName);
  await page.locator('#sign-in-password').fill(password);
  await page.locator('#sign-in button').click();
}

async function freshCookies(browser: Browser, visitor: StaffVisitor): Promise<Cookie[]> {
  const context = await browser.newContext({ baseURL: FULL_URL, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto('/sign-in');
    if (isStep(visitor)) await sendSignIn(page, STEP_NAMES[visitor], TEST_PASSWORD);
    else await sendSignIn(page, DEMONSTRATION_NAMES[visitor], DEMONSTRATION_PASSWORD);
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    return await context.cookies();
  } finally {
    await context.close();
  }
}

async function cookiesOf(browser: Browser, visitor: StaffVisitor): Promise<Cookie[]> {
  const cookies = kept.get(visitor) ?? freshCookies(browser, visitor);
  kept.set(visitor, cookies);
  return await cookies;
}

/** Signs a context in as a visitor; does nothing for pages that everybody may see. */
export async function signInAs(context: BrowserContext, visitor: StaffVisitor | undefined): Promise<void> {
  const browser = context.browser();
  if (!visitor) return;
  if (!browser) throw new Error('The context belongs to no browser.');
  await context.addCookies(await cookiesOf(browser, visitor));
}

/** The headers of a plain request by a visitor. */
export async function headersOf(browser: Browser, visitor: StaffVisitor | undefined): Promise<Record<string, string>> {
  if (!visitor) return {};
  const cookies = await cookiesOf(browser, visitor);
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}
