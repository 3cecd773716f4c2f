import { describe, expect, it } from 'vitest';
import { inRequest, nextRequestId, presentRequestId, requestIdOf } from './request-scope';

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
});
