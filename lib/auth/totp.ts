import { Secret, TOTP } from 'otpauth';

// Time-based one-time passwords (RFC 6238): six digits, thirty seconds, one step of tolerance to either side.

const PERIOD_SECONDS = 30;

/** The issuer that an authenticator app shows beside the account. */
export const TOTP_ISSUER = '上海市区域中医医联体';

/** A new secret of 160 bits in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads from a QR code. */
export function totpUri(secret: string, userName: string): string {
  return new TOTP({ secret, issuer: TOTP_ISSUER, label: userName, period: PERIOD_SECONDS }).toString();
}

/** The step a code belongs to, null when it belongs to none near the instant. */
export function totpStep(secret: string, code: string, instant: Date): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = instant.getTime();
  const delta = TOTP.validate({
    secret: Secret.fromBase32(secret),
    token,
    timestamp,
    period: PERIOD_SECONDS,
    window: 1,
  });
  return delta === null ? null : TOTP.counter({ timestamp, period: PERIOD_SECONDS }) + delta;
}
