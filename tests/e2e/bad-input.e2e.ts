import type { APIRequestContext } from '@playwright/test';
import { FULL_URL } from '@/tests/support/addresses';
import { eachAtOnce } from '@/tests/support/at-once';
import { BROKEN_ENCODINGS, HOSTILE_VALUES, PARAMETERS } from '@/tests/support/hostile';
import { expect, test } from '@/tests/support/page';
import { HANDLER_ROUTES, PAGE_ROUTES } from '@/tests/support/routes';
import { headersOf } from '@/tests/support/staff';

// Whatever stands in an address, a form or an API parameter: a clear answer, and never one of the 500s.

test.use({ expectedMessages: [/status of 404/] });

/** Asks for every address and tells those whose answer does not hold. */
async function failures(
  paths: readonly string[],
  holds: (answer: Response) => boolean | Promise<boolean>,
  headers: Record<string, string> = {},
): Promise<string[]> {
  const failed: string[] = [];
  await eachAtOnce(paths, async (path) => {
    // plain fetch: the browser's own requests cost more than the answers
    const answer = await fetch(`${FULL_URL}${path}`, { redirect: 'manual', headers });
    if (!(await holds(answer))) failed.push(`${answer.status} ${path.slice(0, 160)}`);
    if (!answer.bodyUsed) await answer.body?.cancel();
  });
  return failed;
}

const withoutQuery = (path: string) => path.split('?')[0] ?? path;

/** So many addresses of a page carry hostile parameters, each parameter another value in each. */
const ADDRESSES = 12;
/** No factor of the number of values, so that every page begins elsewhere and all pages together try every pair. */
const STRIDE = 7;

/** Every parameter at once, each with another hostile value; the pages take turns through the values. */
const everywhere = (path: string, turn: number) =>
  Array.from({ length: ADDRESSES }, (_, address) => {
    const first = (turn * ADDRESSES + address) * STRIDE;
    const pairs = PARAMETERS.map((name, at) => [name, HOSTILE_VALUES[(first + at) % HOSTILE_VALUES.length] ?? '']);
    return `${withoutQuery(path)}?${new URLSearchParams(pairs)}`;
  });

const TOGETHER = 6;

/** Some parameters at a time: each given twice, once undecodable, and as an array. */
const repeated = (path: string) =>
  PARAMETERS.flatMap((_name, at) => {
    if (at % TOGETHER > 0) return [];
    const names = PARAMETERS.slice(at, at + TOGETHER);
    const query = names.map((name) => `${name}=%00&${name}=%E0%A4%A&${name}[]=%3Cscript%3E`).join('&');
    return [`${withoutQuery(path)}?${query}`];
  });

/** A page answers every third value in the place of an id, and all that are not even encoded. */
const THIRD = 3;

/** Nonsense in the place of an id; the pages take turns through the values. */
const inPath = (pattern: string, turn: number) => {
  if (!pattern.includes('[')) return [];
  const short = HOSTILE_VALUES.filter((value) => value.trim() !== '' && value.length < 300);
  const values = short.filter((_, at) => at % THIRD === turn % THIRD).map(encodeAny);
  return [...values, ...BROKEN_ENCODINGS].map((value) => pattern.replace(/\[[^\]]+\]/g, () => value));
};

function encodeAny(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    // half of a surrogate pair has no encoding
    return '%ED%A0%BD';
  }
}

const nonsense = (pattern: string, example: string, turn: number) => [
  ...everywhere(example, turn),
  ...repeated(example),
  ...inPath(pattern, turn),
];

for (const [turn, { pattern, visits, signedInAs }] of PAGE_ROUTES.entries())
  test(`bad input: ${pattern}`, async ({ browser }) => {
    test.slow();
    const example = visits[0]?.path ?? pattern;
    const notAPage = await failures(
      nonsense(pattern, example, turn),
      async (answer) => {
        if (answer.status >= 500) return false;
        // nothing given comes back as markup
        return !(await answer.text()).includes('<script>alert(1)</script>');
      },
      await headersOf(browser, signedInAs),
    );
    expect(notAPage).toEqual([]);
  });

for (const [turn, { pattern, good, bad, signedInAs }] of HANDLER_ROUTES.entries()) {
  test(`handler answers well: ${pattern}`, async ({ browser }) => {
    const headers = await headersOf(browser, signedInAs);
    expect(await failures(good, (answer) => answer.status === 200, headers)).toEqual([]);
  });

  test(`bad input: ${pattern}`, async ({ request, browser }) => {
    test.slow();
    const headers = await headersOf(browser, signedInAs);
    for (const { path, status } of bad) {
      // what tells strangers to sign in is asked as one
      const asked = await request.get(path, { headers: status === 401 ? {} : headers });
      expect(asked.status(), path).toBe(status);
    }
    const example = good[0] ?? pattern;
    const clear = (answer: Response) => {
      const type = answer.headers.get('content-type') ?? '';
      if (answer.status >= 500) return false;
      // the public API says what was wrong in the form of RFC 9457; an undecodable path never reaches it
      const byApi = pattern.startsWith('/api/v1') && answer.status === 400 && !hasBrokenPath(answer.url);
      return byApi ? type.startsWith('application/problem+json') : true;
    };
    const unclear = await failures(nonsense(pattern, example, turn), clear, headers);
    expect(unclear).toEqual([]);
  });
}

function hasBrokenPath(address: string): boolean {
  try {
    decodeURIComponent(new URL(address).pathname);
    return false;
  } catch {
    return true;
  }
}

type PostOptions = NonNullable<Parameters<APIRequestContext['post']>[1]>;

test('bad input: forms nobody offered', async ({ request }) => {
  const bodies: PostOptions[] = [
    { headers: { 'next-action': 'f'.repeat(42) }, data: '[]' },
    { headers: { 'next-action': '__proto__' }, data: 'x' },
    { form: { $ACTION_ID_0000: '1', message: 'x' } },
    { multipart: { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"00","bound":null}' } },
    { headers: { 'content-type': 'application/json' }, data: '{broken' },
  ];
  for (const body of bodies)
    for (const path of ['/', '/services', '/report']) {
      const answer = await request.post(path, { ...body, maxRedirects: 0 });
      expect(answer.status(), `${path} ${JSON.stringify(body)}`).toBeLessThan(500);
    }
});

test('bad input: an address that leads nowhere answers 404 in its language', async ({ page }) => {
  for (const [path, lang] of [
    ['/no/such/page', 'zh-CN'],
    ['/en/no/such/page', 'en'],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('main a').first()).toBeVisible();
  }
});
