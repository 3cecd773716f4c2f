import { describe, expect, it } from 'vitest';
import { addActions, carriesScripts, lightenScripts } from './page-scripts';

const NONCE = 'n+1=';
const ADDRESSES = { actions: '/a.js?v=1', loader: '/l.js?v=1' };
const ACTIONS_TAG = '<script src="/a.js?v=1" nonce="n+1=" defer=""></script>';
const LOADER_TAG = '<script src="/l.js?v=1" nonce="n+1="></script>';
const DESCRIPTION = '<script type="application/ld+json">{}</script>';

const page = (marked: boolean, body: string) =>
  `<!DOCTYPE html><html${marked ? ' data-scripts="later"' : ''}><head>` +
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>' +
  '<script src="/_next/static/chunks/b.js" async="" nonce="n+1="></script>' +
  '<script nonce="n+1=" src="/_next/static/chunks/c.js" noModule=""></script>' +
  `</head><body>${body}<script nonce="n+1=" id="_R_">(globalThis["X"] = []).push({"a":"<\\/p>"})</script>` +
  '<script nonce="n+1=">self.__next_f.push([0])</script></body></html>';

const lightened = (body: string) => lightenScripts(page(true, body), ADDRESSES, NONCE);

describe('lightenScripts', () => {
  it('leaves an unmarked page alone', () => {
    const html = page(false, '<button data-needs-script>x</button>');
    expect(lightenScripts(html, ADDRESSES, NONCE)).toBe(html);
  });

  it('lets framework scripts wait and adds the loader, which waits for nothing, where something needs them', () => {
    const html = lightened('<button data-needs-script="">x</button>');
    expect(html).not.toContain('rel="preload"');
    expect(html).toContain('<script type="late" src="/_next/static/chunks/b.js" async="" nonce="n+1="></script>');
    expect(html).not.toContain('noModule');
    expect(html).toContain(`${LOADER_TAG}</head>`);
    expect(html).not.toContain('/a.js');
    expect(html).toContain('self.__next_f.push');
  });

  it('sends no script at all where nothing needs one', () => {
    const html = lightened(`${DESCRIPTION}<p>x</p>`);
    expect(html).toContain(`<body>${DESCRIPTION}<p>x</p></body>`);
    expect(html.replace(DESCRIPTION, '')).not.toContain('<script');
  });

  it('sends our own script alone for a button of a page', () => {
    const html = lightened(`${DESCRIPTION}<button data-page-action="locate">x</button>`);
    expect(html).toContain(`<head>${ACTIONS_TAG}</head>`);
    expect(html).toContain(`${DESCRIPTION}<button data-page-action="locate">x</button></body>`);
    expect(html.match(/<script/g)).toHaveLength(2);
  });

  it('sends both where a page has both', () => {
    const html = lightened('<button data-page-action="locate">x</button><button data-needs-script="">x</button>');
    expect(html).toContain(`${ACTIONS_TAG}${LOADER_TAG}</head>`);
    expect(html).toContain('self.__next_f.push');
  });
});

describe('addActions', () => {
  it('adds our own script and leaves the others, where a button needs it', () => {
    const html = page(true, '<button data-page-action="locate">x</button>');
    expect(addActions(html, ADDRESSES.actions, NONCE)).toBe(html.replace('</head>', `${ACTIONS_TAG}</head>`));
    expect(addActions(page(true, '<p>x</p>'), ADDRESSES.actions, NONCE)).toBe(page(true, '<p>x</p>'));
  });
});

describe('carriesScripts', () => {
  it('knows data from what runs', () => {
    expect(carriesScripts(`<p>x</p>${DESCRIPTION}`)).toBe(false);
    expect(carriesScripts(`${DESCRIPTION}<script src="/x.js"></script>`)).toBe(true);
    expect(carriesScripts('<script nonce="a">1</script>')).toBe(true);
    expect(carriesScripts(lightened('<p>x</p>'))).toBe(false);
  });
});
