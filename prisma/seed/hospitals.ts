import type { AllianceCode } from '@/lib/core/alliance-codes';
import { wgs84 } from '@/lib/core/geo';
import type { Network } from './network';
import { insideOutline, pointNear } from './outlines';
import { openRandom } from './random';
import { find, type Reference } from './reference';
import { fictionalPhone, GENERATED, type Site } from './sites';

/** The subdistrict in whose neighbourhood the invented partner hospital of each alliance stands (ours). */
const PLACE: Record<AllianceCode, string> = {
  east: '友谊路街道',
  south: '莘庄镇',
  west: '长寿路街道',
  north: '五角场街道',
};

/** One invented city general hospital beside each lead hospital. */
export function addPartnerHospitals(network: Network, reference: Reference, seed: number): Site[] {
  const random = openRandom(seed, 'partner hospitals');
  return reference.alliances.map(({ code, name_en, direction }, index) => {
    const place = find(reference.subdistricts, ({ name }) => name === PLACE[code], `subdistrict ${PLACE[code]}`);
    const district = find(reference.districts, (row) => row.code === place.district_code, place.district_code);
    const outline = find(reference.outlines, (row) => row.districtCode === district.code, `outline ${district.code}`);
    const around = wgs84(Number(place.latitude), Number(place.longitude));
    const position = pointNear(random, {
      outline,
      around,
      metres: 700,
      accept: (point) => insideOutline(outline, point),
    });
    const id = `partner-${code}`;
    const name = `${direction}协同综合医院（演示）`;
    const nameEn = `${name_en.split(' ')[0]} Partner General Hospital (demonstration)`;
    network.facility.push({
      id,
      kind: 'partner_hospital',
      name,
      nameEn,
      shortName: `${direction}协同医院（演示）`,
      districtCode: district.code,
      subdistrictCode: place.code,
      address: `上海市${district.name}${place.name}（演示地址）`,
      addressEn: `${place.name_en}, ${district.name_en}, Shanghai (demonstration address)`,
      phone: fictionalPhone(index + 1),
      latitude: position.lat.toFixed(6),
      longitude: position.lon.toFixed(6),
      exactness: 'estimated',
      status: 'operating',
      opensOnHolidays: false,
      origin: 'demonstration',
      source: GENERATED,
    });
    network.partnerHospital.push({ facilityId: id, kind: 'partner_hospital' });
    network.allianceMembership.push({
      id: `${code}-${id}`,
      allianceCode: code,
      allianceKind: 'regional',
      role: 'partner',
      districtCode: null,
      facilityId: id,
      validFrom: '2020-01-01',
      validTo: null,
      origin: 'demonstration',
      source: GENERATED,
    });
    const { code: districtCode } = district;
    return { id, name, nameEn, districtCode, subdistrictCode: place.code, alliance: code, position };
  });
}
