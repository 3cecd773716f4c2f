import { COMMON_WORDS, KEY_ROWS, LUCKY_NUMBERS } from './common-passwords';

/** Characters, counted as people count them. */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;

/** Why a password is refused, as a key into accounts.problem. */
export type PasswordProblem =
  | 'passwordShort'
  | 'passwordLong'
  | 'passwordCommon'
  | 'passwordPersonal'
  | 'passwordRepeats';

/** What must not stand in somebody's password. */
export type PasswordOwner = { userName: string; phone: string | null };

const READ_AS: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function readAsLetters(text: string): string {
  return text.replace(/[013457@$!]/g, (sign) => READ_AS[sign] ?? sign);
}

/** The letters that remain when digits and signs at both ends are taken off. */
function core(text: string): string {
  return text.replace(/^[^a-z]+/, '').replace(/[^a-z]+$/, '');
}

const WORDS = new Set(COMMON_WORDS);
const LONGEST_FIRST = [...COMMON_WORDS, ...LUCKY_NUMBERS].sort((a, b) => b.length - a.length);

/** What is left of a password when every common word and lucky number in it is struck out, with plain digits. */
function withoutCommonParts(text: string): string {
  let rest = text;
  for (const part of LONGEST_FIRST) rest = rest.replaceAll(part, ' ');
  return rest.replace(/(19|20)\d{2}((0?[1-9]|1[0-2])([0-2]?\d|3[01]))?/g, ' ').replace(/[^a-z\u0080-\uffff]+/g, '');
}

/** True when the text only runs along rows of keys, forwards or backwards, four or more at a time. */
function runsAlongKeys(text: string): boolean {
  const rows = [...KEY_ROWS, ...KEY_ROWS.map((row) => [...row].reverse().join(''))];
  let at = 0;
  while (at < text.length) {
    let longest = 0;
    for (let end = Math.min(text.length, at + 40); end > at + 2; end -= 1)
      if (rows.some((row) => row.includes(text.slice(at, end)))) {
        longest = end - at;
        break;
      }
    if (longest < 3) return false;
    at += longest;
  }
  return true;
}

function isCommon(text: string): boolean {
  const read = readAsLetters(text);
  if ([text, read, core(text), core(read), readAsLetters(core(text))].some((form) => WORDS.has(form))) return true;
  if (/^\d+$/.test(text)) return true;
  return runsAlongKeys(text.replace(/[\s._-]/g, '')) || withoutCommonParts(text).length < 3;
}

/**
 * What is wrong with a password, null when it may be used. Ours, after NIST SP 800-63B: length counts, no demand for
 * kinds of characters, nothing that stands on every list, nothing of the person's own names and numbers.
 */
export function passwordProblem(password: string, owner: PasswordOwner): PasswordProblem | null {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < PASSWORD_LENGTH.least) return 'passwordShort';
  if (characters.length > PASSWORD_LENGTH.most) return 'passwordLong';
  const text = characters.join('').toLowerCase();
  if (new Set(text).size < 5 || /^(.{1,4})\1+$/u.test(text)) return 'passwordRepeats';
  const { userName, phone } = owner;
  const own = [userName.toLowerCase(), phone, phone?.slice(-8)].filter((part) => part && part.length >= 4);
  if (own.some((part) => part && text.includes(part))) return 'passwordPersonal';
  return isCommon(text) ? 'passwordCommon' : null;
}
