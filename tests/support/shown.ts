import type { Page } from '@playwright/test';

// What axe needs not be asked twice. Its rules about sizes lay out every element of a page for themselves, which costs
// more than all other rules together; two quick looks tell when there is nothing for them to find.

/**
 * Which elements are shown, one letter each. Rules that ask neither for sizes nor for colours find in another layout of the
 * same document what they found in one that shows the same elements.
 */
export async function shownIn(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .map((one) => {
        const { width, height } = one.getBoundingClientRect();
        // what only screen readers read is a pixel wide
        const isSeen = width > 1 && height > 1;
        return isSeen && one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ? 'x' : '-';
      })
      .join(''),
  );
}

/** Whether something scrolls that cannot itself have the focus. */
export async function mayScrollUnreached(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*:not([tabindex="0"])')].some((one) => {
      const overflows = one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight;
      return overflows && /auto|scroll/.test(getComputedStyle(one).overflow);
    }),
  );
}

/**
 * Whether a target may be too small (WCAG 2.5.8): one is smaller than 24 px and stands in no text, or two lie over each
 * other. True too often is right; axe then has the word.
 */
export async function mayBeTight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const SMALLEST = 24;
    const NO_TARGETS = /^(region|group|img|figure|table|list|status|alert|note|document|main)$/;
    const inText = (one: Element) => {
      const parent = one.parentElement;
      if (!parent || !getComputedStyle(one).display.startsWith('inline')) return false;
      const says = [...parent.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
      return says && [...parent.children].every((child) => getComputedStyle(child).display.startsWith('inline'));
    };
    const candidates =
      'a[href],button,input:not([type=hidden]),select,textarea,summary,[contenteditable],[role][tabindex]';
    const shown = [...document.querySelectorAll(candidates)].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const isShown = box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true });
      return isShown && !NO_TARGETS.test(element.getAttribute('role') ?? '') ? [{ element, box }] : [];
    });
    const targets = shown.filter(({ element }) => !inText(element));
    if (targets.some(({ box }) => box.width < SMALLEST || box.height < SMALLEST)) return true;
    return targets.some((one) =>
      shown.some((other) => {
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        return other !== one && wide > 0 && high > 0;
      }),
    );
  });
}
