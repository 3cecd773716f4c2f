import type { Page } from '@playwright/test';

/** Of elements that look alike in every class and every descendant, so many stay. */
const KEPT = 2;

/**
 * Waits until the framework has taken over a page on which its scripts run at once. Whoever changes such a page before
 * would be told that it is not what the server sent.
 */
async function untilTakenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const runs = [...document.scripts].some(({ type, src }) => type !== 'late' && src.includes('/_next/'));
    const last = [...document.querySelectorAll('#main *')].at(-1);
    return !runs || !last || Object.keys(last).some((name) => name.startsWith('__react'));
  });
}

/**
 * Removes from a page what only repeats: of siblings with the same elements and classes inside, whatever their words,
 * the first two stay. Colours depend on elements, classes and where they stand, so nothing about them is lost, and
 * looking at them takes a tenth of the time. For the last checks of a page, for it is not the same page afterwards.
 */
export async function thinOut(page: Page): Promise<void> {
  await untilTakenOver(page);
  await page.evaluate((kept) => {
    const looks = (element: Element): string => {
      const states = ['aria-current', 'aria-pressed', 'aria-invalid', 'aria-selected', 'disabled', 'open', 'type'];
      const own = states.map((name) => element.getAttribute(name) ?? '').join('|');
      const inside = [...element.children].map(looks).join(',');
      // a link alone and a link in a text are not the same
      const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()) ? 'text' : '';
      return `${element.tagName}.${element.getAttribute('class') ?? ''}|${own}|${says}(${inside})`;
    };
    const thin = (parent: Element) => {
      const seen = new Map<string, number>();
      for (const child of [...parent.children]) {
        const look = looks(child);
        const count = (seen.get(look) ?? 0) + 1;
        seen.set(look, count);
        if (count > kept) child.remove();
        else thin(child);
      }
    };
    thin(document.body);
  }, KEPT);
}
