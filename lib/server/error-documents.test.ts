import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completeErrorDocument, type FailedAnswer, neededErrorDocument } from './error-documents';

const EMPTY = '<!DOCTYPE html><html id="__next_error__"><head></head><body><script>"digest"</script></body>';
const answer = (parts: Partial<FailedAnswer>): FailedAnswer => ({
  html: EMPTY,
  status: 404,
  url: '/nothing?a=1',
  cookie: undefined,
  requestId: 'request-0001',
  inner: false,
  nonce: 'outer==',
  ...parts,
});

describe('neededErrorDocument', () => {
  it('knows a missing page, a failed one, and those that are complete', () => {
    expect(neededErrorDocument(answer({}))).toBe('missing');
    expect(neededErrorDocument(answer({ status: 500 }))).toBe('failed');
    expect(neededErrorDocument(answer({ status: 200 }))).toBeNull();
    expect(neededErrorDocument(answer({ html: '<!DOCTYPE html><html lang="en"><body>404</body>' }))).toBeNull();
    expect(neededErrorDocument(answer({ inner: true, status: 500 }))).toBeNull();
  });
});

describe('completeErrorDocument', () => {
  const asked: { url: string; headers: IncomingHttpHeaders }[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    const policy = "script-src 'nonce-inner=='";
    response
      .writeHead(status, { 'content-type': 'text/html', 'content-security-policy': policy })
      .end('<html>complete<script nonce="inner==">');
  });
  let origin = '';

  beforeEach(async () => {
    asked.length = 0;
    status = 200;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    origin = `http://127.0.0.1:${address.port}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('asks in the language of the address, with the cookie and the number of the request', async () => {
    const failed = answer({ status: 500, url: '/en/services?q=a', cookie: 'senior=1' });
    expect(await completeErrorDocument(failed, origin)).toBe('<html>complete<script nonce="outer==">');
    expect(asked[0]?.url).toBe('/en/error-document');
    expect(asked[0]?.headers).toMatchObject({
      'x-error-document': 'failed',
      'x-error-path': '/en/services?q=a',
      'x-error-id': 'request-0001',
      'x-request-id': 'request-0001',
      cookie: 'senior=1',
    });
  });

  it('asks in Chinese elsewhere', async () => {
    await completeErrorDocument(answer({ url: '/england' }), origin);
    expect(asked[0]?.url).toBe('/error-document');
  });

  it('leaves the answer when it is complete, or when the application cannot do better', async () => {
    expect(await completeErrorDocument(answer({ status: 200, html: '<html>page' }), origin)).toBe('<html>page');
    expect(asked).toEqual([]);
    status = 500;
    expect(await completeErrorDocument(answer({}), origin)).toBe(EMPTY);
  });
});
