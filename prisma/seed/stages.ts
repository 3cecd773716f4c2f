import { addDays, type CivilDate, civilDate } from '@/lib/core/dates';
import type { Stage } from '@/lib/db/generated/client';
import type { Network } from './network';
import { openRandom, type Random } from './random';
import type { Station } from './sites';
import { recordAt, type StageOwner, walkTo } from './stage-steps';

/** How many stations opened while the history of the demonstration runs, and how many are closed for a while today. */
const OPENED_LATELY = 45;
const SUSPENDED = { stations: 8, projects: 3, titles: 2 } as const;
const LATELY_DAYS = 720;
const BUILT: readonly Stage[] = ['planned', 'building', 'district_accepted', 'city_accepted', 'operating'];
const PAUSES = [
  ['房屋修缮，暂停服务', 'Paused while the building is repaired'],
  ['人员调整，暂停服务', 'Paused while staff change'],
  ['设备更新，暂停服务', 'Paused while equipment is renewed'],
] as const;
const UNDER_REVIEW = ['复评未达标，限期整改', 'Did not pass the review; to be put right'] as const;

type Asked = { seed: number; today: CivilDate; stations: readonly Station[] };

/** The history of every station, project and title that stands in the network: how it came to where it is. */
export function addStages(network: Network, { seed, today, stations }: Asked): void {
  const random = openRandom(seed, 'stages');
  addStations(network, random, { today, stations });
  addProjects(network, random, today);
  addTitles(network, random, today);
}

function addStations(network: Network, random: Random, { today, stations }: Omit<Asked, 'seed'>): void {
  const titled = new Set(network.demonstrationStation.map(({ stationId }) => stationId));
  const plain = stations.filter(({ id }) => !titled.has(id));
  const late = new Set(random.sample(plain, Math.min(OPENED_LATELY, plain.length)).map(({ id }) => id));
  const villages = plain.filter(({ id, village }) => village && !late.has(id));
  const paused = new Set(random.sample(villages, Math.min(SUSPENDED.stations, villages.length)).map(({ id }) => id));
  for (const station of stations) {
    const owner: StageOwner = { kind: 'station', stationId: station.id, ...placeOf(station) };
    const record = recordAt(network, `s-${station.id}`, owner);
    if (late.has(station.id))
      walkTo(record, random, { stages: BUILT, last: addDays(today, -random.whole(5, LATELY_DAYS)) });
    else record.step('operating', addDays(civilDate('2008-01-01'), random.whole(0, 4_900)));
    if (paused.has(station.id)) record.step('suspended', addDays(today, -random.whole(20, 200)), random.pick(PAUSES));
  }
  for (const facility of network.facility) if (paused.has(facility.id)) facility.status = 'suspended';
}

function placeOf({ centreId, districtCode }: { centreId: string; districtCode: string }) {
  return { centreId, districtCode };
}

/** The approved projects: planned, applied for, accepted by the district, approved by the city, at work some months later. */
function addProjects(network: Network, random: Random, today: CivilDate): void {
  const paused = new Set(random.sample(network.specialtyProject, SUSPENDED.projects).map(({ id }) => id));
  const districts = new Map(network.communityCentre.map(({ facilityId, districtCode }) => [facilityId, districtCode]));
  for (const { id, centreId, approvedOn } of network.specialtyProject) {
    const approved = civilDate(String(approvedOn));
    const place = { centreId, districtCode: districts.get(centreId) ?? '' };
    const record = recordAt(network, `p-${id}`, { kind: 'project', projectId: id, ...place });
    walkTo(record, random, { stages: ['planned', 'building', 'district_accepted', 'city_accepted'], last: approved });
    record.step('operating', addDays(approved, random.whole(60, 150)));
    if (paused.has(id)) record.step('suspended', addDays(today, -random.whole(20, 200)), UNDER_REVIEW);
  }
}

function addTitles(network: Network, random: Random, today: CivilDate): void {
  const paused = new Set(
    random.sample(network.demonstrationStation, SUSPENDED.titles).map(({ stationId }) => stationId),
  );
  const stations = new Map(network.serviceStation.map((station) => [station.facilityId, station]));
  for (const { stationId, ...days } of network.demonstrationStation) {
    const { centreId = '', districtCode = '' } = stations.get(stationId) ?? {};
    const record = recordAt(network, `d-${stationId}`, { kind: 'demonstration', stationId, centreId, districtCode });
    const applied = civilDate(String(days.appliedOn));
    const accepted = civilDate(String(days.cityAcceptedOn));
    record.step('planned', addDays(applied, -random.whole(20, 70)));
    record.step('building', applied);
    record.step('district_accepted', civilDate(String(days.districtAcceptedOn)));
    record.step('city_accepted', accepted);
    record.step('operating', addDays(accepted, random.whole(10, 40)));
    if (paused.has(stationId)) record.step('suspended', addDays(today, -random.whole(20, 200)), UNDER_REVIEW);
  }
}
