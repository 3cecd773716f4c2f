import type { Bd09, Gcj02 } from './geo';

/** The map apps residents use, in the order they are offered. */
export const MAP_APPS = ['amap', 'baidu', 'tencent', 'apple'] as const;
export type MapApp = (typeof MAP_APPS)[number];

type Place = { name: string; address: string | null; gcj02: Gcj02; bd09: Bd09 };

/** What map services are told about who links to them; they require some name. */
const REFERRER = 'shanghai-tcm-alliances';

/**
 * Addresses that open a place in each map app, in the datum that app expects: GCJ-02 for 高德, 腾讯 and, inside
 * mainland China, Apple; BD-09 for 百度.
 * Sources: 高德 URI API, 百度地图 URI API, 腾讯位置服务 URI API, Apple Map Links.
 */
export function mapLinks({ name, address, gcj02, bd09 }: Place): Record<MapApp, string> {
  // the semicolon and colon separate fields inside 腾讯's marker
  const plain = (text: string) => text.replace(/[;:]/g, ' ');
  const marker = [`coord:${gcj02.lat},${gcj02.lon}`, `title:${plain(name)}`];
  if (address) marker.push(`addr:${plain(address)}`);
  return {
    amap: withQuery('https://uri.amap.com/marker', {
      position: `${gcj02.lon},${gcj02.lat}`,
      name,
      coordinate: 'gaode',
      src: REFERRER,
      callnative: '1',
    }),
    baidu: withQuery('https://api.map.baidu.com/marker', {
      location: `${bd09.lat},${bd09.lon}`,
      title: name,
      content: address ?? name,
      coord_type: 'bd09ll',
      output: 'html',
      src: REFERRER,
    }),
    tencent: withQuery('https://apis.map.qq.com/uri/v1/marker', { marker: marker.join(';'), referer: REFERRER }),
    apple: withQuery('https://maps.apple.com/', { ll: `${gcj02.lat},${gcj02.lon}`, q: name }),
  };
}

function withQuery(address: string, parameters: Record<string, string>): string {
  const query = Object.entries(parameters).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${address}?${query.join('&')}`;
}
