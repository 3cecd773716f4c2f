import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodableAddress } from './decodable-address';

describe('decodableAddress', () => {
  it.each(['/', '/services?q=%', '/services?q=%E8%85%B0', '/facilities/centre-1', '/en/clinics/%E8%85%B0'])(
    'leaves %s as it is',
    (url) => expect(decodableAddress(url)).toBe(url),
  );

  it.each([
    ['/clinics/%FF%FE', '/undecodable'],
    ['/clinics/%25', '/undecodable'],
    ['/en/clinics/%', '/en/undecodable'],
    ['/api/v1/facilities/%ED%A0%BD', '/api/v1/undecodable'],
  ])('answers %s as missing', (url, missing) => expect(decodableAddress(url)).toBe(missing));

  it('always gives an address that decodes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const path = decodableAddress(`/${text}`).split('?', 1)[0] ?? '';
        expect(() => decodeURIComponent(decodeURIComponent(path))).not.toThrow();
      }),
    );
  });
});
