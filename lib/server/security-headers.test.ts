import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import compression from 'compression';
import { afterEach, describe, expect, it } from 'vitest';
import { acceptedEncoding } from './answer-encoding';
import { DATA_POLICY, nonceIn } from './content-policy';
import { rewriteHtml } from './rewrite-html';
import { forbidScripts, secureResponse } from './security-headers';

const PLAIN = { https: false, tiles: false, signOnOrigin: null };
const compress = compression();
let server: Server | undefined;
let seen: IncomingHttpHeaders = {};

/** One answer of a handler behind the layers of lib/server/main.ts. */
async function ask(path: string, handler: RequestListener, settings = PLAIN, headers: Record<string, string> = {}) {
  server = createServer((request, response) => {
    secureResponse(request, response, 'nonce+1==', settings);
    compress(request as never, response as never, () => {
      rewriteHtml(response, acceptedEncoding(request.headers['accept-encoding']), async (html) => {
        if (!html.includes('<script')) forbidScripts(response, settings);
        return html;
      });
      seen = request.headers;
      handler(request, response);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return await fetch(`http://127.0.0.1:${address.port}${path}`, { headers });
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

const page: RequestListener = (_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('cache-control', 's-maxage=60');
  response.end(`<script nonce="nonce+1==">1</script>${'x'.repeat(2000)}`);
};
const json: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=60' }).end('{}');
};

describe('secureResponse', () => {
  it('gives every answer its headers', async () => {
    const { headers } = await ask('/', page);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('permissions-policy')).toContain('geolocation=(self), accelerometer=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect((await ask('/', page, { ...PLAIN, https: true })).headers.get('strict-transport-security')).toMatch(
      /^max-age=3/,
    );
  });

  it('tells Next the nonce, whatever a client says', async () => {
    const theirs = "script-src 'nonce-mine'";
    const answer = await ask('/', page, PLAIN, {
      'content-security-policy': theirs,
      'content-security-policy-report-only': theirs,
    });
    expect(nonceIn(answer.headers.get('content-security-policy'))).toBe('nonce+1==');
    expect(nonceIn(String(seen['content-security-policy']))).toBe('nonce+1==');
    expect(seen['content-security-policy-report-only']).toBeUndefined();
  });

  it('forbids all scripts on a page that has none', async () => {
    const answer = await ask('/about', (_, response) => {
      response.setHeader('content-type', 'text/html').end('<p>x</p>');
    });
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'none'");
  });

  it('still does when the page comes in pieces after its headers, as from Next', async () => {
    const text = '<p>失眠</p>'.repeat(400);
    for (const encoding of ['br', 'gzip', 'identity']) {
      const answer = await ask(
        '/about',
        (_, response) => {
          response.setHeader('content-type', 'text/html');
          response.flushHeaders();
          const bytes = Buffer.from(text);
          // the cut is in the middle of a character
          response.write(bytes.subarray(0, 1005));
          (response as typeof response & { flush(): void }).flush();
          response.end(bytes.subarray(1005));
        },
        PLAIN,
        { 'accept-encoding': encoding },
      );
      expect(await answer.text()).toBe(text);
      expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding);
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'none'");
    }
  });

  it('never lets a page, a sign-in answer or an undecided one be stored', async () => {
    expect((await ask('/', page)).headers.get('cache-control')).toContain('no-store');
    expect((await ask('/api/auth/session', json)).headers.get('cache-control')).toContain('no-store');
    const undecided = await ask('/today/export', (_, response) => response.end('a,b'));
    expect(undecided.headers.get('cache-control')).toContain('no-store');
    expect((await ask('/api/v1/ping', json)).headers.get('cache-control')).toBe('public, max-age=60');
  });

  it('gives data and scripts policies of their own', async () => {
    expect((await ask('/api/v1/ping', json)).headers.get('content-security-policy')).toBe(DATA_POLICY);
    expect((await ask('/api/authority', json)).headers.get('content-security-policy')).toBe(DATA_POLICY);
    expect((await ask('/_next/static/a.js', json)).headers.get('content-security-policy')).toContain(
      "script-src 'self'",
    );
    expect(nonceIn((await ask('/api/auth/signin', page)).headers.get('content-security-policy'))).toBe('nonce+1==');
  });
});
