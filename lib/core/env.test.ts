import { describe, expect, it } from 'vitest';
import { parseEnv } from './env';

describe('parseEnv', () => {
  it('needs nothing and fills in defaults', () => {
    expect(parseEnv({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', siteUrl: 'http://localhost:3000' });
  });

  it('takes an empty variable as unset', () => {
    expect(parseEnv({ SITE_URL: '', PORT: '' }).PORT).toBe(3000);
  });

  it('drops the trailing slash of the site address', () => {
    expect(parseEnv({ SITE_URL: 'https://tcm.example.org/' }).siteUrl).toBe('https://tcm.example.org');
  });

  it.each([
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['PORT', '70000'],
    ['PORT', 'abc'],
    ['SITE_URL', 'javascript:alert(1)'],
    ['APP_SECRET', 'short'],
    ['TRUSTED_PROXIES', '-1'],
    ['FIXED_NOW', 'yesterday'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(name);
  });
});
