import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offerDirectAnswers, type PlainAnswer } from '@/lib/core/direct-answers';
import { answeredDirectly } from './direct-answers';
import { dataHeaders } from './security-headers';

const LONG = JSON.stringify({ data: Array.from({ length: 200 }, (_, index) => `失眠 ${index}`) });
const ANSWERS: Record<string, PlainAnswer> = {
  '/long': { status: 200, headers: { 'content-type': 'application/json', 'cache-control': 'public' }, body: LONG },
  '/bytes': { status: 200, headers: { 'content-type': 'application/json' }, body: new Uint8Array(Buffer.from('{}')) },
  '/known': { status: 304, headers: { etag: '"1"' }, body: null },
};

describe('answeredDirectly', () => {
  let server: Server;
  let origin = '';

  beforeAll(async () => {
    offerDirectAnswers(({ url }) => (url === '/fails' ? Promise.reject(new Error('meant')) : (ANSWERS[url] ?? null)));
    const always = dataHeaders({ https: true, tiles: false, signOnOrigin: null });
    server = createServer((request, response) => {
      if (!answeredDirectly(request, response, always)) response.writeHead(418).end('the framework');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  });

  afterAll(async () => {
    offerDirectAnswers(() => null);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it.each(['br', 'gzip', 'identity'])('answers whole, in %s, with the headers of data', async (encoding) => {
    const answer = await fetch(`${origin}/long`, { headers: { 'accept-encoding': encoding } });
    expect(await answer.text()).toBe(LONG);
    expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(answer.headers.get('cache-control')).toBe('public');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=/);
    if (encoding !== 'identity') expect(Number(answer.headers.get('content-length'))).toBeLessThan(1000);
  });

  it('leaves short answers as they are, and lets nobody store one that does not say how long', async () => {
    const answer = await fetch(`${origin}/bytes`, { headers: { 'accept-encoding': 'br' } });
    expect(await answer.text()).toBe('{}');
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  it('sends no body where there is none to send', async () => {
    const known = await fetch(`${origin}/known`);
    expect(known.status).toBe(304);
    expect(known.headers.get('etag')).toBe('"1"');
    const head = await fetch(`${origin}/long`, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(LONG)));
    expect(await head.text()).toBe('');
  });

  it('answers a failure neutrally, and leaves everything else to the framework', async () => {
    const failed = await fetch(`${origin}/fails`);
    expect(failed.status).toBe(500);
    expect(await failed.text()).toBe('');
    expect((await fetch(`${origin}/elsewhere`)).status).toBe(418);
    expect((await fetch(`${origin}/long`, { method: 'POST', body: 'x' })).status).toBe(418);
  });
});
