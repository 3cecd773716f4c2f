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
