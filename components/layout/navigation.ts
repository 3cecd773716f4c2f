/** The main ways through the residents' part; `key` names the label in the layout catalog. */
export const MAIN_NAVIGATION = [
  { key: 'services', path: '/services' },
  { key: 'clinics', path: '/clinics' },
  { key: 'calendar', path: '/calendar' },
  { key: 'alliances', path: '/alliances' },
  { key: 'about', path: '/about' },
] as const;

export type NavigationItem = { key: string; href: string; label: string; current: 'page' | 'true' | undefined };

/** How a link relates to the page being shown: itself, a page below it, or neither. */
export function currentState(href: string, currentPath: string): NavigationItem['current'] {
  const [pathname = '/'] = currentPath.split('?');
  if (pathname === href) return 'page';
  return pathname.startsWith(`${href}/`) ? 'true' : undefined;
}

/**
 * How links relate to the page being shown where one may lie below another: only the nearest counts, so that a page of
 * its own is not also a page of the list above it.
 */
export function nearestStates(hrefs: readonly string[], currentPath: string): ReadonlyMap<string, 'page' | 'true'> {
  const near = hrefs.filter((href) => currentState(href, currentPath) !== undefined);
  const nearest = near.sort((a, b) => b.length - a.length)[0];
  const state = nearest === undefined ? undefined : currentState(nearest, currentPath);
  return new Map(nearest === undefined || state === undefined ? [] : [[nearest, state]]);
}
