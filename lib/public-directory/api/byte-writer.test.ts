import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from './byte-writer';

const textOf = (writer: ByteWriter) => Buffer.from(writer.written()).toString('utf8');

describe('ByteWriter', () => {
  it('writes whole numbers as JSON does', () => {
    const writer = new ByteWriter();
    fc.assert(
      fc.property(fc.oneof(fc.nat(), fc.constantFrom(0, 9, 10, 99, 100, 20_037_508, 2 ** 31)), (value) => {
        writer.reset();
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
    writer.reset();
    expect(writer.written()).toHaveLength(0);
  });

  it('is copied by a Response, so that it can be written again', async () => {
    const writer = new ByteWriter();
    writer.bytes(Buffer.from('first'));
    const response = new Response(writer.written());
    writer.reset();
    writer.bytes(Buffer.from('other'));
    expect(await response.text()).toBe('first');
  });
});
