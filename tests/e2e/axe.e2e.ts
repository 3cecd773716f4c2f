import { accessProblems, structureProblems } from '@/tests/support/axe';
import { expect, test } from '@/tests/support/page';
import { mayBeTight } from '@/tests/support/shown';

// What the access tests leave out because it can find nothing, they must not leave out where it can.

const htmlOf = (body: string, style = '') =>
  `<!doctype html><html lang="zh-CN"><head><title>t</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
const rules = (problems: readonly string[]) => problems.map((line) => line.split(':')[0]);

const SMALL = 'style="width:12px;height:12px;padding:0;border:0;overflow:hidden"';
const LARGE = 'style="position:absolute;left:0;top:0;width:60px;height:60px"';
const TIGHT: Record<string, string> = {
  'two small buttons': `<button ${SMALL}>a</button><button ${SMALL}>b</button>`,
  'two small links without a text': `<p style="font-size:8px"><a href="#a">a</a><a href="#b">b</a></p>`,
  'small boxes to tick': `<input type="checkbox" aria-label="a" ${SMALL}><input type="radio" aria-label="b" ${SMALL}>`,
  'a button under another': `<button ${LARGE}>a</button><button style="position:absolute;left:20px;top:0;width:60px;height:60px">b</button>`,
  'a small switch of its own kind': `<span role="switch" aria-checked="true" tabindex="0" aria-label="a" style="display:inline-block;width:9px;height:9px"></span><button ${SMALL}>b</button>`,
};

for (const [name, body] of Object.entries(TIGHT))
  test(`targets that axe refuses are seen: ${name}`, async ({ page }) => {
    await page.setContent(htmlOf(body));
    expect(rules(await accessProblems(page))).toContain('target-size');
    expect(await mayBeTight(page)).toBe(true);
    expect(rules(await structureProblems(page))).toContain('target-size');
  });

test('targets that are large or stand in a text are not tight', async ({ page }) => {
  await page.setContent(
    htmlOf(`<p style="font-size:12px">见 <a href="#a">a</a> 和 <a href="#b">b</a>。</p><button ${LARGE}>c</button>`),
  );
  expect(rules(await accessProblems(page))).not.toContain('target-size');
  await page.setContent(htmlOf(`<p style="font-size:12px">见 <a href="#a">a</a> 和 <a href="#b">b</a>。</p>`));
  expect(await mayBeTight(page)).toBe(false);
});

test('what another layout shows, scrolls or squeezes is looked at', async ({ page }) => {
  const style = `button { width: 60px; height: 40px } .wide { width: 600px; height: 40px; text-align: right } .phone { display: none }
    html[data-senior] .squeezed { width: 9px; height: 9px; padding: 0; border: 0; overflow: hidden }
    html[data-senior] .frame { overflow: auto; width: 300px }
    @media (max-width: 400px) { .phone { display: block } }`;
  const body = `<p class="phone"><button></button></p><button class="squeezed">a</button><button class="squeezed">b</button>
    <div class="frame"><p class="wide">a</p></div>`;
  await page.setContent(htmlOf(body, style));
  const seen = new Set<string>();
  expect(await structureProblems(page, seen)).toEqual([]);
  await page.evaluate(() => document.documentElement.toggleAttribute('data-senior', true));
  expect(rules(await structureProblems(page, seen))).toEqual(
    expect.arrayContaining(['scrollable-region-focusable', 'target-size']),
  );
  expect(seen.size).toBe(1);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(rules(await structureProblems(page, seen))).toContain('button-name');
});
