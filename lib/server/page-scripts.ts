import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

// Residents' pages are complete as plain HTML. What a few buttons do is in public/page-actions.js, a small program of
// our own. Only where a page has something that needs the framework (a map, a form that answers at once) are its
// scripts, about 130 kB compressed and more than the whole budget of such a page, fetched, and then at the first
// interaction: public/late-scripts.js does that in the browser.

const MARK = 'data-scripts="later"';
const ACTION = 'data-page-action';
const ISLAND = 'data-needs-script';
const FRAMEWORK_SCRIPT = /<script\b[^>]*\ssrc="\/_next\/[^"]+"[^>]*><\/script>/g;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*\/>/g;
/** Everything that would run. The framework's payload alone is more than half of a page's bytes. */
const RUNNING_SCRIPT = /<script(?![^>]*\stype="application\/ld\+json")[\s\S]*?<\/script>/g;

/** The addresses of our own scripts, which change when they do. */
export type ScriptAddresses = { actions: string; loader: string };

async function versioned(name: string): Promise<string> {
  const digest = createHash('sha256').update(await readFile(`public/${name}`));
  return `/${name}?v=${digest.digest('hex').slice(0, 10)}`;
}

/** Reads our own scripts once for their addresses. */
export async function scriptAddresses(): Promise<ScriptAddresses> {
  const [actions, loader] = await Promise.all([versioned('page-actions.js'), versioned('late-scripts.js')]);
  return { actions, loader };
}

/**
 * Leaves a marked page only the scripts that it needs: none, ours for its buttons, the framework's at the first
 * interaction. Pages without the mark come back unchanged.
 * @param html a whole document as Next rendered it
 * @param nonce what the page's policy asks of its scripts
 */
export function lightenScripts(html: string, { actions, loader }: ScriptAddresses, nonce: string): string {
  if (!html.slice(0, 1000).includes(MARK)) return html;
  const island = html.includes(ISLAND);
  const bare = html.replace(SCRIPT_PRELOAD, '');
  const light = island ? bare.replace(FRAMEWORK_SCRIPT, letWait) : bare.replace(RUNNING_SCRIPT, '');
  const acting = addActions(light, actions, nonce);
  // not deferred: it is there before any button is, so that no click comes too early for it
  return island ? addToHead(acting, `src="${loader}" nonce="${nonce}"`) : acting;
}

/** Adds our own script where a button of the page needs it. */
export function addActions(html: string, actions: string, nonce: string): string {
  return html.includes(ACTION) ? addToHead(html, `src="${actions}" nonce="${nonce}" defer=""`) : html;
}

function addToHead(html: string, attributes: string): string {
  return html.replace('</head>', `<script ${attributes}></script></head>`);
}

function letWait(tag: string): string {
  // scripts for browsers without modules are not fetched by any browser of this decade
  return / noModule\b/i.test(tag) ? '' : tag.replace('<script ', '<script type="late" ');
}

const SCRIPT = /<script(?![^>]*\stype="application\/ld\+json")/;

/** Whether a page carries anything that could run; descriptions for search engines are data. */
export function carriesScripts(html: string): boolean {
  return SCRIPT.test(html);
}
