import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { acceptedEncoding, encodeWhole } from './answer-encoding';

describe('acceptedEncoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['BR ; q=0.000, GZIP', 'gzip'],
    ['br;q=0.01', 'br'],
    ['deflate', null],
    ['identity', null],
    ['', null],
    [undefined, null],
  ])('of %j is %j', (accepted, expected) => {
    expect(acceptedEncoding(accepted)).toBe(expected);
  });
});

describe('encodeWhole', () => {
  const page = Buffer.from('<p>失眠 &amp; 腰痛</p>'.repeat(500), 'utf8');

  it('comes back as it was', () => {
    expect(brotliDecompressSync(encodeWhole(page, 'br'))).toEqual(page);
    expect(gunzipSync(encodeWhole(page, 'gzip'))).toEqual(page);
  });
});
