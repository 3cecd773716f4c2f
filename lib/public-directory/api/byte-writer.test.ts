import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from './byte-writer';

const textOf = (writer: ByteWriter) => Buffer.from(writer.written()).toString('utf8');

describe('ByteWriter', () => {
  it('writes whole numbers as JSON does', () => {
    const writer = new ByteWriter();
    fc.assert(
      fc.property(fc.oneof(fc.nat(), fc.constantFrom(0, 9, 10, 99, 100, 20_037_508, 2 ** 31)), (value) => {
        writer.begin();
        writer.wholeNumber(value);
        expect(textOf(writer)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('grows beyond its first size without losing anything', () => {
    const writer = new ByteWriter();
    const part = Buffer.from('医联体'.repeat(4000));
    let expected = '';
    for (let round = 0; round < 7; round++) {
      writer.bytes(part);
      writer.byte(44);
      writer.wholeNumber(round);
      expected += `${part.toString('utf8')},${round}`;
    }
    expect(textOf(writer)).toBe(expected);
    writer.begin();
    expect(writer.written()).toHaveLength(0);
  });

  it('leaves what was written as it is when it goes on, on the same slab and on the next', () => {
    const writer = new ByteWriter();
    const parts = Array.from({ length: 40 }, (_, index) => Buffer.alloc(20_000 + index, index));
    const answers = parts.map((part) => {
      writer.begin();
      writer.bytes(part);
      return writer.written();
    });
    for (const [index, answer] of answers.entries()) expect(parts[index]?.equals(answer), `${index}`).toBe(true);
  });
});
