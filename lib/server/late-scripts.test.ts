import { describe, expect, it } from 'vitest';
import { carriesScripts, deferScripts } from './late-scripts';

const NONCE = 'n+1=';

const page = (marked: boolean, body: string) =>
  `<!DOCTYPE html><html${marked ? ' data-scripts="later"' : ''}><head>` +
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>' +
  '<script src="/_next/static/chunks/b.js" async="" nonce="n+1="></script>' +
  '<script nonce="n+1=" src="/_next/static/chunks/c.js" noModule=""></script>' +
  `</head><body>${body}<script nonce="n+1=">self.__next_f.push([0])</script></body></html>`;

describe('deferScripts', () => {
  it('leaves an unmarked page alone', () => {
    const html = page(false, '<button data-needs-script>x</button>');
    expect(deferScripts(html, '/l.js', NONCE)).toBe(html);
  });

  it('lets framework scripts wait and adds the loader where something needs them', () => {
    const html = deferScripts(page(true, '<button data-needs-script="">x</button>'), '/l.js?v=1', NONCE);
    expect(html).not.toContain('rel="preload"');
    expect(html).toContain('<script type="late" src="/_next/static/chunks/b.js" async="" nonce="n+1="></script>');
    expect(html).not.toContain('noModule');
    expect(html).toContain('<script src="/l.js?v=1" nonce="n+1=" defer=""></script></head>');
    expect(html).toContain('self.__next_f.push');
  });

  it('sends neither scripts nor payload where nothing needs them', () => {
    const html = deferScripts(page(true, '<script type="application/ld+json">{}</script><p>x</p>'), '/l.js', NONCE);
    expect(html).not.toContain('/l.js');
    expect(html).not.toContain('/_next/');
    expect(html).not.toContain('__next_f');
    expect(html).toContain('<script type="application/ld+json">{}</script><p>x</p></body>');
  });
});

describe('carriesScripts', () => {
  it('knows data from what runs', () => {
    expect(carriesScripts('<p>x</p><script type="application/ld+json">{}</script>')).toBe(false);
    expect(carriesScripts('<script type="application/ld+json">{}</script><script src="/x.js"></script>')).toBe(true);
    expect(carriesScripts('<script nonce="a">1</script>')).toBe(true);
    expect(carriesScripts(deferScripts(page(true, '<p>x</p>'), '/l.js', NONCE))).toBe(false);
  });
});
