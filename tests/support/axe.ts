import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What to look at: everything, or apart from or only the colours, which cost more than all other checks together. */
export type AccessChecks = 'all' | 'structure' | 'colours';

const WCAG: RunOptions['runOnly'] = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

const OPTIONS: Record<AccessChecks, RunOptions> = {
  all: { runOnly: WCAG, rules: { 'target-size': { enabled: true } } },
  structure: { runOnly: WCAG, rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: false } } },
  colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
};

/** What axe finds wrong with a page by WCAG 2.2 A and AA, one line each; the target-size rule is switched on. */
export async function accessProblems(page: Page, checks: AccessChecks = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (options) => (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document, options),
    // the lists of what passed name every element of a page, and cost more than the checks
    { ...OPTIONS[checks], resultTypes: ['violations'] },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`),
  );
}
