import type { AllianceCode } from '@/lib/core/alliance-codes';
import type { Wgs84 } from '@/lib/core/geo';
import type { Reference } from './reference';
import { find } from './reference';

/** A facility as the other generators see it: where it stands and to whom it belongs. */
export type Site = {
  id: string;
  name: string;
  nameEn: string;
  districtCode: string;
  subdistrictCode: string;
  alliance: AllianceCode;
  position: Wgs84;
};

export type Station = Site & { centreId: string; village: boolean };

/** What the generators hand on to each other beside the rows. */
export type Sites = { hospitals: Map<AllianceCode, string>; partners: Site[]; centres: Site[]; stations: Station[] };

/** The regional alliance of every district. */
export function allianceOfDistrict({ districts }: Reference): (code: string) => AllianceCode {
  return (code) => find(districts, (district) => district.code === code, `district ${code}`).alliance;
}

/** What the source column of a generated row says. */
export const GENERATED = '演示数据，由程序生成';
/** What the source column of a centre says: its name is known, the rest is not. */
export const ONLY_NAME_IS_KNOWN = {
  '2020 list': '名称：2020 年名单；位置为街镇示意；电话、时间、服务与数字为演示数据',
  added: '名称：按公布的 249 家推定；位置为街镇示意；电话、时间、服务与数字为演示数据',
} as const;

/** A telephone number that nobody can have: subscriber numbers in Shanghai never begin with 0. */
export function fictionalPhone(number: number): string {
  if (number < 0 || number > 199_999) throw new Error(`No fictional telephone number ${number}`);
  const digits = String(5_500_000 + number).padStart(8, '0');
  return `021-${digits.slice(0, 4)}-${digits.slice(4)}`;
}
