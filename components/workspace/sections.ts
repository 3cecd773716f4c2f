import { nearestStates } from '@/components/layout/navigation';

export type WorkspaceLink = { key: string; path: string };
export type WorkspaceSection = { key: string; links: readonly WorkspaceLink[] };

type State = 'page' | 'true' | undefined;
export type SectionShown = {
  /** names the label: of the section, or of its one link */
  key: string;
  alone: boolean;
  href: string;
  current: State;
  links: readonly { key: string; href: string; current: State }[];
};

/**
 * Sections with their addresses and how they relate to the page being shown. Only the nearest link of all sections counts;
 * its section leads to its first link, and is the page itself only there.
 */
export function sectionsShown(
  sections: readonly WorkspaceSection[],
  currentPath: string,
  addressOf: (path: string) => string,
): SectionShown[] {
  const hrefs = sections.flatMap(({ links }) => links.map(({ path }) => addressOf(path)));
  const states = nearestStates(hrefs, currentPath);
  return sections.flatMap(({ key, links }) => {
    const [first] = links;
    if (!first) return [];
    const shown = links.map(({ key, path }) => ({ key, href: addressOf(path), current: states.get(addressOf(path)) }));
    const near = shown.some(({ current }) => current !== undefined);
    const alone = links.length === 1;
    const href = addressOf(first.path);
    const current = states.get(href) ?? (near ? 'true' : undefined);
    return [{ key: alone ? first.key : key, alone, href, current, links: shown }];
  });
}
