import { randomInt } from 'node:crypto';
import { keyedHash } from './secrets';

/** Without letters and digits that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const COUNT = 10;

function newRecoveryCode(): string {
  const letters = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** Ten codes to keep on paper, about 50 bits each, and what the database keeps of them. */
export function newRecoveryCodes(accountId: string): { code: string; codeHash: string }[] {
  return Array.from({ length: COUNT }, newRecoveryCode).map((code) => ({
    code,
    codeHash: recoveryCodeHash(accountId, code),
  }));
}

/** Whether a text looks like a recovery code rather than a six-digit one. */
export function looksLikeRecoveryCode(text: string): boolean {
  return normalise(text).length === 10;
}

/** What the database keeps of a code; spaces, hyphens and upper case make no difference. */
export function recoveryCodeHash(accountId: string, code: string): string {
  return keyedHash('recovery-code', `${accountId}\n${normalise(code)}`);
}

function normalise(text: string): string {
  return text.toLowerCase().replace(/[\s-]/g, '');
}
