import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { looksLikeRecoveryCode, newRecoveryCodes, recoveryCodeHash } from './recovery-codes';
import { decryptFor, encryptFor, hashToken, keyedHash, keyFor, newToken } from './secrets';

beforeAll(() => {
  vi.stubEnv('APP_SECRET', 'only-for-tests-only-for-tests-only-for-tests');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

describe('encryptFor', () => {
  it('is opened for the same account only, and only unchanged', () => {
    const stored = encryptFor('account-1', 'JBSWY3DPEHPK3PXP');
    expect(stored).not.toContain('JBSWY3DPEHPK3PXP');
    expect(decryptFor('account-1', stored)).toBe('JBSWY3DPEHPK3PXP');
    expect(() => decryptFor('account-2', stored)).toThrow();
    const parts = stored.split('.');
    for (const at of [1, 2, 3]) {
      const changed = parts.map((part, index) =>
        index === at ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
      );
      expect(() => decryptFor('account-1', changed.join('.'))).toThrow();
    }
    for (const odd of ['', 'v1', 'v2.a.b.c', 'v1.a.b.c']) expect(() => decryptFor('account-1', odd)).toThrow();
  });

  it('never gives the same text twice', () => {
    expect(encryptFor('account-1', 'x')).not.toBe(encryptFor('account-1', 'x'));
  });
});

describe('keys', () => {
  it('differ by their use', () => {
    const keys = (['next-auth', 'second-factor', 'address', 'recovery-code'] as const).map((use) =>
      keyFor(use).toString('hex'),
    );
    expect(new Set(keys).size).toBe(4);
    expect(keyedHash('address', '10.0.0.1')).not.toBe(keyedHash('recovery-code', '10.0.0.1'));
  });

  it('make tokens that cannot be guessed or repeated', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(hashToken(tokens[0] ?? '')).not.toContain(tokens[0] ?? '');
  });
});

describe('recovery codes', () => {
  it('are ten, easily read, and known by account', () => {
    const made = newRecoveryCodes('account-1');
    expect(new Set(made.map(({ code }) => code)).size).toBe(10);
    for (const { code, codeHash } of made) {
      expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
      expect(looksLikeRecoveryCode(code)).toBe(true);
      expect(recoveryCodeHash('account-1', ` ${code.toUpperCase().replace('-', ' ')}`)).toBe(codeHash);
      expect(recoveryCodeHash('account-2', code)).not.toBe(codeHash);
    }
    expect(looksLikeRecoveryCode('123456')).toBe(false);
  });
});
