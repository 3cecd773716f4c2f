import { wgs84 } from '@/lib/core/geo';
import type { Network } from './network';
import { Crowd, pointNear } from './outlines';
import { openRandom, type Random } from './random';
import { find, type Reference } from './reference';
import { allianceOfDistrict, fictionalPhone, ONLY_NAME_IS_KNOWN, type Site } from './sites';

const FIRST_PHONE = 101;
/** Two centres of one subdistrict stand at least this far apart, in metres. */
const APART = 450;
const NEAR_THE_POINT = 180;
const FURTHER_CENTRE = 1_500;

function physicians(random: Random): number | null {
  if (random.chance(0.04)) return null;
  return Math.min(9, Math.max(0, Math.round(random.normal(3.2, 1.8))));
}

/** The 249 centres: real names, near the point of their subdistrict. */
export function addCentres(network: Network, reference: Reference, seed: number): Site[] {
  const random = openRandom(seed, 'centres');
  const allianceOf = allianceOfDistrict(reference);
  const crowd = new Crowd(APART);
  const seen = new Set<string>();

  return reference.centres.map(({ id, name, name_en, district_code, subdistrict_code, name_source }, index) => {
    const district = find(reference.districts, ({ code }) => code === district_code, district_code);
    const place = find(reference.subdistricts, ({ code }) => code === subdistrict_code, subdistrict_code);
    const outline = find(reference.outlines, ({ districtCode }) => districtCode === district_code, district_code);
    const position = pointNear(random, {
      outline,
      around: wgs84(Number(place.latitude), Number(place.longitude)),
      metres: seen.has(subdistrict_code) ? FURTHER_CENTRE : NEAR_THE_POINT,
      accept: (point) => crowd.hasRoomFor(point),
    });
    crowd.add(position);
    seen.add(subdistrict_code);
    network.facility.push({
      id,
      kind: 'community_centre',
      name,
      nameEn: name_en,
      shortName: name.startsWith(district.name) ? name.slice(district.name.length) : null,
      districtCode: district_code,
      subdistrictCode: subdistrict_code,
      address: `上海市${district.name}${place.name}（演示地址）`,
      addressEn: `${place.name_en}, ${district.name_en}, Shanghai (demonstration address)`,
      phone: fictionalPhone(FIRST_PHONE + index),
      latitude: position.lat.toFixed(6),
      longitude: position.lon.toFixed(6),
      exactness: place.exactness,
      status: 'operating',
      opensOnHolidays: random.chance(0.35),
      origin: 'fact',
      source: ONLY_NAME_IS_KNOWN[name_source],
    });
    network.communityCentre.push({
      facilityId: id,
      kind: 'community_centre',
      districtCode: district_code,
      tcmArea: random.weighted(
        ['hall', 'corner', 'none'] as const,
        (area) => ({ hall: 86, corner: 12, none: 2 })[area],
      ),
      midLevelTcmPhysicians: physicians(random),
    });
    const alliance = allianceOf(district_code);
    return {
      id,
      name,
      nameEn: name_en,
      districtCode: district_code,
      subdistrictCode: subdistrict_code,
      alliance,
      position,
    };
  });
}
