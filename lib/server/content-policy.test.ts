import { describe, expect, it } from 'vitest';
import { DATA_POLICY, newNonce, nonceIn, pagePolicy, workerPolicy } from './content-policy';

const PLAIN = { https: false, tiles: false, signOnOrigin: null };
const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .map((part) => part.split(' '))
    .find(([first]) => first === name)
    ?.slice(1);

describe('newNonce', () => {
  it('has 128 bits and never comes twice', () => {
    const nonces = Array.from({ length: 200 }, newNonce);
    expect(new Set(nonces).size).toBe(200);
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
  });
});

describe('pagePolicy', () => {
  it('lets only scripts with the nonce run, and no inline style', () => {
    const policy = pagePolicy('n+1==', PLAIN);
    expect(directive(policy, 'script-src')).toEqual(["'self'", "'nonce-n+1=='", "'strict-dynamic'"]);
    expect(policy).not.toContain('unsafe');
    expect(directive(policy, 'default-src')).toEqual(["'none'"]);
    expect(directive(policy, 'frame-ancestors')).toEqual(["'none'"]);
    expect(directive(policy, 'base-uri')).toEqual(["'none'"]);
    expect(policy).not.toContain('http');
  });

  it('forbids scripts altogether without a nonce', () => {
    expect(directive(pagePolicy(null, PLAIN), 'script-src')).toEqual(["'none'"]);
  });

  it('opens exactly what a deployment has configured', () => {
    const policy = pagePolicy('n', { https: true, tiles: true, signOnOrigin: 'https://id.example.org' });
    expect(directive(policy, 'img-src')).toContain('https://*.tianditu.gov.cn');
    expect(directive(policy, 'connect-src')).toEqual(["'self'", 'https://*.tianditu.gov.cn']);
    expect(directive(policy, 'form-action')).toEqual(["'self'", 'https://id.example.org']);
    expect(directive(policy, 'upgrade-insecure-requests')).toEqual([]);
    expect(directive(workerPolicy({ ...PLAIN, tiles: true }), 'connect-src')).toContain('https://*.tianditu.gov.cn');
  });
});

describe('nonceIn', () => {
  it('finds the nonce of a policy', () => {
    const nonce = newNonce();
    expect(nonceIn(pagePolicy(nonce, PLAIN))).toBe(nonce);
    expect(nonceIn(DATA_POLICY)).toBeNull();
    expect(nonceIn(undefined)).toBeNull();
  });
});
