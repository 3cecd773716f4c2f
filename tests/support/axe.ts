import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { mayBeTight, mayScrollUnreached, shownIn } from './shown';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const WCAG = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
} satisfies RunOptions['runOnly'];

/** What is decided by colours, which costs more than all other checks together. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** What is decided by sizes and places. */
const TARGETS = 'target-size';
const SCROLLING = 'scrollable-region-focusable';

const switched = (rules: readonly string[], enabled: boolean) =>
  Object.fromEntries(rules.map((rule) => [rule, { enabled }]));

/** What axe finds wrong with a page by WCAG 2.2 A and AA, one line each; the target-size rule is switched on. */
export async function accessProblems(page: Page): Promise<string[]> {
  return violationsOf(page, { runOnly: WCAG, rules: switched([TARGETS], true) });
}

/** What axe finds wrong with the colours of a page. */
export async function colourProblems(page: Page): Promise<string[]> {
  return violationsOf(page, { runOnly: { type: 'rule', values: COLOURS } });
}

/**
 * What axe finds wrong with a page but for its colours. Of its rules, only those are asked that may say something new.
 * @param seen what the document, which must stay the same, showed in the layouts that were looked at before
 */
export async function structureProblems(page: Page, seen = new Set<string>()): Promise<string[]> {
  const shown = await shownIn(page);
  const tight = await mayBeTight(page);
  if (!seen.has(shown)) {
    seen.add(shown);
    return violationsOf(page, { runOnly: WCAG, rules: { ...switched([TARGETS], tight), ...switched(COLOURS, false) } });
  }
  const rules = [...((await mayScrollUnreached(page)) ? [SCROLLING] : []), ...(tight ? [TARGETS] : [])];
  return rules.length > 0 ? violationsOf(page, { runOnly: { type: 'rule', values: rules } }) : [];
}

async function violationsOf(page: Page, asked: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (options) => (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document, options),
    // the lists of what passed name every element of a page, and cost more than the checks; of what axe fetches
    // beforehand, only experimental rules want style sheets
    { ...asked, resultTypes: ['violations'], preload: { assets: ['media'] } },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`),
  );
}
