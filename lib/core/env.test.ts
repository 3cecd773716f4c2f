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
    ['APP_SECRET', 'abab'.repeat(10)],
    ['METRICS_TOKEN', 'short'],
    ['OIDC_ISSUER', 'https://id.example.org'],
    ['OIDC_CLIENT_SECRET', 'only-one-of-three-is-there'],
    ['TRUSTED_PROXIES', '-1'],
    ['FIXED_NOW', 'yesterday'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(name);
  });

  it('takes single sign-on whole, over https in production except on this machine', () => {
    const rest = { OIDC_CLIENT_ID: 'portal', OIDC_CLIENT_SECRET: 'sixteen-or-more-characters' };
    expect(parseEnv({}).singleSignOn).toBeNull();
    expect(parseEnv({ OIDC_ISSUER: 'https://id.example.org/', ...rest }).singleSignOn).toEqual({
      issuer: 'https://id.example.org',
      clientId: 'portal',
      clientSecret: 'sixteen-or-more-characters',
    });
    expect(parseEnv({ OIDC_ISSUER: 'http://127.0.0.1:4000', ...rest }).singleSignOn?.issuer).toBe(
      'http://127.0.0.1:4000',
    );
    expect(() => parseEnv({ OIDC_ISSUER: 'http://id.example.org', ...rest })).toThrow('https');
  });
});
