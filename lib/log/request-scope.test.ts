import { AsyncLocalStorage } from 'node:async_hooks';
import { describe, expect, it } from 'vitest';
import { besideRequest, inRequest, nextRequestId, presentRequestId, requestIdOf } from './request-scope';

describe('the number of a request', () => {
  it('is kept when it fits, and new when it does not', () => {
    expect(requestIdOf('of-the-proxy_0001')).toBe('of-the-proxy_0001');
    for (const odd of [undefined, '', 'short', 'a'.repeat(65), 'with a space', 'line\nbreak', ['12345678', '12345678']])
      expect(requestIdOf(odd)).toMatch(/^[0-9a-f]{10}-[0-9a-z]+$/);
    expect(nextRequestId()).not.toBe(nextRequestId());
  });

  it('is found by whatever a request begins, and by nothing else', async () => {
    const after = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return presentRequestId();
    };
    const ids = ['request-one', 'request-two'];
    expect(await Promise.all(ids.map((id) => inRequest(id, after)))).toEqual(ids);
    expect(presentRequestId()).toBeUndefined();
  });

  it('goes along with what is kept longer, which holds nothing else of the request', async () => {
    const page = new AsyncLocalStorage<string>();
    const work = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return [presentRequestId(), page.getStore()];
    };
    const within = () => page.run('a page', () => Promise.all([work(), besideRequest(work)]));
    expect(await inRequest('request-one', within)).toEqual([
      ['request-one', 'a page'],
      ['request-one', undefined],
    ]);
    expect(await page.run('a page', () => besideRequest(work))).toEqual([undefined, undefined]);
  });
});
