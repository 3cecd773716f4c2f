import { expect, it } from 'vitest';
import { carriesToken } from './bearer-token';

const TOKEN = 'a-token-of-the-metrics';

it('takes the token as a bearer token, whole and nothing else', () => {
  expect(carriesToken(`Bearer ${TOKEN}`, TOKEN)).toBe(true);
  expect(carriesToken(`bearer ${TOKEN}`, TOKEN)).toBe(true);
  for (const wrong of [null, '', TOKEN, `Basic ${TOKEN}`, 'Bearer ', `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`])
    expect(carriesToken(wrong, TOKEN), String(wrong)).toBe(false);
});
