// Residents' pages are complete as plain HTML. Their framework scripts (about 130 kB compressed, more than the whole
// budget of such a page) are therefore not fetched on arrival but at the first interaction, and only where a page has
// something that needs them. public/late-scripts.js does the loading in the browser.

const MARK = 'data-scripts="later"';
const FRAMEWORK_SCRIPT = /<script\b[^>]*\ssrc="\/_next\/[^"]+"[^>]*><\/script>/g;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*\/>/g;
/** The component payload that hydration reads: about half of a page's bytes, and of no use where nothing hydrates. */
const PAYLOAD = /<script[^>]*>\(?self\.__next_f[\s\S]*?<\/script>/g;
const ISLAND = 'data-needs-script';

/**
 * Makes the framework scripts of a marked page wait for the first interaction, or drops them where no element of the
 * page needs them; pages without the mark come back unchanged.
 * @param html a whole document as Next rendered it
 * @param loaderUrl address of the loader script
 * @param nonce what the page's policy asks of its scripts
 */
export function deferScripts(html: string, loaderUrl: string, nonce: string): string {
  const opening = html.slice(0, 1000);
  if (!opening.includes(MARK)) return html;
  const bare = html.replace(SCRIPT_PRELOAD, '');
  if (!html.includes(ISLAND)) return bare.replace(FRAMEWORK_SCRIPT, '').replace(PAYLOAD, '');
  return bare
    .replace(FRAMEWORK_SCRIPT, (tag: string) =>
      // scripts for browsers without modules are not fetched by any browser of this decade
      / noModule\b/i.test(tag) ? '' : tag.replace('<script ', '<script type="late" '),
    )
    .replace('</head>', `<script src="${loaderUrl}" nonce="${nonce}" defer=""></script></head>`);
}

const SCRIPT = /<script(?![^>]*\stype="application\/ld\+json")/;

/** Whether a page carries anything that could run; descriptions for search engines are data. */
export function carriesScripts(html: string): boolean {
  return SCRIPT.test(html);
}
