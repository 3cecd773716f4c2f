import { distanceMetres, type Wgs84, wgs84 } from '@/lib/core/geo';
import { groupBy } from './group';
import type { Network } from './network';
import { Crowd, pointNear } from './outlines';
import { apportion, openRandom, type Random } from './random';
import { find, type Reference } from './reference';
import { placeNameEn } from './romanise';
import { allianceOfDistrict, fictionalPhone, GENERATED, type Site, type Station } from './sites';

type Place = Reference['subdistricts'][number] & { position: Wgs84 };
type Committee = Reference['station-names'][number];

const FIRST_PHONE = 1_001;
/** How many stations a centre looks after, about: fewer in the central districts than in the suburbs (ours). */
const STATIONS_A_CENTRE = { central: [4, 7], suburban: [7, 12] } as const;

/** Whole numbers in proportion to weights that add up to the total, none above its limit. */
function shareOut(total: number, weights: readonly number[], limits: readonly number[]): number[] {
  const parts = weights.map(() => 0);
  const limitOf = (index: number) => limits[index] ?? 0;
  for (let left = total; left > 0; ) {
    const open = weights.map((weight, index) => ((parts[index] ?? 0) < limitOf(index) ? weight : 0));
    if (open.every((weight) => weight === 0)) throw new Error(`No room for ${left} of ${total} stations`);
    for (const [index, more] of apportion(left, open).entries()) {
      const taken = Math.min(more, limitOf(index) - (parts[index] ?? 0));
      parts[index] = (parts[index] ?? 0) + taken;
      left -= taken;
    }
  }
  return parts;
}

/** About half the way to the neighbouring subdistricts and a little more, in metres. */
function reach(place: Place, neighbours: readonly Place[]): number {
  const nearest = neighbours
    .filter(({ code }) => code !== place.code)
    .map(({ position }) => distanceMetres(position, place.position))
    .sort((left, right) => left - right)
    .slice(0, 3);
  const mean = nearest.reduce((sum, metres) => sum + metres, 0) / Math.max(1, nearest.length);
  return Math.min(4_500, Math.max(600, mean * 0.8));
}

function nearestOf<T extends { position: Wgs84 }>(list: readonly T[], point: Wgs84): T | undefined {
  let best: T | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  for (const item of list) {
    const metres = distanceMetres(item.position, point);
    if (metres < shortest) [best, shortest] = [item, metres];
  }
  return best;
}

/** Committee names for `count` stations; beyond the list the same names come again with a number. */
function chooseNames(random: Random, committees: readonly Committee[], count: number) {
  const names: (Committee & { round: number })[] = [];
  for (let round = 1; names.length < count; round++)
    for (const committee of random.sample(committees, count - names.length)) names.push({ ...committee, round });
  return names;
}

function stationName({ name, kind, round }: Committee & { round: number }) {
  const ordinal = round > 1 ? `第${round}` : '';
  const ordinalEn = round > 1 ? ` No. ${round}` : '';
  return kind === 'village'
    ? { name: `${name}${ordinal}卫生室`, nameEn: `${placeNameEn(name)} Clinic${ordinalEn}` }
    : {
        name: `${name}${ordinal}社区卫生服务站`,
        nameEn: `${placeNameEn(name)} Community Health Service Station${ordinalEn}`,
      };
}

/** Generated stations: named after real committees, inside the right district, each under a centre of its district. */
export function addStations(
  network: Network,
  reference: Reference,
  centres: readonly Site[],
  { seed, total }: { seed: number; total: number },
): Station[] {
  const random = openRandom(seed, 'stations');
  const allianceOf = allianceOfDistrict(reference);
  const places: Place[] = reference.subdistricts.map((row) => ({
    ...row,
    position: wgs84(Number(row.latitude), Number(row.longitude)),
  }));
  const committees = groupBy(reference['station-names'], ({ subdistrict_code }) => subdistrict_code);
  const ofPlace = groupBy(centres, ({ subdistrictCode }) => subdistrictCode);
  const ofDistrict = groupBy(places, ({ district_code }) => district_code);
  const centresOfDistrict = groupBy(centres, ({ districtCode }) => districtCode);

  const available = places.map(({ code }) => committees.get(code)?.length ?? 0);
  const repeats = total > available.reduce((sum, count) => sum + count, 0) * 0.8;
  const weights = places.map(({ code, district_code }) => {
    const { central } = find(reference.districts, (district) => district.code === district_code, district_code);
    const [from, to] = STATIONS_A_CENTRE[central ? 'central' : 'suburban'];
    const count = Math.max(1, ofPlace.get(code)?.length ?? 0);
    return Array.from({ length: count }, () => from + (to - from) * random.fraction()).reduce((a, b) => a + b, 0);
  });
  const counts = shareOut(total, weights, repeats ? available.map((count) => count * 1_000) : available);
  const crowd = new Crowd(repeats ? 10 : 110);
  const digits = repeats ? 4 : 2;
  const stations: Station[] = [];

  for (const [index, place] of places.entries()) {
    const district = find(reference.districts, ({ code }) => code === place.district_code, place.district_code);
    const outline = find(reference.outlines, ({ districtCode }) => districtCode === district.code, district.code);
    const neighbours = ofDistrict.get(district.code) ?? [];
    const metres = reach(place, neighbours);
    const own = ofPlace.get(place.code) ?? [];
    const names = chooseNames(random, committees.get(place.code) ?? [], counts[index] ?? 0);
    for (const [number, committee] of names.entries()) {
      const ownCentre = own.length > 0 ? own[number % own.length] : undefined;
      const position = pointNear(random, {
        outline,
        around: ownCentre?.position ?? place.position,
        metres,
        accept: (point) => crowd.hasRoomFor(point) && nearestOf(neighbours, point) === place,
      });
      crowd.add(position);
      const centre = ownCentre ?? nearestOf(centresOfDistrict.get(district.code) ?? [], position);
      if (!centre) throw new Error(`No centre in district ${district.code}`);
      const id = `station-${place.code}-${String(number + 1).padStart(digits, '0')}`;
      const short = stationName(committee);
      const village = committee.kind === 'village';
      network.facility.push({
        id,
        kind: 'service_station',
        name: `${place.name}${short.name}`,
        nameEn: `${short.nameEn}, ${place.name_en}`,
        shortName: short.name,
        districtCode: district.code,
        subdistrictCode: place.code,
        address: `上海市${district.name}${place.name}${committee.name}${village ? '' : '居委会辖区'}（演示地址）`,
        addressEn: `${placeNameEn(committee.name)}, ${place.name_en}, ${district.name_en}, Shanghai (demonstration address)`,
        phone: fictionalPhone(FIRST_PHONE + stations.length),
        latitude: position.lat.toFixed(6),
        longitude: position.lon.toFixed(6),
        exactness: 'estimated',
        status: 'operating',
        opensOnHolidays: random.chance(0.06),
        origin: 'demonstration',
        source: GENERATED,
      });
      network.serviceStation.push({
        facilityId: id,
        kind: 'service_station',
        districtCode: district.code,
        centreId: centre.id,
        stationKind: village ? 'village_clinic' : 'community_station',
        hasTcmPhysician: random.chance(0.05) ? null : random.chance(village ? 0.5 : 0.72),
      });
      stations.push({
        id,
        name: `${place.name}${short.name}`,
        nameEn: short.nameEn,
        districtCode: district.code,
        subdistrictCode: place.code,
        alliance: allianceOf(district.code),
        position,
        centreId: centre.id,
        village,
      });
    }
  }
  return stations;
}
