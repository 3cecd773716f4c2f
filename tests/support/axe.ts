import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type AxePage = ConstructorParameters<typeof AxeBuilder>[0]['page'];

/** What axe finds wrong with a page by WCAG 2.2 A and AA, one line each; the target-size rule is switched on. */
export async function accessProblems(page: Page): Promise<string[]> {
  // axe's package and ours bring Playwright's types in two versions that do not meet; the object is one and the same
  const { violations } = await new AxeBuilder({ page: page as unknown as AxePage })
    .options({ runOnly: { type: 'tag', values: STANDARD }, rules: { 'target-size': { enabled: true } } })
    // our pages have no frames: without this axe opens a second, blank page for every analysis
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`),
  );
}
