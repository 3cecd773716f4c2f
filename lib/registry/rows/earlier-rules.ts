import type { CellReading } from '@/lib/registry/schema';
import { readDateText } from './date-rules';

// Cells that say how an entry stood, or what it was called, before: one time after the other, each with its day. What is
// said in Chinese and in English stands on both sides of `//`.

const DAY = String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?`;
const SEPARATOR = '；';
const BOTH = ' // ';
const NEXT_STATUS = new RegExp(String.raw`[;；\n]+\s*(?=[^;；\n]{1,30}?\s${DAY})`);
const STATUS = new RegExp(String.raw`^(.+?)\s+(${DAY})(?:\s+(.*))?$`, 's');
const NAME = new RegExp(String.raw`(.+?)\s*//\s*(${DAY})\s*(?:[;；\n]+\s*|$)`, 'gs');
const LONGEST = { reason: 200, name: 80, nameEn: 160 } as const;

/** How a clinic stood from a day on, until the next one. */
export type EarlierStatus = { status: string; from: string; reason: string | null; reasonEn: string | null };
/** What a facility was called until a day. */
export type FormerName = { name: string; nameEn: string; until: string };

function sides(text: string): [chinese: string, english: string] {
  const at = `${text} `.indexOf('// ');
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 3).trim()];
}

const letters = (text: string) => [...text].length;

/** The times of such a cell, the first one first. */
export function statusesIn(cell: string | null | undefined): EarlierStatus[] {
  return (cell ?? '').split(NEXT_STATUS).flatMap((part) => {
    const [, status, from, said = ''] = STATUS.exec(part) ?? [];
    const [reason, reasonEn] = sides(said);
    return status && from ? [{ status, from, reason: reason || null, reasonEn: reasonEn || null }] : [];
  });
}

/** Such a cell; `wordOf` says a status in a language. */
export function statusesCell(
  statuses: readonly EarlierStatus[],
  wordOf: (status: string) => string = (status) => status,
): string | null {
  if (statuses.length === 0) return null;
  return statuses
    .map(({ status, from, reason, reasonEn }) => {
      const said = reasonEn ? [reason ?? '', reasonEn].join(BOTH).trim() : (reason ?? '');
      return [wordOf(status), from, said].filter(Boolean).join(' ');
    })
    .join(SEPARATOR);
}

/** 筹备 2023-01-05；开诊 2023-03-01；暂停 2024-05-01 装修 // Refurbishment: statuses with the day of each. */
export function readStatuses(text: string, readWord: (text: string) => CellReading): CellReading {
  const statuses: EarlierStatus[] = [];
  for (const part of text.split(NEXT_STATUS)) {
    const [one] = statusesIn(part);
    if (!one) return { ok: false, code: 'statuses', values: { text: part } };
    const status = readWord(one.status);
    if (!status.ok) return status;
    const from = readDateText(one.from);
    if (from === null || status.value === null) return { ok: false, code: 'statuses', values: { text: part } };
    const longest = Math.max(letters(one.reason ?? ''), letters(one.reasonEn ?? ''));
    if (longest > LONGEST.reason)
      return { ok: false, code: 'tooLong', values: { most: LONGEST.reason, letters: longest } };
    statuses.push({ ...one, status: status.value, from });
  }
  return { ok: true, value: statusesCell(statuses) };
}

/** The names of such a cell. */
export function namesIn(cell: string | null | undefined): FormerName[] {
  return [...(cell ?? '').matchAll(NAME)].map(([, said = '', until = '']) => {
    const [name, nameEn] = sides(said);
    return { name, nameEn: nameEn || name, until };
  });
}

/** Such a cell, the name that was given up first at the beginning. */
export function namesCell(names: readonly FormerName[]): string | null {
  if (names.length === 0) return null;
  return names
    .map(({ name, nameEn, until }) => ({ until, text: [name, ...(nameEn === name ? [] : [nameEn]), until].join(BOTH) }))
    .sort((a, b) => (a.until === b.until ? (a.text < b.text ? -1 : 1) : a.until < b.until ? -1 : 1))
    .map(({ text }) => text)
    .join(SEPARATOR);
}

/** 某某卫生服务中心 // Its English name // 2026-09-01: names with the first day of the name after each. */
export function readNames(text: string): CellReading {
  const names = namesIn(text);
  const rest = text.replace(NAME, '').trim();
  if (rest !== '') return { ok: false, code: 'formerNames', values: { text: rest } };
  const read: FormerName[] = [];
  for (const one of names) {
    const until = readDateText(one.until);
    if (until === null) return { ok: false, code: 'date' };
    if (letters(one.name) < 2) return { ok: false, code: 'tooShort' };
    if (letters(one.name) > LONGEST.name)
      return { ok: false, code: 'tooLong', values: { most: LONGEST.name, letters: letters(one.name) } };
    if (letters(one.nameEn) > LONGEST.nameEn)
      return { ok: false, code: 'tooLong', values: { most: LONGEST.nameEn, letters: letters(one.nameEn) } };
    if (read.some(({ name, until: other }) => name === one.name && other === until))
      return { ok: false, code: 'twice', values: { term: one.name } };
    read.push({ ...one, until });
  }
  return { ok: true, value: namesCell(read) };
}
