import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, codeOf, printedCode, typedCode } from './code-rules';

const hashOf = (text: string) => createHash('sha256').update(text).digest();

describe('codeOf', () => {
  it('writes eighty bits, the first five first', () => {
    expect(codeOf(new Uint8Array(32))).toBe('0000000000000000');
    expect(codeOf(new Uint8Array(32).fill(255))).toBe('ZZZZZZZZZZZZZZZZ');
    expect(codeOf(Uint8Array.from([0b00001_000, ...new Array(31).fill(0)]))).toBe('1000000000000000');
  });

  it('is found again from what is printed, however it is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const code = codeOf(hashOf(text));
        const printed = printedCode(code);
        expect(printed).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
        for (const typed of [printed, printed.toLowerCase(), ` ${printed.replaceAll('-', ' ')} `, code])
          expect(typedCode(typed)).toBe(code);
        expect(typedCode(printed.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });
});

describe('typedCode', () => {
  it.each(['', 'ABCD', 'ABCD-EFGH-JKMN-PQRU', 'ABCD-EFGH-JKMN-PQRSS', 'ABCD-EFGH-JKMN-PQR中', '%00'])(
    'takes no %j',
    (text) => {
      expect(typedCode(text)).toBeNull();
    },
  );
});

describe('canonicalText', () => {
  it('does not depend on the order of fields, and tells every difference', () => {
    expect(canonicalText({ b: 1, a: { d: [1, 2], c: null } })).toBe(canonicalText({ a: { c: null, d: [1, 2] }, b: 1 }));
    const texts = [{ a: 1 }, { a: '1' }, { a: [1] }, { b: 1 }, { a: [1, 2] }, { a: [2, 1] }].map(canonicalText);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
