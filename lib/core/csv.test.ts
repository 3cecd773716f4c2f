import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv';

describe('csvLine', () => {
  it('quotes what must be quoted and nothing else', () => {
    expect(csvLine(['王芳', 3, null, 'a,b', '说"好"', '两\n行'])).toBe('王芳,3,,"a,b","说""好""","两\n行"\r\n');
  });

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1'])('keeps %j from running', (text) => {
    expect(parse(csvLine([text]), { relax_column_count: true })[0]).toEqual([`'${text}`]);
  });

  it('leaves numbers as numbers', () => {
    expect(csvLine([-3.5])).toBe('-3.5\r\n');
  });

  it('comes back as it was from any reader of RFC 4180', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 6 }), (values) => {
        const [read] = parse(`x${csvLine(['', ...values])}`, { record_delimiter: '\r\n' });
        expect(read).toEqual(['x', ...values.map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value))]);
      }),
    );
  });
});
