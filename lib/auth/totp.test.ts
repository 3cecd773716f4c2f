import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpStep, totpUri } from './totp';

const at = new Date('2026-11-18T01:30:10Z');
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

describe('totpStep', () => {
  const secret = newTotpSecret();
  const code = (instant: Date) => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: instant.getTime() });

  it('finds the step of a present code, and of its neighbours', () => {
    const step = Math.floor(at.getTime() / 30_000);
    expect(totpStep(secret, code(at), at)).toBe(step);
    expect(totpStep(secret, code(later(-30)), at)).toBe(step - 1);
    expect(totpStep(secret, ` ${code(later(30)).replace(/^(...)/, '$1 ')}`, at)).toBe(step + 1);
  });

  it('takes no code that is older or newer', () => {
    expect(totpStep(secret, code(later(-90)), at)).toBeNull();
    expect(totpStep(secret, code(later(90)), at)).toBeNull();
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('takes no %j', (text) => {
    expect(totpStep(secret, text, at)).toBeNull();
  });

  it('agrees with RFC 6238, appendix B', () => {
    const known = Secret.fromLatin1('12345678901234567890').base32;
    expect(totpStep(known, '287082', new Date(59_000))).toBe(1);
    expect(totpStep(known, '081804', new Date(1_111_111_109_000))).toBe(37_037_036);
  });
});

describe('totpUri', () => {
  it('names the portal and the account', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(totpUri(secret, 'wang.fang'));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('secret')).toBe(secret);
    expect(decodeURIComponent(uri.pathname)).toContain('wang.fang');
  });
});
