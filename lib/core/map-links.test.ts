import { describe, expect, it } from 'vitest';
import { convert, wgs84 } from './geo';
import { mapLinks } from './map-links';

const position = wgs84(31.2234, 121.4456);
const links = mapLinks({
  name: '静安区某某中心 & 站',
  address: '某路 1 号; 2 楼',
  gcj02: convert(position, 'gcj02'),
  bd09: convert(position, 'bd09'),
});
const parameters = (address: string) => new URL(address).searchParams;

describe('mapLinks', () => {
  it('gives 高德 longitude first, in GCJ-02', () => {
    expect(parameters(links.amap).get('position')).toMatch(/^121\.450\d+,31\.221\d+$/);
    expect(parameters(links.amap).get('name')).toBe('静安区某某中心 & 站');
  });

  it('gives 百度 latitude first, in BD-09 and says so', () => {
    expect(parameters(links.baidu).get('location')).toMatch(/^31\.22\d+,121\.45\d+$/);
    expect(parameters(links.baidu).get('coord_type')).toBe('bd09ll');
  });

  it('keeps the separators of the marker out of names and addresses for 腾讯', () => {
    const marker = parameters(links.tencent).get('marker') ?? '';
    expect(marker.split(';').map((part) => part.split(':')[0])).toEqual(['coord', 'title', 'addr']);
  });

  it('gives Apple the same point as 高德', () => {
    const [lon, lat] = (parameters(links.amap).get('position') ?? '').split(',');
    expect(parameters(links.apple).get('ll')).toBe(`${lat},${lon}`);
  });
});
