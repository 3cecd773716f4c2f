import { describe, expect, it } from 'vitest';
import { isCrossSiteChange } from './cross-site';

const SITE = 'https://tcm.example.org';
const post = (headers: Record<string, string>) =>
  isCrossSiteChange({ method: 'POST', headers: { host: '127.0.0.1:3000', ...headers } }, SITE);

describe('isCrossSiteChange', () => {
  it.each<[string, Record<string, string>]>([
    ['our own page', { origin: 'https://tcm.example.org', 'sec-fetch-site': 'same-origin' }],
    ['our own page without a proxy', { origin: 'http://127.0.0.1:3000' }],
    ['a program', {}],
  ])('lets %s through', (_, headers) => expect(post(headers)).toBe(false));

  it.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site in an old browser', { origin: 'https://evil.example' }],
    ['a neighbour below the same domain', { origin: 'https://wiki.example.org', 'sec-fetch-site': 'same-site' }],
    ['another port', { origin: 'http://127.0.0.1:3001' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a browser that names no origin', { 'sec-fetch-site': 'cross-site' }],
  ])('stops %s', (_, headers) => expect(post(headers)).toBe(true));

  it('lets everyone read', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS', undefined])
      expect(isCrossSiteChange({ method, headers: { origin: 'https://evil.example' } }, SITE)).toBe(false);
    expect(isCrossSiteChange({ method: 'DELETE', headers: { origin: 'https://evil.example' } }, SITE)).toBe(true);
  });
});
